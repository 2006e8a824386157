"""What the rules look at: the cells of a notebook, numbered from 1."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

WHOLE = 0  # the cell number of a problem that no single cell has


@dataclass(frozen=True)
class Problem:
    """What is wrong and what to do, in one sentence or two."""

    cell: int
    text: str

    def located(self, path: Path) -> str:
        """Return the line to print."""
        return f"{path}: {f'cell {self.cell}: ' if self.cell else ''}{self.text}"


class Cell:
    """One cell with its number and what the rules ask of it."""

    def __init__(self, number: int, node: NotebookNode):
        self.number = number
        self.kind = node.cell_type
        self.source = node.source
        self.tags = frozenset(node.metadata.get("tags", []))
        self.metadata = node.metadata
        self.count = node.get("execution_count")
        self.outputs = node.get("outputs", [])

    @property
    def lines(self) -> list[str]:
        """The lines that are not blank."""
        return [line for line in self.source.splitlines() if line.strip()]

    @property
    def text(self) -> str:
        """What a reader sees as text below the cell."""
        streams = [o.text for o in self.outputs if o.output_type == "stream"]
        data = [o.data for o in self.outputs if "data" in o]
        return "\n".join(streams + [d["text/plain"] for d in data if "text/plain" in d])

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed code, without the lines that only IPython understands."""
        plain = [
            "pass" if line.startswith(("%", "!")) else line
            for line in self.source.splitlines()
        ]
        try:
            return ast.parse("\n".join(plain))
        except SyntaxError:  # running the notebook says so; here it has no names
            return ast.Module([], [])

    def problem(self, text: str) -> Problem:
        """Say what is wrong with this cell."""
        return Problem(self.number, text)


@dataclass(frozen=True)
class Page:
    """A notebook under its path."""

    path: Path
    notebook: NotebookNode

    @cached_property
    def cells(self) -> list[Cell]:
        """All cells."""
        return [Cell(n, node) for n, node in enumerate(self.notebook.cells, start=1)]

    @property
    def code(self) -> list[Cell]:
        """The code cells."""
        return [cell for cell in self.cells if cell.kind == "code"]

    @property
    def markdown(self) -> list[Cell]:
        """The Markdown cells."""
        return [cell for cell in self.cells if cell.kind == "markdown"]

    def neighbours(self) -> Iterator[tuple[Cell | None, Cell, Cell | None]]:
        """Yield each cell between the one before it and the one after it."""
        cells = [None, *self.cells, None]
        yield from zip(cells, cells[1:], cells[2:], strict=False)
