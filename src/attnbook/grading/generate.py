"""Make the learner's notebook of a set from its solution."""

import re
from pathlib import Path

from nbformat import NotebookNode, v4

from attnbook.files import replace_file
from attnbook.notebooks.canonical import canonicalise
from attnbook.notebooks.files import as_text, read_notebook

SOLUTION, EXERCISE = "solution.ipynb", "exercise.ipynb"
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = "raise NotImplementedError"
_REGION = re.compile(
    rf"^([ \t]*){BEGIN}[ \t]*$.*?^[ \t]*{END}[ \t]*$", re.MULTILINE | re.DOTALL
)
_FUNCTION = re.compile(r"^def (\w+)", re.MULTILINE)


def without_solution(source: str) -> str:
    r"""Replace what stands between the markers by a stub.

    Raises:
        ValueError: If a marker has no partner.

    Example:
        >>> print(without_solution(
        ...     "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION"
        ... ))
        def f(x):
            raise NotImplementedError
    """
    stub = _REGION.sub(rf"\1{STUB}", source)
    for marker in (BEGIN, END):
        if marker in stub:
            raise ValueError(f"a cell has {marker!r} without its partner:\n{source}")
    return stub


def learners_notebook(solution: NotebookNode) -> NotebookNode:
    """Return the notebook that a learner gets: the solution's cells, with stubs.

    Raises:
        ValueError: If no cell has a solution, or a marker has no partner.
    """
    notebook = v4.new_notebook()
    for cell in solution.cells:
        if cell.cell_type == "markdown":
            notebook.cells.append(v4.new_markdown_cell(cell.source))
        elif cell.cell_type == "code":
            notebook.cells.append(v4.new_code_cell(without_solution(cell.source)))
    if not any(STUB in cell.source for cell in notebook.cells):
        raise ValueError(f"no cell has {BEGIN!r}: nothing is left for a learner to do")
    canonicalise(notebook)
    return notebook


def keep_outputs(fresh: NotebookNode, stored: NotebookNode) -> None:
    """Take over the outputs of cells that have not changed."""
    known = {cell.id: cell for cell in stored.cells if cell.cell_type == "code"}
    for cell in fresh.cells:
        if cell.cell_type == "code" and cell.id in known:
            cell.outputs = known[cell.id].outputs
            cell.execution_count = known[cell.id].execution_count


def generate_exercise(folder: Path) -> bool:
    """Write the learner's notebook of a set; return whether it has to run again.

    The solution is stored without outputs, so that a change of it is easy to read.

    Raises:
        ValueError: If the solution lacks a marker, or answers would be lost.
        NotebookError: If a file is not a notebook.
    """
    source, target = folder / SOLUTION, folder / EXERCISE
    solution = read_notebook(source)
    fresh = learners_notebook(solution)
    before = target.read_text("utf-8") if target.exists() else ""
    if before:
        stored = read_notebook(target)
        _spare_answers(target, stored, fresh)
        keep_outputs(fresh, stored)
    _store(target, as_text(fresh))
    for cell in solution.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    canonicalise(solution)
    _store(source, as_text(solution))
    return as_text(fresh) != before


def _spare_answers(path: Path, stored: NotebookNode, fresh: NotebookNode) -> None:
    unwritten = [cell.source for cell in fresh.cells if STUB in cell.source]
    stubs = {name for source in unwritten for name in _FUNCTION.findall(source)}
    for cell in stored.cells:
        written = stubs.intersection(_FUNCTION.findall(cell.source))
        if written and cell.source not in [c.source for c in fresh.cells]:
            if STUB in cell.source:
                continue
            raise ValueError(
                f"{path} has an answer to {min(written)}, which would be lost: "
                "move the notebook away first"
            )


def _store(path: Path, text: str) -> None:
    if not path.exists() or path.read_text("utf-8") != text:
        replace_file(path, text)
