import time

import numpy as np
import pytest

from attnbook.grading.answers import NoAnswerError
from attnbook.grading.declare import check
from attnbook.grading.learners import Live
from attnbook.grading.run import CheckError, clean, report_text, run_task
from attnbook.grading.worker.serve import run_cell


@check("f", "it is close to 3", points=2, hint="count again")
def close(student):
    student(np.array([1.0, 2.0]), axis=0).is_number(3)


@check("f", "it refuses nothing", hint="no hint for a crash")
def refuses(student):
    student.refuses("ValueError", 0.0)


def graded(source):
    namespace: dict = {}
    run_cell(source, namespace, "<cell 1>")
    return report_text(run_task("f", [close, refuses], Live(namespace)))


RIGHT = """
def f(x, axis=None):
    if axis is None: raise ValueError("name the axis")
    return 3
"""


def test_a_right_answer_has_a_tick_for_each_check():
    assert graded(RIGHT) == "✓ it is close to 3 (2/2)\n✓ it refuses nothing (1/1)"


def test_a_wrong_value_gets_the_hint_and_the_call():
    assert graded("def f(x, axis=None): return 4.0").splitlines() == [
        "✗ it is close to 3 (0/2)",
        "      f(np.array([1, 2]), axis=0) is not 4",
        "      hint: count again",
        "✗ it refuses nothing (0/1)",
        "      f(0) returned something; it should raise ValueError",
    ]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("raise ValueError", "f(0) raised ValueError without a word on what is wrong"),
        ("bool(np.ones(2))", "a.any() or a.all()  (line: {}): by accident"),
        ("raise KeyError('x')", "f raised KeyError: 'x'  (line: {}), not ValueError"),
    ],
)
def test_an_error_has_to_be_meant_and_to_say_why(error, told):
    body = f"    if axis is None: {error}\n    return 3"
    said = graded(f"import numpy as np\ndef f(x, axis=None):\n{body}")
    assert told.format(f"if axis is None: {error}") in said


def test_a_crash_shows_the_learners_line_and_no_hint():
    assert graded("def f(x, axis=None):\n    return foo(x)").splitlines() == [
        "✗ it is close to 3 (0/2)",
        "      f raised NameError: name 'foo' is not defined  (line: return foo(x))"
        "  (call: f(np.array([1, 2]), axis=0))",
        "✗ it refuses nothing (0/1)",
        "      the same again",
    ]


def test_another_crash_is_told_in_its_own_words():
    told = graded("def f(x, axis=None):\n    return [][0] if axis is None else foo(x)")
    assert "NameError" in told
    assert "IndexError" in told
    assert "not ValueError" in told


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def f(x): raise NotImplementedError", "✗ f is not written yet (0/3)"),
        ("def g(x): pass", "✗ there is no function called f in the notebook (0/3)"),
    ],
)
def test_what_is_not_there_takes_one_line(source, line):
    assert graded(source) == line


def test_a_part_that_is_not_written_costs_no_more_than_that_part():
    assert graded(
        "def f(x, axis=None):\n    if axis is None: raise NotImplementedError\n"
        "    return 3"
    ).splitlines() == [
        "✓ it is close to 3 (2/2)",
        "✗ it refuses nothing (0/1)",
        "      f is not written yet",
    ]


@pytest.mark.parametrize("letter", "\x1b\r\u2028\u200f\u202e\ufeff\ud800")
def test_no_letter_of_a_message_breaks_a_line_or_a_file(letter):
    assert clean(f"a{letter}b") == "a b"


def test_a_long_array_is_told_by_its_shape():
    @check("f", "long", hint="h")
    def long(student):
        student(np.zeros((7, 5)), n=[1, 2]).is_number(1)

    learner = Live({"f": lambda *_, **__: 0})
    told = report_text(run_task("f", [long], learner))
    assert "f(array (7, 5), n=[1, 2]) is not 0" in told


def test_an_endless_loop_ends_once_for_all_checks():
    namespace: dict = {}
    run_cell("def f(x, axis=None):\n    while True: pass", namespace, "<cell 1>")
    start = time.monotonic()
    told = report_text(run_task("f", [close, refuses], Live(namespace, limit=0.2)))
    assert time.monotonic() - start < 1
    assert "still running after 0.2 s (an endless loop?)" in told
    assert "(line: while True: pass)" in told
    assert told.endswith("f was not called again")


def test_a_loop_that_catches_its_end_is_told_all_the_same():
    namespace: dict = {}
    body = "    try:\n        time.sleep(9)\n    except TimeoutError: return 3"
    run_cell(f"import time\ndef f(x, axis=None):\n{body}", namespace, "<cell 1>")
    told = report_text(run_task("f", [close, refuses], Live(namespace, limit=0.2)))
    assert "f was still running after 0.2 s" in told
    assert told.endswith("f was not called again")


def test_a_tensor_is_told_how_to_become_an_array():
    learner = Live({"f": lambda *_, **__: type("Tensor", (), {})()})
    told = report_text(run_task("f", [close], learner))
    assert "an object of type Tensor: return its NumPy array" in told


def test_a_number_is_told_as_one_reads_it():
    @check("f", "short", hint="h")
    def short(student):
        student(0.1 + 0.2, np.array([1 / 3, 2]), 1e-9).is_number(1)

    told = report_text(run_task("f", [short], Live({"f": lambda *_: 0})))
    assert "f(0.3, np.array([0.333333, 2]), 1e-09) is not 0" in told


def test_each_seed_draws_numbers_of_its_own_and_again_the_same():
    drawn = []

    @check("f", "draws", hint="h")
    def draws(student):
        drawn.append(float(student.rng.normal()))

    for seed in (0, 0, 1):
        run_task("f", [draws], Live({}), seed=seed)
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_fault_of_a_check_is_not_taken_for_the_learners():
    @check("f", "broken", hint="h")
    def broken(student):
        raise KeyError(f"ours, not {student}")

    with pytest.raises(
        CheckError, match=r"'broken' \(.*/test_run.py, line \d+\) raised"
    ):
        run_task("f", [broken], Live({}))


def test_a_check_that_takes_no_student_is_named_too():
    @check("f", "of nobody", hint="h")
    def broken():
        pass

    with pytest.raises(CheckError, match=r"'of nobody' .* raised TypeError: .*broken"):
        run_task("f", [broken], Live({}))


def test_no_control_character_reaches_the_report():
    @check("f", "t", hint="h")
    def forged(student):
        raise NoAnswerError(student().value)

    learner = Live({"f": lambda: "a\r\n✓ all\x1b[2J\u202e"})
    told = report_text(run_task("f", [forged], learner)).splitlines()
    assert told[1] == "      a  ✓ all [2J "
