"""Show a function of the package in a notebook, so that no second copy is needed."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from IPython.display import display

from attnbook.notebooks.docstrings import as_markdown

_DOCUMENTED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Source:
    """Code without its docstrings, and the docstrings apart, by owner."""

    where: str
    code: str
    docs: dict[str, str]

    def __repr__(self) -> str:
        return f"# {self.where}\n{self.code}"

    def _repr_markdown_(self) -> str:
        code = f"```python\n# {self.where}\n{self.code}\n```\n"
        if not self.docs:
            return code
        own, *inner = self.docs.items()
        docs = [as_markdown(own[1])]
        docs += [f"**`{name}`**: {as_markdown(text)}" for name, text in inner]
        fold = "<details>\n<summary>Docstring</summary>"
        return "\n\n".join([code + "\n" + fold, *docs, "</details>\n"])


def show_source(thing: Callable | type) -> None:
    """Show the signature and the body of a function or class, its docstring folded.

    Args:
        thing: A function or class that Python code defines.

    Raises:
        ValueError: If there is no Python source, as for ``len`` or a number.

    Example:
        >>> from attnbook.notebooks.discover import book_notebooks
        >>> show_source(book_notebooks)  # doctest: +ELLIPSIS
        # attnbook/notebooks/discover.py
        def book_notebooks(root: Path) -> list[Path]:
        ...
    """
    display(read_source(thing))


def read_source(thing: Callable | type) -> Source:
    """Return what `show_source` shows."""
    try:
        text = textwrap.dedent(inspect.getsource(thing))
    except (TypeError, OSError):
        raise ValueError(
            f"{thing!r} has no Python source to show: give a function or a class"
        ) from None
    where = f"{thing.__module__.replace('.', '/')}.py"
    code, docs = _split(text)
    return Source(where, code, docs)


def _split(text: str) -> tuple[str, dict[str, str]]:
    """Part the code from its docstrings."""
    lines, docs = text.splitlines(), {}
    for name, node in _docstrings(ast.parse(text).body[0]):
        docs[name] = inspect.cleandoc(node.value)
        for number in range(node.lineno - 1, node.end_lineno):
            lines[number] = None
        _drop_blank_after(lines, node.end_lineno)
    return "\n".join(line for line in lines if line is not None), docs


def _docstrings(top: ast.stmt) -> Iterator[tuple[str, ast.Constant]]:
    """Yield each docstring with the name of its owner, in the order of the lines."""
    for node in sorted(
        (n for n in ast.walk(top) if isinstance(n, _DOCUMENTED)), key=_line
    ):
        first = node.body[0]
        if ast.get_docstring(node) is not None and len(node.body) > 1:
            yield node.name, first.value


def _line(node: ast.stmt) -> int:
    return node.lineno


def _drop_blank_after(lines: list[str | None], number: int) -> None:
    """Drop the empty line that parted a docstring from the body."""
    if number < len(lines) and lines[number] is not None and not lines[number].strip():
        lines[number] = None
