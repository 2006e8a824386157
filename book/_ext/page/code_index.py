"""Find the functions of the package by reading its files, which need not be installed.

``src/attnbook/reference`` and ``src/attnbook/nn`` say in their ``__init__`` what is
public; ``functional`` has the same names as ``reference``, for PyTorch.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path("src/attnbook")
TWINS = {"reference": "functional"}
_CHAPTER = re.compile(r"Chapter:\s+(\d-[\w-]+/[\w-]+)")
_DEFINITIONS = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Definition:
    """A public function or class.

    Attributes:
        name: What it is called.
        module: Where it stands, as in ``reference/softmax``.
        source: Its code.
        twin: The code of its namesake for PyTorch; empty if there is none.
        chapter: The page that derives it; empty if it names none.
    """

    name: str
    module: str
    source: str
    twin: str
    chapter: str

    @property
    def page(self) -> str:
        """The page that shows it."""
        return f"code/{self.module}"

    @property
    def test_page(self) -> str:
        """The page that shows the tests of its module."""
        return f"code/tests/{self.module}"


def find_definitions(root: Path) -> dict[str, Definition]:
    """Return what is public, by name; nothing if the package is not there."""
    found = {}
    for part in ("reference", "nn"):
        for module, name in _public(root / PACKAGE / part / "__init__.py"):
            source = _sources(root / PACKAGE / part / f"{module}.py").get(name)
            if source is None or name in found:
                continue
            twin = root / PACKAGE / TWINS.get(part, "") / f"{module}.py"
            found[name] = Definition(
                name,
                f"{part}/{module}",
                source,
                _sources(twin).get(name, "") if part in TWINS else "",
                (_CHAPTER.findall(source) or [""])[0],
            )
    return found


def _public(init: Path) -> list[tuple[str, str]]:
    """Return the module and the name of each thing that a package imports."""
    if not init.is_file():
        return []
    lines = ast.parse(init.read_text("utf-8")).body
    return [
        (line.module.rpartition(".")[2], alias.name)
        for line in lines
        if isinstance(line, ast.ImportFrom)
        for alias in line.names
    ]


def _sources(path: Path) -> dict[str, str]:
    """Return the code of each function and class of a file, by name."""
    if not path.is_file():
        return {}
    text = path.read_text("utf-8")
    lines = text.splitlines()
    return {
        node.name: "\n".join(lines[node.lineno - 1 : node.end_lineno])
        for node in ast.parse(text).body
        if isinstance(node, _DEFINITIONS)
    }
