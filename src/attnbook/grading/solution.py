"""Show the solution of a task, to who has tried it."""

import ast
import textwrap

from attnbook.grading.cells import read_cells
from attnbook.grading.sets import ExerciseSet, find_task
from attnbook.grading.words import counted

EXERCISE, SOLUTION = "exercise.ipynb", "solution.ipynb"
_WIDTH = 78


def solution_text(task: str, *, anyway: bool = False) -> str:
    """Return the code of a solution, and what its checks ask.

    Args:
        task: The name of the function.
        anyway: Whether to show it to who has not tried.

    Raises:
        ValueError: If there is no such task, its notebook has no attempt, or the
            solutions are not here.
    """
    exercises, _ = find_task(task)
    solved = _code(task, exercises)
    if not anyway and task not in tried(exercises):
        raise ValueError(
            f"{task} has not been tried: write your answer into "
            f"{exercises.folder.name}/{EXERCISE} and save it, "
            f"ask for a question with `attnbook hint {task}`, "
            "or add --anyway"
        )
    return "\n".join([solved, "", *asked(task, exercises)])


def tried(exercises: ExerciseSet) -> set[str]:
    """Name the tasks of which the learner's notebook holds more than the stub.

    Raises:
        ValueError: If the file is no notebook.
    """
    path = exercises.folder / EXERCISE
    cells = read_cells(path) if path.exists() else []
    names = (task.name for task in exercises.tasks)
    return {name for name in names if any(_is_attempt(c, name) for c in cells)}


def _is_attempt(cell: str, task: str) -> bool:
    if f"def {task}(" not in cell:
        return False
    try:
        nodes = ast.walk(ast.parse(cell))
    except SyntaxError:  # something was written, if not yet Python
        return True
    found = [n for n in nodes if isinstance(n, ast.FunctionDef) and n.name == task]
    return any(not _is_stub(function) for function in found)


def _is_stub(function: ast.FunctionDef) -> bool:
    """Tell whether a function does nothing but say that it is not written."""
    rest = [n for n in function.body if not isinstance(n, ast.Expr | ast.Pass)]
    return not rest or "NotImplementedError" in ast.unparse(rest[0])


def _code(task: str, exercises: ExerciseSet) -> str:
    path = exercises.folder / SOLUTION
    if not path.exists():
        raise ValueError(
            f"the solutions of {exercises.folder.name} are in the book's own folder; "
            "what a teacher hands out has none"
        )
    cell = next(cell for cell in read_cells(path) if f"def {task}(" in cell)
    return without_markers(cell)


def without_markers(source: str) -> str:
    r"""Leave out the lines that say where a solution begins and ends.

    Example:
        >>> print(without_markers("def f():\n    ### BEGIN SOLUTION\n    return 1"))
        def f():
            return 1
    """
    markers = ("### BEGIN SOLUTION", "### END SOLUTION")
    lines = source.split("\n")
    return "\n".join(line for line in lines if line.strip() not in markers)


def asked(task: str, exercises: ExerciseSet) -> list[str]:
    """List what the checks of a task ask, with points and hints, as Markdown."""
    lines = ["What its checks ask:", ""]
    for check in (c for c in exercises.checks if c.task == task):
        lines.append(f"- {check.title} ({counted(check.points, 'point')}):")
        indent = "  "
        lines += textwrap.wrap(
            check.hint,
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
    return lines
