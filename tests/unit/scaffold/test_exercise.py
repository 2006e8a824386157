import shutil
import subprocess
import sys

import pytest

from attnbook.grading.learners import Elsewhere
from attnbook.grading.run import run_task
from attnbook.grading.score import read_cells
from attnbook.grading.sets import load_set
from attnbook.notebooks.discover import book_root
from attnbook.notebooks.lint import lint_notebook
from attnbook.scaffold.exercise import new_exercise

CHAPTER = "chapters/3-formulas/attention-step-by-step.ipynb"


@pytest.fixture
def root(tmp_path):
    target = tmp_path / CHAPTER.replace("attention-step-by-step", "soft-lookup")
    target.parent.mkdir(parents=True)
    shutil.copy(book_root() / CHAPTER, target)
    return tmp_path


@pytest.mark.slow
def test_a_new_sets_stub_fails_and_its_solution_passes(root):
    written = new_exercise(root, "soft-lookup")
    exercises = load_set(root / "exercises" / "soft-lookup")
    points = {}
    for name in ("exercise", "solution"):
        with Elsewhere(read_cells(exercises.folder / f"{name}.ipynb")) as learner:
            points[name] = run_task("soft_lookup", exercises.checks, learner).points
    assert points == {"exercise": 0, "solution": 3}
    assert lint_notebook(exercises.folder / "exercise.ipynb") == []
    ruff = [sys.executable, "-m", "ruff", "format", "--check", *written]
    assert subprocess.run(ruff, capture_output=True).returncode == 0
    for path in written:
        text = path.read_text("utf-8")
        assert "MY_" not in text
        assert "my_task" not in text
        assert "my-set" not in text


@pytest.mark.slow
def test_each_mistake_of_a_new_set_is_told_by_name(root):
    new_exercise(root, "soft-lookup")
    exercises = load_set(root / "exercises" / "soft-lookup")
    wrong = sorted(exercises.folder.glob("mistakes/*.py"))
    assert len(wrong) == 4
    for path in wrong:
        source = path.read_text("utf-8")
        declared: dict = {}
        exec(source, declared)
        with Elsewhere([source]) as learner:
            result = run_task("soft_lookup", exercises.checks, learner)
        told = {o.check.title: o.text for o in result.outcomes}
        assert declared["SAYS"] in told[declared["FAILS"]]


def test_a_set_belongs_to_a_chapter(root):
    with pytest.raises(ValueError, match="is no chapter"):
        new_exercise(root, "hard-lookup")


def test_a_set_that_exists_is_left_as_it_is(root):
    (root / "exercises" / "soft-lookup").mkdir(parents=True)
    with pytest.raises(ValueError, match="exists and was left as it is"):
        new_exercise(root, "soft-lookup")
