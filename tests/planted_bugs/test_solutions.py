"""Small changes of the solutions are noticed, and the script says so truthfully."""

from dataclasses import replace

import pytest

from tests.exercises.sets import SETS
from tests.planted_bugs.deadline import within
from tests.planted_bugs.mutants import mutants
from tests.planted_bugs.right_too import RIGHT_TOO
from tests.planted_bugs.solutions import score

SOFTMAX = next(one for one in SETS if one.name == "scores-and-temperature")


@pytest.mark.slow
@pytest.mark.parametrize("exercises", SETS, ids=lambda one: one.name)
def test_no_change_of_a_solution_survives_unless_it_is_right_too(exercises) -> None:
    for task in exercises.tasks:
        found = score(exercises, task.name)
        assert found.alive == ()
        assert found.noticed > len(found.same)
        assert {*found.right_too, *found.same} >= set(RIGHT_TOO.get(task.name, ()))


def test_a_check_that_is_taken_away_lets_a_change_survive() -> None:
    wrong = "lead = scores - scores.max(keepdims=True)"
    title = "a row far below the others keeps its weights"
    fewer = tuple(c for c in SOFTMAX.checks if c.title != title)
    assert wrong in score(replace(SOFTMAX, checks=fewer), "stable_softmax").alive
    assert wrong not in score(SOFTMAX, "stable_softmax").alive


def test_every_change_that_is_right_too_has_its_task_and_a_reason() -> None:
    tasks = {task.name for exercises in SETS for task in exercises.tasks}
    assert set(RIGHT_TOO) <= tasks
    assert all(reason for listed in RIGHT_TOO.values() for reason in listed.values())


def test_each_change_is_one_and_none_comes_twice() -> None:
    source = """def f(x, axis=0):
    "Say 1."
    if not x > 2:
        raise ValueError(f"{x + 1}")
    return {"A": np.sum(x, axis=axis)}"""
    found = list(mutants(source))
    assert len({mutant.source for mutant in found}) == len(found)
    assert {mutant.lines for mutant in found} >= {
        "if not x >= 2:",
        "if not x > 3:",
        "if x > 2:",
        "pass",
        'return {"A": np.mean(x, axis=axis)}',
        'return {"A": np.sum(x)}',
        'return {"A": x}',
        "return {'A?': np.sum(x, axis=axis)}",
        "return {}",
    }
    assert all("Say 1." in mutant.source for mutant in found)
    assert all("{x + 1}" in m.source for m in found if "raise" in m.source)


def test_what_does_not_end_is_stopped() -> None:
    def loop() -> None:
        while True:
            pass

    assert within(0.05, loop) is None
    assert within(0.05, lambda: 7) == 7
