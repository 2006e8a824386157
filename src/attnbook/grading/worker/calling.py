"""Call a learner's function and tell, as plain data, what came of it."""

import linecache
import traceback
import warnings
from collections.abc import Callable
from types import CodeType
from typing import Any

import numpy as np

from .wire import NotPlainError, plain

_LONGEST = 300


def call_function(
    namespace: dict[str, Any],
    name: str,
    arguments: list[Any],
    keywords: dict[str, Any],
) -> dict[str, Any]:
    """Call a function of a notebook with copies of the arguments.

    Returns:
        A ``kind`` and what belongs to it: the ``value`` and which arguments it
        ``changed``, or what was ``raised``, or nothing for a function that is
        ``missing`` or ``unwritten``, or a ``text`` on a value that is ``unreadable``.
    """
    function = namespace.get(name)
    if not callable(function):
        return {"kind": "missing"}
    copies, named = plain(arguments), plain(keywords)
    try:
        value = _answer(function, copies, named)
    except NotPlainError as error:
        return {"kind": "unreadable", "text": str(error)[:_LONGEST]}
    except NotImplementedError as error:
        other = _raised_by(error)
        if other is getattr(function, "__code__", other):
            return {"kind": "unwritten"}
        text = f"NotImplementedError: {other.co_name[:_LONGEST]} is not written yet"
        return {"kind": "raised", **told(error, namespace), "text": text}
    except BaseException as error:  # sys.exit and Ctrl-C too: nothing may pass
        return {"kind": "raised", **told(error, namespace)}
    before, after = [*arguments, *keywords.values()], [*copies, *named.values()]
    changed = [
        n for n, pair in enumerate(zip(before, after, strict=True)) if _differ(*pair)
    ]
    return {"kind": "value", "value": value, "changed": changed}


def _answer(function: Callable, arguments: list[Any], keywords: dict[str, Any]) -> Any:
    # A warning is for the learner's own runs; here the value says it all.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return plain(function(*arguments, **keywords))


def _differ(before: Any, after: Any) -> bool:
    if not isinstance(before, np.ndarray):
        return False
    return before.shape != after.shape or before.tobytes() != after.tobytes()


def told(error: BaseException, namespace: dict[str, Any]) -> dict[str, Any]:
    """Tell an exception: its kinds, its text and the learner's own line."""
    kinds = [kind.__name__ for kind in type(error).__mro__]
    try:
        words = str(error).strip().split("\n")[0]
    except Exception:  # an exception of the learner's own, whose text fails as well
        words = ""
    text = f"{kinds[0]}: {words}" if words else kinds[0]
    return {
        "raised": kinds[:_LONGEST],
        "text": text[:_LONGEST],
        "line": _line(error, namespace)[:_LONGEST],
    }


def _raised_by(error: BaseException) -> CodeType:
    """Find the code in which an exception was raised."""
    return [frame for frame, _ in traceback.walk_tb(error.__traceback__)][-1].f_code


def _line(error: BaseException, namespace: dict[str, Any]) -> str:
    """Find the last line of the learner's own that was running."""
    line = (error.text or "").strip() if isinstance(error, SyntaxError) else ""
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_globals is namespace:
            line = linecache.getline(frame.f_code.co_filename, number).strip() or line
    return line
