"""The class that three graders get: its marks are right, and the table tells them."""

import numpy as np
import pytest

from benchmarks.peers import nbgrader, otter, ours
from benchmarks.peers.__main__ import measured, told
from benchmarks.peers.handed_in import CASES, IMPORT, SUBMISSIONS

HOSTILE = ("allclose", "exit", "otter")
HONEST = [s for s in SUBMISSIONS if not any(word in s.cells[0] for word in HOSTILE)]


def earned(cells) -> int:
    """Add up the points, as a teacher would who reads and tries the code."""
    namespace: dict = {}
    for cell in (IMPORT, *cells):
        try:
            exec(compile(cell, "<cell>", "exec"), namespace)
        except SyntaxError:
            continue
    points = 0
    for case in CASES:
        try:
            with np.errstate(all="ignore"):
                answer = eval(f"{case.task}({case.arguments})", namespace)
        except (NameError, NotImplementedError):
            continue
        points += case.points * np.allclose(answer, eval(case.expected))
    return int(points)


def test_there_are_twenty_of_which_some_are_wrong_and_some_are_hostile():
    assert len({one.name for one in SUBMISSIONS}) == len(SUBMISSIONS) == 20
    assert sum(case.points for case in CASES) == 8
    assert len(HONEST) == 16


@pytest.mark.parametrize("one", HONEST, ids=lambda one: one.name)
def test_a_mark_is_deserved(one):
    assert earned(one.cells) == one.deserved


def test_the_table_marks_what_was_not_deserved_and_says_who_was_not_run():
    names = ours.NAME, nbgrader.NAME
    rows = [
        {"submission": "right", "deserved": 8, names[0]: 8, names[1]: None},
        {"submission": "fooling", "deserved": 0, names[0]: 0, names[1]: 6.0},
    ]
    seconds = {names[0]: [2.0, 9.0, 2.0], names[1]: [8.0, 8.0, 8.0]}
    text = told(
        {
            "machine": {"cores": 2},
            "seconds": seconds,
            "not_run": {otter.NAME: "no network"},
            "marks": rows,
        }
    )
    assert "otter run was not run: no network" in text
    assert "| attnbook grade | 2.0 | 60 | 1 | 2 of 2 |" in text
    assert "| nbgrader autograde | 8.0 | 15 | 4 | 0 of 2 |" in text
    assert "| right | 8 | 8 | **none** |" in text
    assert "| fooling | 0 | 0 | **6** |" in text


def test_a_peer_that_fails_leaves_the_others(tmp_path, monkeypatch):
    def fails(_):
        raise RuntimeError("pip: no network")

    for grader in (ours, nbgrader, otter):
        monkeypatch.setattr(grader, "prepare", lambda _: None)
        monkeypatch.setattr(grader, "grade", lambda _: None)
        monkeypatch.setattr(grader, "marks", lambda _: {"right 0": 8})
    monkeypatch.setattr(nbgrader, "prepare", fails)
    seconds, found, missing = measured(tmp_path, turns=2)
    assert list(seconds) == list(found) == [ours.NAME, otter.NAME]
    assert len(seconds[ours.NAME]) == 2
    assert missing == {nbgrader.NAME: "pip: no network"}
