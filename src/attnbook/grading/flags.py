"""What a human should look at in the code of a notebook: no mark depends on it."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

# Functions that do the job of an exercise: whether they may is for a human to say.
_DO_THE_JOB = {
    "scaled_dot_product_attention",
    "multi_head_attention_forward",
    "MultiheadAttention",
    "MultiHeadAttention",
    "softmax",
    "log_softmax",
    "Softmax",
    "dot_product_attention",
}
# What an exercise has no use for, and whoever tries to outwit a grader has.
_ODD_MODULES = {"ctypes", "gc", "inspect", "socket", "subprocess", "signal", "requests"}
_OWN = {"attnbook.reference", "attnbook.functional", "attnbook.nn"}
_ODD_NAMES = {"_exit", "fork", "kill", "__globals__", "__subclasses__", "_getframe"}
_MOST = 20


def flags_of(
    cells: Sequence[str], tasks: Sequence[str], solution: Sequence[str] = ()
) -> list[str]:
    """Say what stands out, with the number of the cell.

    Args:
        cells: The code cells of a notebook.
        tasks: The functions that it should have.
        solution: The cells of the solution: what it does for a task, others may.

    Example:
        >>> flags_of(["import torch", "torch.softmax(x, -1)"], [])
        ['calls torch.softmax (code cell 2)']
    """
    expected = {
        (name, flag)
        for flag, _, defined in _found(solution)
        for name in defined & set(tasks)
    }
    found: dict[str, int] = {}
    for flag, number, defined in _found(cells):
        if not any((name, flag) in expected for name in defined):
            found.setdefault(flag, number)
    flags = [f"{flag} (code cell {number})" for flag, number in found.items()]
    return [*flags, *repeated(cells, tasks)][:_MOST]


def _found(cells: Sequence[str]) -> Iterator[tuple[str, int, set[str]]]:
    """Give what is odd, the number of its cell, and the functions defined there."""
    known: dict[str, str] = {}
    for number, cell in enumerate(cells, 1):
        nodes = list(_nodes(cell))
        defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
        for node in nodes:
            for flag in _flags(node, known):
                yield flag, number, defined


def repeated(cells: Sequence[str], tasks: Sequence[str]) -> list[str]:
    """Say which task has a second function of its name: the last one counts."""
    names = Counter(
        node.name
        for cell in cells
        for node in _nodes(cell)
        if isinstance(node, ast.FunctionDef) and node.name in tasks
    )
    return [
        f"{name} is defined {times} times: the last one counts"
        for name, times in names.items()
        if times > 1
    ]


def _nodes(cell: str) -> Iterator[ast.AST]:
    try:
        yield from ast.walk(ast.parse(cell))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return


def _flags(node: ast.AST, known: dict[str, str]) -> Iterator[str]:
    """Say what is odd about a node; note which names come from libraries."""
    if isinstance(node, ast.Import):
        for name in node.names:
            root = name.name.partition(".")[0]
            known[name.asname or root] = name.name if name.asname else root
            if root in _ODD_MODULES:
                yield f"imports {root}"
    elif isinstance(node, ast.ImportFrom):
        module = str(node.module)
        known |= {n.asname or n.name: f"{module}.{n.name}" for n in node.names}
        if module.partition(".")[0] in _ODD_MODULES or module in _OWN:
            yield f"imports {module}"
        for alias in node.names:
            if alias.name in _DO_THE_JOB and alias.asname:
                yield f"imports {module}.{alias.name} as {alias.asname}"
    elif isinstance(node, ast.Attribute) and node.attr in _ODD_NAMES:
        yield f"uses {node.attr}"
    elif isinstance(node, ast.Call):
        if path := _does_the_job(node.func, known):
            yield f"calls {path}"
    elif isinstance(node, ast.Assign) and (path := _does_the_job(node.value, known)):
        yield f"gives {path} another name"


def _does_the_job(function: ast.expr, known: dict[str, str]) -> str:
    """Write out what is called, if it does the whole job of an exercise."""
    path = _path(function, known)
    does = "." in path and path.rpartition(".")[2] in _DO_THE_JOB
    return path.removeprefix(".") if does else ""


def _path(function: ast.expr, known: dict[str, str]) -> str:
    """Write out what is called, from the library on."""
    if isinstance(function, ast.Attribute):
        return f"{_path(function.value, known)}.{function.attr}"
    return known.get(function.id, "") if isinstance(function, ast.Name) else ""
