"""Stubs earn nothing, solutions all, and each known mistake is told by name."""

from collections import Counter

import pytest

from attnbook.grading.run import report_text

from .sets import MISTAKES, SETS, code_of, elsewhere, live

sets = pytest.mark.parametrize("exercises", SETS, ids=lambda s: s.name)
each_mistake = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.path.stem)


@sets
def test_an_untouched_notebook_earns_nothing_and_shows_no_traceback(exercises):
    results = elsewhere(code_of(exercises.folder / "exercise.ipynb"), exercises)
    assert sum(result.points for result in results) == 0
    for result in results:
        assert report_text(result) == (
            f"✗ {result.task} is not written yet (0/{result.possible})"
        )


@sets
def test_the_solution_earns_every_point(exercises):
    results = elsewhere(code_of(exercises.folder / "solution.ipynb"), exercises)
    for result in results:
        assert result.points == result.possible > 0, report_text(result)


@sets
def test_answers_written_in_another_way_earn_every_point(exercises):
    paths = sorted((exercises.folder / "also_right").glob("*.py"))
    answered = set()
    for path in paths:
        for result in elsewhere([path.read_text("utf-8")], exercises):
            if not result.unwritten:
                answered.add(result.task)
                assert result.points == result.possible, report_text(result)
    assert answered == {task.name for task in exercises.tasks}


@each_mistake
def test_a_mistake_fails_its_check_and_is_told_by_name(mistake):
    source = mistake.path.read_text("utf-8")
    result = live(source, mistake.exercises, mistake.task)
    told = {o.check.title: o.text for o in result.outcomes if o.text}
    assert mistake.fails in told, report_text(result)
    assert mistake.says in told[mistake.fails]


@pytest.mark.slow
@sets
def test_mistakes_cost_the_same_in_a_process_of_their_own(exercises):
    """One mistake for each check: its report is the same, word for word."""
    one_each = {(m.task, m.fails): m for m in MISTAKES if m.exercises is exercises}
    for mistake in one_each.values():
        source = mistake.path.read_text("utf-8")
        results = elsewhere([source], exercises)
        there = next(r for r in results if r.task == mistake.task)
        assert report_text(there) == report_text(live(source, exercises, mistake.task))


@sets
def test_no_two_mistakes_of_a_task_are_told_alike(exercises):
    told = {}
    for mistake in (m for m in MISTAKES if m.exercises is exercises):
        result = live(mistake.path.read_text("utf-8"), exercises, mistake.task)
        text = next(o.text for o in result.outcomes if o.check.title == mistake.fails)
        told[mistake.path.stem] = (mistake.task, mistake.fails, text)
    twice = [key for key, n in Counter(told.values()).items() if n > 1]
    assert not twice


@sets
def test_every_task_has_four_mistakes_and_every_check_one(exercises):
    known = [m for m in MISTAKES if m.exercises is exercises]
    per_task = Counter(m.task for m in known)
    assert all(per_task[task.name] >= 4 for task in exercises.tasks), per_task
    checks = {(check.task, check.title) for check in exercises.checks}
    assert checks == {(m.task, m.fails) for m in known}
