import json

from attnbook.grading.export.gradescope import results_json
from attnbook.grading.record import TaskMark

from ..records import XSS, record, task, ungraded


def results(one):
    return json.loads(results_json(one))


def test_each_check_is_a_test_with_its_points_and_what_was_wrong():
    told = results(record("ada", task(1, 0, hint="add x to itself")))
    assert told["score"] == 1
    right, wrong = told["tests"]
    assert (right["name"], right["score"], right["max_score"]) == ("f: check 0", 1, 1)
    assert (right["status"], wrong["status"]) == ("passed", "failed")
    assert wrong["output"] == "f([1]) is off by up to 0.5\nhint: add x to itself"


def test_scores_add_up_and_nothing_is_taken_for_markup():
    told = results(record("ada", task(1, 0, text=XSS), task(1, 1, name="g")))
    assert sum(test["score"] for test in told["tests"]) == told["score"] == 3
    assert {test["output_format"] for test in told["tests"]} == {"text"}
    assert told["output_format"] == "text"


def test_a_hidden_check_tells_its_title_and_no_more():
    hidden = task(0, text="f([271828]) is off", hint="secret", hidden=True)
    text = results_json(record("ada", hidden, seed=31337))
    assert json.loads(text)["tests"][0]["output"] == "a hidden check"
    for secret in ("271828", "secret", "31337"):
        assert secret not in text


def test_what_could_not_be_graded_has_no_score_but_a_reason():
    told = results(ungraded("bob", "the file is empty"))
    assert "score" not in told
    assert "tests" not in told
    assert told["output"] == "the file is empty"


def test_what_ran_without_a_sandbox_says_so():
    assert "without a sandbox" in results(record(sandbox="unsandboxed"))["output"]
    assert "without" not in results(record())["output"]


def test_a_task_that_was_not_written_is_one_test():
    told = results(record("a", TaskMark("s", "f", 0, 7, unwritten="not written yet")))
    assert [(t["name"], t["max_score"]) for t in told["tests"]] == [("f", 7)]


def test_only_the_first_thing_that_is_wrong_has_a_hint():
    wrong = task(1, 0, 0, 0, hint="add")
    told = [test["output"] for test in results(record("ada", wrong))["tests"]]
    assert ["hint: " in text for text in told] == [False, True, False, False]
