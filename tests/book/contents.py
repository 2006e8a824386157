"""What the book consists of, read from its sources."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def listed() -> list[str]:
    """Return the pages that the table of contents lists, without suffix, in order."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    chapters = [page for part in toc["parts"] for page in part["chapters"]]
    return [toc["root"], *(page["file"] for page in chapters)]


def written() -> list[str]:
    """Return the pages that exist, without suffix."""
    return [
        path.relative_to(ROOT).with_suffix("").as_posix()
        for folder, depth in (("book", "*"), ("chapters", "*/*"))
        for path in sorted((ROOT / folder).glob(depth))
        if path.suffix in (".md", ".ipynb")
    ]


def notebooks() -> list[Path]:
    """Return the notebooks among the pages."""
    paths = [ROOT / f"{page}.ipynb" for page in written()]
    return [path for path in paths if path.is_file()]


def code_cells(path: Path) -> Iterator[str]:
    """Yield the source of each code cell, without the lines that are IPython's own."""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            lines = "".join(cell["source"]).splitlines()
            yield "\n".join(line for line in lines if not line.startswith(("%", "!")))


def functions(source: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each function with its body, in a form that can be compared.

    A method is named with its class, so that every class may have a `forward`.
    """
    tree = ast.parse(source)
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    method_of = {method: cls.name for cls in classes for method in cls.body}
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            name = f"{method_of[node]}.{node.name}" if node in method_of else node.name
            yield name, ast.dump(ast.Module(body, []))


def package_functions() -> dict[str, set[str]]:
    """Return the bodies of every function of the package, by name."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "src").rglob("*.py"):
        for name, body in functions(path.read_text("utf-8")):
            found.setdefault(name, set()).add(body)
    return found
