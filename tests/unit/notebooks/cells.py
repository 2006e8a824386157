"""Small notebooks for tests, as `make notebooks` would have stored them."""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4

from attnbook.notebooks.canonical import canonicalise
from attnbook.notebooks.files import as_text


def md(source: str) -> NotebookNode:
    return v4.new_markdown_cell(source)


def code(
    source: str,
    text: str | None = None,
    *,
    tags: tuple[str, ...] = (),
    outputs: list[NotebookNode] | None = None,
    **metadata: Any,
) -> NotebookNode:
    """Make a cell that printed `text`."""
    if outputs is None:
        outputs = [printed(text)] if text is not None else []
    if tags:
        metadata["tags"] = list(tags)
    return v4.new_code_cell(source, outputs=outputs, metadata=metadata)


def printed(text: str, name: str = "stdout") -> NotebookNode:
    return v4.new_output("stream", name=name, text=f"{text}\n")


def shown(**data: Any) -> NotebookNode:
    """Make a display of one MIME type, `image_png=...` for ``image/png``."""
    data = {kind.replace("_", "/", 1): content for kind, content in data.items()}
    return v4.new_output("display_data", data={"text/plain": "shown", **data})


def notebook(*cells: NotebookNode) -> NotebookNode:
    """Number the code cells in order, as a run does."""
    made = v4.new_notebook(cells=list(cells))
    for count, cell in enumerate((c for c in cells if c.cell_type == "code"), 1):
        cell.execution_count = count
    return made


def store(path: Path, *cells: NotebookNode) -> Path:
    """Write a notebook in its stored form."""
    made = notebook(*cells)
    canonicalise(made)
    path.write_text(as_text(made), "utf-8")
    return path
