"""Answer requests: run this cell, take these functions, call one with these arrays."""

import ast
import builtins
import linecache
import os
import re
import sys
from io import IOBase, TextIOBase
from typing import Any

from . import calling, wire

# Bytes; NumPy alone reserves a good part of a GB.
_LIMITS = {"RLIMIT_AS": 4 * 1024**3, "RLIMIT_CORE": 0}
# Outside, these would count what else the user runs.
_IN_A_SANDBOX = {
    "RLIMIT_NPROC": 16,
    "RLIMIT_NOFILE": 128,
    "RLIMIT_FSIZE": 64 * 1024**2,
}
_DEFINITIONS = (
    ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
)


def serve(*, bounded: bool = False) -> None:
    """Answer until the other side hangs up.

    Args:
        bounded: Whether this is a sandbox, whose processes and files can be counted.
    """
    requests, answers = _pipes()
    _set_limits(bounded)
    builtins.display = lambda *_, **__: None
    namespace: dict[str, Any] = {"__name__": "__main__"}
    while True:
        try:
            request = wire.receive(requests)
        except EOFError:
            return
        answer = _answer(request, namespace)
        wire.send(answers, {**answer, "number": request["number"]})


def _answer(request: dict[str, Any], namespace: dict[str, Any]) -> dict[str, Any]:
    if "cell" in request:
        return run_cell(request["cell"], namespace, request["name"], request["careful"])
    if "give" in request:
        return take(request["give"], namespace)
    return calling.call_function(
        namespace, request["call"], request["args"], request["kwargs"]
    )


def run_cell(
    source: str, namespace: dict[str, Any], name: str, careful: bool = False
) -> dict[str, Any]:
    """Run a cell; after an error go on with its definitions alone.

    Args:
        source: The cell, IPython's own lines included; these are left out.
        namespace: Where it runs.
        name: What to call it where a line of it is looked up.
        careful: Whether to run nothing but imports, functions and classes.
    """
    source = source.replace("\r\n", "\n")
    lines = [f"{line}\n" for line in source.split("\n")]
    linecache.cache[name] = (len(source), None, lines, name)
    try:
        statements = _statements(source, name)
    except BaseException as error:
        return {"kind": "raised", **calling.told(error, namespace)}
    first = None
    for statement in statements:
        if careful and not isinstance(statement, _DEFINITIONS):
            continue
        try:
            exec(compile(ast.Module([statement], []), name, "exec"), namespace)
        except BaseException as error:
            first = first or {"kind": "raised", **calling.told(error, namespace)}
            careful = True
    return first or {"kind": "done"}


def take(source: str, namespace: dict[str, Any]) -> dict[str, Any]:
    """Take what a source defines, which was made apart from the cells."""
    apart: dict[str, Any] = {"__name__": "given"}
    answer = run_cell(source, apart, "<given>")
    namespace |= {name: v for name, v in apart.items() if not name.startswith("__")}
    return answer


def _statements(source: str, name: str) -> list[ast.stmt]:
    """Read a cell as Python; if it is none, without what only IPython understands."""
    try:
        return ast.parse(source, name).body
    except SyntaxError:
        return ast.parse(without_magics(source), name).body


def without_magics(source: str) -> str:
    r"""Leave out what only IPython understands; the lines keep their numbers.

    Example:
        >>> without_magics("%matplotlib inline\nx = 1")
        'pass\nx = 1'
    """
    if source.startswith("%%") and not source.startswith(("%%time", "%%capture")):
        return ""
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + "pass" if _MAGIC.match(line) else line
        for line in source.split("\n")
    )


# %magic, !command, x = !command, help? and ?help
_MAGIC = re.compile(r"\s*([%!?]|\w+\s*=\s*[%!]|[\w.]+\?{1,2}\s*$)")


class _Nowhere(TextIOBase):
    """Where a hundred megabytes of prints cost nothing."""

    def write(self, text: str) -> int:
        return len(text)


def _pipes() -> tuple[IOBase, IOBase]:
    """Keep the two pipes, and let what the cells print go nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = _Nowhere()
    return requests, answers


def _set_limits(bounded: bool) -> None:
    """Let a huge array fail here, not slow down the whole machine."""
    limits = _LIMITS | (_IN_A_SANDBOX if bounded else {})
    for name, most in limits.items():
        try:
            import resource

            resource.setrlimit(getattr(resource, name), (most, most))
        except (ImportError, ValueError, OSError):
            continue  # not on Windows; and a lower limit is fine
