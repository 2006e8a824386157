import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from attnbook.grading import process, watch
from attnbook.grading.learners import Elsewhere, Limits
from attnbook.grading.watch import Meter, cpu_of, is_running, memory_of

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="NOT CHECKED: this is not Linux"
)
LOOP = "while True: pass"


@contextlib.contextmanager
def started(code: str, *, child: bool = False) -> Iterator[int]:
    """Run some code in a process, or in a child of one, which gives its number."""
    command = [sys.executable, "-c", code]
    if child:
        command[2] = f"import subprocess; subprocess.run({command!r})"
    with subprocess.Popen(command, start_new_session=True) as one:
        try:
            yield one.pid
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(one.pid, 9)


def wait_until(happened) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


@linux
@pytest.mark.parametrize("child", [False, True])
def test_the_time_of_a_process_and_of_its_children_counts(child):
    with started(LOOP, child=child) as one:
        wait_until(lambda: cpu_of(one) > 0.3)
        assert is_running(one)


@linux
def test_the_memory_of_children_counts():
    with started("x = b'x' * 10**8; import time; time.sleep(60)", child=True) as one:
        wait_until(lambda: memory_of(one) > 10**8)
        wait_until(lambda: not is_running(one))


def test_of_a_process_that_is_gone_nothing_is_known():
    with started("pass") as one:
        pass
    assert (cpu_of(one), memory_of(one), is_running(one)) == (0, 0, False)


def test_the_clock_runs_while_a_process_sleeps(monkeypatch):
    seen = iter([0.0, 0.0, 1.0, 3.0, 3.0])
    monkeypatch.setattr(watch.time, "monotonic", lambda: next(seen, 3.0))
    monkeypatch.setattr(watch, "is_running", lambda _: False)
    monkeypatch.setattr(watch, "cpu_of", lambda _: 0.0)
    meter = Meter(1)
    meter.look()
    assert meter.look() == 3.0


def test_the_clock_stands_still_while_a_process_waits_to_run(monkeypatch):
    """It has run for a quarter of a second, and others for the rest."""
    used = iter([7.0])
    monkeypatch.setattr(watch, "is_running", lambda _: True)
    monkeypatch.setattr(watch, "cpu_of", lambda _: next(used, 7.25))
    meter = Meter(1)
    time.sleep(0.3)
    assert meter.look() == pytest.approx(0.25)
    assert meter.waited >= 0.3


def test_the_clock_is_never_ahead_of_the_wall_s(monkeypatch):
    monkeypatch.setattr(watch, "cpu_of", lambda _: os.times().elapsed)
    meter = Meter(1)
    monkeypatch.setattr(watch, "cpu_of", lambda _: 10.0**9)
    assert meter.look() <= meter.waited < 5


CELL = "import time\ndef f(seconds):\n    time.sleep(seconds)\n    return 1"


def test_a_busy_machine_costs_no_mark(monkeypatch):
    """A call gets more time while all it does is wait for a processor."""
    monkeypatch.setattr(watch, "is_running", lambda _: True)
    monkeypatch.setattr(watch, "cpu_of", lambda _: 0.0)
    with Elsewhere([CELL], limits=Limits(call=0.5, whole=0.8)) as learner:
        assert learner.call("f", [1.0], {})["value"] == 1
        assert learner.used < 0.5


def test_patience_with_a_busy_machine_ends(monkeypatch):
    monkeypatch.setattr(watch, "is_running", lambda _: True)
    monkeypatch.setattr(watch, "cpu_of", lambda _: 0.0)
    with Elsewhere([CELL], limits=Limits(call=0.5)) as learner:
        start = time.monotonic()
        assert learner.call("f", [60], {})["kind"] == "lost"
        assert 0.5 * process._PATIENCE <= time.monotonic() - start < 10


def test_many_short_calls_add_up():
    with Elsewhere([CELL], limits=Limits(call=1, whole=1)) as learner:
        kinds = [learner.call("f", [0.05], {})["kind"] for _ in range(30)]
    assert kinds[0] == "value"
    assert kinds[-1] == "lost"
