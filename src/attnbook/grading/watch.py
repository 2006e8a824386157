"""What a process and all that it started take: memory, and time that is theirs."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

_STATE, _CPU, _PAGES = 0, slice(11, 15), 21  # of /proc/PID/stat, after the name


class Meter:
    """A clock that stands still while a busy machine lets a process wait.

    It counts the time on a processor and the time asleep, and is never ahead of the
    wall's clock. Where nothing can be seen of a process, it is the wall's clock.
    """

    def __init__(self, process: int):
        self._process = process
        self._start = self._last = time.monotonic()
        self._cpu_before = cpu_of(process)
        self._asleep = 0.0

    @property
    def waited(self) -> float:
        """The seconds on the wall's clock."""
        return time.monotonic() - self._start

    def look(self) -> float:
        """Look at the process, and give the seconds that are its own."""
        now = time.monotonic()
        if not is_running(self._process):
            self._asleep += now - self._last
        self._last = now
        own = cpu_of(self._process) - self._cpu_before + self._asleep
        return min(self.waited, own)


def cpu_of(process: int) -> float:
    """Add up the seconds that a process and all that it started ran."""
    ticks = sum(sum(map(int, fields[_CPU])) for fields in _family(process))
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0


def memory_of(process: int) -> int:
    """Add up the memory, in bytes, of a process and all that it started.

    A page that two processes share counts twice.
    """
    pages = sum(int(fields[_PAGES]) for fields in _family(process))
    return pages * os.sysconf("SC_PAGE_SIZE") if pages else 0


def is_running(process: int) -> bool:
    """Tell whether a process, or one that it started, runs or waits to run."""
    return any(fields[_STATE] in "RD" for fields in _family(process))


def _family(process: int) -> Iterator[list[str]]:
    """Give what Linux tells of a process and of those that it started."""
    here = Path(f"/proc/{process}")
    try:
        fields = (here / "stat").read_text("utf-8").rpartition(")")[2].split()
        children = (here / f"task/{process}/children").read_text("ascii").split()
    except OSError:  # gone, or no Linux
        return
    yield fields
    for child in children:
        yield from _family(int(child))
