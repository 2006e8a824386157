"""The sets of the book, graded as a teacher grades them."""

import ast

import pytest

from attnbook.grading.assignment import collect
from attnbook.grading.cells import code_cells
from attnbook.grading.grade import Work, grade
from attnbook.grading.record import Record, Student

from .sets import ROOT, SETS
from .small import notebook, terms

pytestmark = pytest.mark.slow
sets = pytest.mark.parametrize("exercises", SETS, ids=lambda s: s.name)


def solution(exercises) -> list[str]:
    return code_cells((exercises.folder / "solution.ipynb").read_bytes())


def graded(exercises, content: bytes) -> Record:
    assignment = collect(ROOT / "exercises", [exercises.name])
    return grade(Work("ada", "ada.ipynb", Student(), content), terms(assignment))


@sets
def test_a_task_names_the_tasks_that_its_solution_calls(exercises):
    uses = {task.name: set(task.uses) for task in exercises.tasks}
    for cell in solution(exercises):
        for node in ast.parse(cell).body:
            if isinstance(node, ast.FunctionDef) and node.name in uses:
                names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
                assert names & set(uses) - {node.name} == uses[node.name], node.name


@sets
@pytest.mark.usefixtures("sandbox")
def test_in_the_sandbox_the_solution_earns_every_point(exercises):
    record = graded(exercises, (exercises.folder / "solution.ipynb").read_bytes())
    assert record.status == "graded", record.reason
    assert record.points == record.possible, record
    assert record.notes == ()


@sets
@pytest.mark.usefixtures("sandbox")
def test_in_the_sandbox_an_untouched_notebook_earns_nothing(exercises):
    record = graded(exercises, (exercises.folder / "exercise.ipynb").read_bytes())
    assert (record.status, record.points, record.notes) == ("graded", 0, ())


@sets
@pytest.mark.usefixtures("sandbox")
def test_whoever_fails_at_what_others_use_gets_the_marks_of_these(exercises):
    used = {name for task in exercises.tasks for name in task.uses}
    if not used:
        return
    broken = [f"def {name}(*args, **kwargs):\n    return None" for name in used]
    record = graded(exercises, notebook(*solution(exercises), *broken))
    for mark in record.tasks:
        assert mark.points == (0 if mark.task in used else mark.possible), mark
