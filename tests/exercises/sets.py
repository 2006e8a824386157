"""The exercise sets of the project, and the answers that are kept beside them."""

import ast
import json
from dataclasses import dataclass
from pathlib import Path

from attnbook.grading.learners import Elsewhere, Live
from attnbook.grading.run import Result, run_task
from attnbook.grading.sets import ExerciseSet, all_sets
from attnbook.grading.worker.serve import run_cell

ROOT = Path(__file__).resolve().parents[2]
SETS = list(all_sets(ROOT / "exercises"))


@dataclass(frozen=True)
class Mistake:
    """A wrong answer, the check that it fails, and what that has to say."""

    exercises: ExerciseSet
    path: Path
    task: str
    fails: str
    says: str


def mistakes(exercises: ExerciseSet) -> list[Mistake]:
    paths = sorted((exercises.folder / "mistakes").glob("*.py"))
    return [_mistake(exercises, path) for path in paths]


def _mistake(exercises: ExerciseSet, path: Path) -> Mistake:
    constants = {
        target.id: ast.literal_eval(node.value)
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if target.id in ("TASK", "FAILS", "SAYS")
    }
    given = constants["TASK"], constants["FAILS"], constants["SAYS"]
    return Mistake(exercises, path, *given)


MISTAKES = [mistake for exercises in SETS for mistake in mistakes(exercises)]


def code_of(notebook: Path) -> list[str]:
    """Return the sources of a notebook's code cells."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]


def learner_of(source: str) -> Live:
    """Run an answer as a cell of a notebook."""
    namespace: dict = {}
    run_cell(source, namespace, "<answer>")
    return Live(namespace)


def solution_of(exercises: ExerciseSet) -> Live:
    """Run the cells of a solution, but for the checks among them."""
    cells = code_of(exercises.folder / "solution.ipynb")
    return learner_of("\n".join(c for c in cells if not c.startswith("check(")))


def live(source: str, exercises: ExerciseSet, task: str) -> Result:
    """Grade a task as ``check`` does in a notebook."""
    return run_task(task, exercises.checks, learner_of(source))


def elsewhere(cells: list[str], exercises: ExerciseSet) -> list[Result]:
    """Grade all tasks as ``attnbook score`` does."""
    with Elsewhere(cells) as learner:
        return [run_task(t.name, exercises.checks, learner) for t in exercises.tasks]
