"""Rules on second copies: derive by hand, compare, and never shadow the package."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attnbook
from attnbook.notebooks.lint.page import Cell, Page, Problem

_SUFFIX = "_by_hand"
_COMPARISONS = {
    "allclose",
    "array_equal",
    "assert_allclose",
    "assert_array_equal",
    "assert_close",
    "equal",
    "isclose",
}
_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def package_is_not_copied(page: Page) -> Iterator[Problem]:
    """What `src/` has, a notebook derives under another name or shows."""
    for cell, name in _definitions(page):
        if name in public_names():
            yield cell.problem(
                f"defines {name}, which attnbook has; name it {name}{_SUFFIX} and "
                f"compare it with the package, or use show_source({name})"
            )


def by_hand_is_compared(page: Page) -> Iterator[Problem]:
    """A derivation ends in a comparison with the package that prints True."""
    for cell, name in _definitions(page):
        if name.endswith(_SUFFIX) and not _compared(page, name):
            yield cell.problem(
                f"defines {name}, and no cell compares it; print "
                f"np.allclose({name}(...), {name.removesuffix(_SUFFIX)}(...)) below"
            )


@cache
def public_names() -> frozenset[str]:
    """Return all public functions and classes of the package, without importing it."""
    folder = Path(attnbook.__file__).parent
    trees = (ast.parse(file.read_text("utf-8")) for file in folder.rglob("*.py"))
    names = {n.name for t in trees for n in t.body if isinstance(n, _Function)}
    return frozenset(name for name in names if not name.startswith("_"))


def _definitions(page: Page) -> Iterator[tuple[Cell, str]]:
    for cell in page.code:
        for node in ast.walk(cell.tree):
            if isinstance(node, _Function) and not _is_method(node, cell.tree):
                yield cell, node.name


def _is_method(function: _Function, tree: ast.Module) -> bool:
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return any(function in cls.body for cls in classes)


def _compared(page: Page, function: str) -> bool:
    """Follow the results of a function to a comparison whose cell prints True."""
    carriers = {function}  # the function, and the variables that hold its results
    for cell in page.code:
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.Assign) and carriers & _names(node.value):
                carriers |= {n for target in node.targets for n in _names(target)}
            elif isinstance(node, ast.Call) and _is_comparison(node):
                arguments = [*node.args, *(k.value for k in node.keywords)]
                used = set().union(*map(_names, arguments))
                asserted = _called(node).startswith("assert")
                if carriers & used and (asserted or "True" in cell.text):
                    return True
    return False


def _is_comparison(call: ast.Call) -> bool:
    return _called(call) in _COMPARISONS


def _called(call: ast.Call) -> str:
    """Return ``allclose`` for ``np.allclose(...)``."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _names(node: ast.expr) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


RULES = (package_is_not_copied, by_hand_is_compared)
