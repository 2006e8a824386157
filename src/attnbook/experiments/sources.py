"""Which code does a result depend on, and has it changed since?"""

import ast
import hashlib
from pathlib import Path

import attnbook

_PACKAGE = Path(attnbook.__file__).parent
_WITH_DOCSTRING = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def fingerprint(source: str) -> str:
    """Reduce Python source to a hash that only its meaning changes.

    Comments, docstrings, blank lines and line breaks don't count.

    Example:
        >>> fingerprint("x = (1)  # one") == fingerprint("x = 1")
        True
        >>> fingerprint("x = 1") == fingerprint("x = 2")
        False
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, _WITH_DOCSTRING) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return hashlib.sha256(_canonical(tree).encode()).hexdigest()[:16]


def _canonical(node: object) -> str:
    """Write a syntax tree as text that is the same under every Python version.

    Newer versions know more fields; those that are empty are left out.
    """
    if isinstance(node, list):
        return "[" + ",".join(_canonical(item) for item in node) + "]"
    if not isinstance(node, ast.AST):
        return repr(node)
    filled = [(n, v) for n, v in ast.iter_fields(node) if v is not None and v != []]
    inside = ",".join(f"{name}={_canonical(value)}" for name, value in filled)
    return f"{type(node).__name__}({inside})"


def imported_modules(module: str) -> list[str]:
    """List a module of this package and all it imports from the package, in turn.

    The imports are read, not run. A package's own ``__init__`` counts only where it is
    imported by name: ``from attnbook.tasks.dates import ...`` asks for `dates` alone.

    Raises:
        ValueError: If there is no such module.

    Example:
        >>> imported_modules("attnbook.tasks.date_probes")
        ['attnbook.tasks.date_probes', 'attnbook.tasks.dates']
    """
    if _path(module) is None:
        raise ValueError(f"there is no module {module!r} in {_PACKAGE}")
    found, waiting = set(), [module]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _direct_imports(name)
    return sorted(found)


def source_hashes(module: str) -> dict[str, str]:
    """Give the fingerprint of a module and of each that it imports from the package."""
    return {name: fingerprint(_read(name)) for name in imported_modules(module)}


def _path(module: str) -> Path | None:
    package, *parts = module.split(".")
    if package != _PACKAGE.name:
        return None
    stem = _PACKAGE.joinpath(*parts)
    return next(
        (p for p in (stem.with_suffix(".py"), stem / "__init__.py") if p.is_file()),
        None,
    )


def _read(module: str) -> str:
    return _path(module).read_text(encoding="utf-8")


def _direct_imports(module: str) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(_read(module))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            source = _absolute(node, module)
            inside = [f"{source}.{alias.name}" for alias in node.names]
            names += [name if _path(name) else source for name in inside]
    return [name for name in names if _path(name)]


def _absolute(node: ast.ImportFrom, module: str) -> str:
    """Spell ``from . import x`` out."""
    if not node.level:
        return node.module
    above = module.split(".")
    is_package = _path(module).name == "__init__.py"
    kept = above[: len(above) - node.level + is_package]
    return ".".join([*kept, *([node.module] if node.module else [])])
