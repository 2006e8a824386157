"""Two ways to a learner's functions: live in the notebook, or in another process."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from attnbook.grading.worker import calling, wire

WORKER = Path(__file__).parent / "worker"
COMMAND = (sys.executable, "-I", str(WORKER))
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "TMPDIR", "TEMP")  # of the environment


@dataclass(frozen=True)
class Limits:
    """How many seconds things may take."""

    call: float | int = 2
    cell: float | int = 10
    whole: float | int = 30
    start: float | int = 20  # of the process, on a busy machine


class Live:
    """The functions of the notebook that is open."""

    def __init__(self, namespace: dict[str, Any]):
        self._namespace = namespace

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> dict:
        """Call a function; see `calling.call_function` for what comes back."""
        return calling.call_function(self._namespace, name, args, kwargs)


class LostError(Exception):
    """Why the other process gave no answer."""


class Elsewhere:
    """The functions of a notebook that runs in a process of its own.

    A cell or a function that ends the process, or does not end, costs its own answer
    only: the cells run again in a fresh process, of that cell the definitions alone.

    Args:
        cells: The sources of the code cells.
        limits: Seconds.
        command: What starts the worker; a sandbox goes in front of it.
    """

    def __init__(
        self,
        cells: Sequence[str],
        *,
        limits: Limits | None = None,
        command: Sequence[str] = COMMAND,
    ):
        self._cells, self._limits, self._command = cells, limits or Limits(), command
        self._process: _Process | None = None
        self._careful: dict[int, int] = {}  # how often a cell lost its process
        self._dead: dict[str, str] = {}  # functions that lost theirs, and why
        self._end = time.monotonic() + self._limits.whole
        self.notes: dict[int, str] = {}  # what went wrong in a cell, by its number

    def __enter__(self) -> "Elsewhere":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> dict:
        """Call a function in the other process."""
        if name in self._dead:
            return {"kind": "lost", "text": self._dead[name]}
        try:
            self._make_ready()
            request = {"call": name, "args": args, "kwargs": kwargs}
            return _checked(self._ask(request, self._limits.call))
        except LostError as error:
            self._stop()
            self._dead[name] = str(error)
            return {"kind": "lost", "text": str(error)}

    def _make_ready(self) -> None:
        """Have a process in which the cells have run."""
        while self._process is None:
            self._process = _Process(self._command)
            self._ask(_NOTHING, self._limits.start)
            for number in range(len(self._cells)):
                if not self._run(number):
                    break

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
        left = self._end - time.monotonic()
        try:
            return self._process.ask(request, max(0, min(limit, left)))
        except TimeoutError:
            seconds = f"{self._limits.whole if left < limit else limit:g} s"
            raise LostError(
                f"came too late: the notebook used up all {seconds}"
                if left < limit
                else f"was still running after {seconds} (an endless loop?)"
            ) from None

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None


Learner = Live | Elsewhere


def stopped_at(answer: dict[str, Any]) -> str:
    """Say what was raised, and in which line of the learner's own."""
    line = f"  (line: {answer['line']})" if answer["line"] else ""
    return f"raised {answer['text']}{line}"


_NOTHING = {"cell": "", "name": "", "careful": False}
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
        raise LostError(_GARBLED)
    return answer


_GARBLED = "sent something that is no answer"


class _Process:
    """One worker, and one question at a time."""

    def __init__(self, command: Sequence[str]):
        self._folder = tempfile.TemporaryDirectory(prefix="attnbook-")
        environment = {k: os.environ[k] for k in _KEPT if k in os.environ}
        self._popen = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd=self._folder.name,
            env=environment | {"OMP_NUM_THREADS": "1", "MPLBACKEND": "Agg"},
            start_new_session=True,  # so that what it starts ends with it
        )
        self._number = 0
        self._waiting: threading.Thread | None = None

    def ask(self, request: dict[str, Any], limit: float | int) -> Any:
        """Send a request and wait for its answer.

        Raises:
            TimeoutError: If none comes in time.
            LostError: If something else comes, or nothing can come any more.
        """
        self._number += 1
        request = {**request, "number": self._number}
        # A thread of its own waits: it may wait for ever, and nobody waits for it.
        answers: SimpleQueue = SimpleQueue()
        self._waiting = threading.Thread(
            target=self._exchange, args=(request, answers), daemon=True
        )
        self._waiting.start()
        try:
            answer = answers.get(timeout=limit)
        except Empty:
            raise TimeoutError from None
        if isinstance(answer, (EOFError, OSError)):
            raise LostError("ended the whole process")
        if not isinstance(answer, dict) or answer.get("number") != self._number:
            raise LostError(_GARBLED)
        return answer

    def _exchange(self, request: dict[str, Any], answers: SimpleQueue) -> None:
        try:
            wire.send(self._popen.stdin, request)
            answers.put(wire.receive(self._popen.stdout))
        except Exception as error:
            answers.put(error)

    def stop(self) -> None:
        """End the process and all that it started in its session."""
        try:
            os.killpg(self._popen.pid, 9)
        except (AttributeError, OSError):  # on Windows; or it has ended
            self._popen.kill()
        self._popen.wait()
        if self._waiting is not None:
            self._waiting.join(timeout=1)
        if self._waiting is None or not self._waiting.is_alive():
            # Else a process that got away still holds the pipe open.
            self._popen.stdin.close()
            self._popen.stdout.close()
        self._folder.cleanup()
