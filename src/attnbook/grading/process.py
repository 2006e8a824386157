"""One worker process: ask it, and end it with all that it started."""

import contextlib
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import Any, ClassVar

from attnbook.grading.sandbox import FILTER
from attnbook.grading.seccomp import call_filter
from attnbook.grading.watch import Meter, memory_of
from attnbook.grading.worker import wire

GARBLED = "sent something that is no answer"
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "TMPDIR", "TEMP")  # of the environment
_LOOK = 0.1  # seconds between two looks at the memory
_MOST_MEMORY = 3 * 1024**3  # bytes, of all its processes
_PATIENCE = 3  # times the limit, on a busy machine
_GONE = 5  # seconds that a killed process may take


class LostError(Exception):
    """Why the other process gave no answer."""


class Process:
    """One worker, and one question at a time."""

    _all: ClassVar[set["Process"]] = set()
    _stopping = threading.Event()

    def __init__(self, command: Sequence[str]):
        if self._stopping.is_set():
            raise KeyboardInterrupt
        self._folder = tempfile.TemporaryDirectory(prefix="attnbook-")
        environment = {k: os.environ[k] for k in _KEPT if k in os.environ}
        self._popen = start(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd=self._folder.name,
            env=environment | {"OMP_NUM_THREADS": "1", "MPLBACKEND": "Agg"},
            start_new_session=True,  # so that what it starts ends with it
        )
        self.used = 0.0  # seconds of its own
        self._number = 0
        self._waiting: threading.Thread | None = None
        self._all.add(self)

    @classmethod
    def stop_all(cls) -> None:
        """End every process, and start no more: somebody pressed Ctrl-C."""
        cls._stopping.set()
        for process in list(cls._all):
            process._kill()

    @classmethod
    def go_on(cls) -> None:
        """Start processes again."""
        cls._stopping.clear()

    def ask(self, request: dict[str, Any], limit: float | int) -> Any:
        """Send a request and wait for its answer.

        Args:
            request: What is asked.
            limit: Seconds of the process's own; a busy machine may take longer.

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
        answer = self._wait(answers, limit)
        if isinstance(answer, (EOFError, OSError)):
            raise LostError("ended the whole process")
        if not isinstance(answer, dict) or answer.get("number") != self._number:
            raise LostError(GARBLED)
        return answer

    def _wait(self, answers: SimpleQueue, limit: float | int) -> Any:
        start = time.monotonic()
        try:
            with contextlib.suppress(Empty):
                return answers.get(timeout=_LOOK)
        finally:
            self.used += time.monotonic() - start
        meter, own = Meter(self._popen.pid), 0.0
        try:
            while own < limit and meter.waited < limit * _PATIENCE:
                with contextlib.suppress(Empty):
                    return answers.get(timeout=_LOOK)
                own = meter.look()
                if memory_of(self._popen.pid) > _MOST_MEMORY:
                    raise LostError(f"used more than {_MOST_MEMORY / 1024**3:g} GB")
            raise TimeoutError
        finally:
            self.used += meter.look()

    def _exchange(self, request: dict[str, Any], answers: SimpleQueue) -> None:
        try:
            wire.send(self._popen.stdin, request)
            answers.put(wire.receive(self._popen.stdout))
        except Exception as error:
            answers.put(error)

    def stop(self) -> None:
        """End the process and all that it started, and wait until they are gone."""
        self._kill()
        self._popen.wait()
        # A sandbox is gone before what ran in it; the pipe ends with the last of that.
        if self._waiting is None or not self._waiting.is_alive():
            self._waiting = threading.Thread(target=self._drain, daemon=True)
            self._waiting.start()
        self._waiting.join(_GONE)
        if not self._waiting.is_alive():
            # Else a process that got away still holds the pipe open.
            self._popen.stdin.close()
            self._popen.stdout.close()
        self._folder.cleanup()
        self._all.discard(self)

    def _kill(self) -> None:
        try:
            os.killpg(self._popen.pid, 9)
        except (AttributeError, OSError):  # on Windows; or it has ended
            self._popen.kill()

    def _drain(self) -> None:
        while self._popen.stdout.read(1 << 16):
            pass


def start(command: Sequence[str], **options: Any) -> subprocess.Popen:
    """Start a command, with the filter of system calls if it asks for it."""
    if FILTER not in command:
        return subprocess.Popen(command, **options)
    reader, writer = os.pipe()
    os.write(writer, call_filter())
    os.close(writer)
    try:
        words = [str(reader) if word == FILTER else word for word in command]
        return subprocess.Popen(words, pass_fds=(reader,), **options)
    finally:
        os.close(reader)
