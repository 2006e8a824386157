"""Two ways to a learner's functions: live in the notebook, or in another process."""

import contextlib
import math
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attnbook.grading.process import GARBLED, LostError, Process
from attnbook.grading.worker import calling

WORKER = Path(__file__).parent / "worker"
COMMAND = (sys.executable, "-I", str(WORKER))
NOT_AGAIN = "was not called again"
STILL_RUNNING = "still running after {:g} s (an endless loop?)"


@dataclass(frozen=True)
class Limits:
    """How many seconds things may take."""

    call: float | int = 2
    cell: float | int = 10
    whole: float | int = 30
    start: float | int = 20  # of the process, on a busy machine


class Live:
    """The functions of the notebook that is open.

    Args:
        namespace: What the notebook has defined.
        limit: How many seconds a call may take.
    """

    def __init__(self, namespace: dict[str, Any], limit: float | int = 5):
        self._namespace, self._limit = namespace, limit
        self._endless: set[str] = set()  # functions that took too long

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> dict:
        """Call a function; see `calling.call_function` for what comes back."""
        if name in self._endless:
            return _lost(NOT_AGAIN)
        with _at_most(self._limit) as took_too_long:
            answer = calling.call_function(self._namespace, name, args, kwargs)
        if took_too_long:  # which a function can catch, and answer all the same
            text = f"was {STILL_RUNNING.format(self._limit)}"
            answer = answer if answer["kind"] == "raised" else _lost(text)
            self._endless.add(name)
        return answer


@contextlib.contextmanager
def _at_most(seconds: float | int) -> Iterator[list[float | int]]:
    """Raise a `TimeoutError` in what runs too long, where the system has such a clock.

    The list that it gives is empty until then.
    """
    fired: list[float | int] = []
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or not hasattr(signal, "setitimer"):
        yield fired
        return

    def stop(*_: object) -> None:
        fired.append(seconds)
        raise TimeoutError(STILL_RUNNING.format(seconds))

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again, should it be caught
    try:
        yield fired
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class NotStartedError(Exception):
    """Why there was no process to run anything in: nothing that a learner did."""


class _LateError(LostError):
    """The notebook has used up its time."""


class Elsewhere:
    """The functions of a notebook that runs in a process of its own.

    A cell or a function that ends the process, or does not end, costs its own answer
    only: the cells run again in a fresh process, of that cell the definitions alone.

    Args:
        cells: The sources of the code cells.
        limits: Seconds.
        command: What starts the worker, in a sandbox or not.
        given: What every notebook has to begin with, even if its learner deleted it.
        instead: Functions that take the place of those of the same name.
    """

    def __init__(
        self,
        cells: Sequence[str],
        *,
        limits: Limits | None = None,
        command: Sequence[str] = COMMAND,
        given: str = "",
        instead: str = "",
    ):
        self._cells, self._limits, self._command = cells, limits or Limits(), command
        self._given, self._instead = given, instead
        self._process: Process | None = None
        self._careful: dict[int, int] = {}  # how often a cell lost its process
        self._dead: set[str] = set()  # functions that lost theirs
        self.used = 0.0  # seconds, without those until the first process has started
        self._has_started = False
        self.notes: dict[int, str] = {}  # what went wrong in a cell, by its number

    def __enter__(self) -> "Elsewhere":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> dict:
        """Call a function in the other process."""
        if name in self._dead:
            return _lost(NOT_AGAIN)
        try:
            self._make_ready()
            request = {"call": name, "args": args, "kwargs": kwargs}
            return _checked(self._ask(request, self._limits.call))
        except LostError as error:
            self._stop()
            self._dead.add(name)
            return _lost(str(error))

    def _make_ready(self) -> None:
        """Have a process in which the cells have run.

        Raises:
            NotStartedError: If none starts.
        """
        while self._process is None:
            self._start()
            for number in range(len(self._cells)):
                if not self._run(number):
                    break
            else:
                self._ask({"give": self._instead}, self._limits.cell)

    def _start(self) -> None:
        self._left()  # or no process is worth its while
        self._process = Process(self._command)
        try:
            self._ask({"give": self._given}, self._limits.start)
        except _LateError:
            raise
        except LostError as error:
            self._stop()
            raise NotStartedError(f"the process for the notebook {error}") from None
        if not self._has_started:
            self.used, self._has_started = 0.0, True

    def _run(self, number: int) -> bool:
        """Run a cell; without a process afterwards, say so."""
        lost = self._careful.get(number, 0)
        if lost > 1:
            return True
        request = {
            "cell": self._cells[number],
            "name": f"<cell {number + 1}>",
            "careful": lost == 1,
        }
        try:
            answer = _checked(self._ask(request, self._limits.cell))
        except LostError as error:
            self._stop()
            self._careful[number] = lost + 1
            self.notes[number + 1] = str(error)
            return False
        if answer["kind"] == "raised":
            self.notes.setdefault(number + 1, stopped_at(answer))
        return True

    def _ask(self, request: dict[str, Any], limit: float | int) -> Any:
        left = self._left()
        before = self._process.used
        try:
            return self._process.ask(request, min(limit, left))
        except TimeoutError:
            if left < limit:
                raise self._late() from None
            raise LostError(f"was {STILL_RUNNING.format(limit)}") from None
        finally:
            self.used += self._process.used - before

    def _left(self) -> float:
        """Return the seconds that the notebook still has; starting it is our affair."""
        left = self._limits.whole - self.used if self._has_started else math.inf
        if left <= 0:
            raise self._late()
        return left

    def _late(self) -> _LateError:
        whole = f"{self._limits.whole:g} s"
        return _LateError(f"came too late: the notebook used up all {whole}")

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None


Learner = Live | Elsewhere


def _lost(text: str) -> dict[str, str]:
    return {"kind": "lost", "text": text}


def stopped_at(answer: dict[str, Any]) -> str:
    """Say what was raised, and in which line of the learner's own."""
    line = f"  (line: {answer['line']})" if answer["line"] else ""
    return f"raised {answer['text']}{line}"


_FIELDS = {"text": str, "line": str, "raised": list, "changed": list}
_NEEDED = {
    "value": ("value", "changed"),
    "raised": ("raised", "text", "line"),
    "unreadable": ("text",),
    "unwritten": (),
    "missing": (),
    "done": (),
}


def _checked(answer: Any) -> dict[str, Any]:
    """Let through only what has the form of an answer.

    Raises:
        LostError: If it has not.
    """
    kind = answer.get("kind") if isinstance(answer, dict) else None
    if not (
        isinstance(kind, str)
        and kind in _NEEDED
        and all(
            field in answer and isinstance(answer[field], _FIELDS.get(field, object))
            for field in _NEEDED[kind]
        )
    ):
        raise LostError(GARBLED)
    return answer
