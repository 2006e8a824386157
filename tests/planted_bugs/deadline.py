"""Stop what does not end."""

import signal
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class _LateError(BaseException):
    pass


def within(seconds: float, what: Callable[[], T]) -> T | None:
    """Do something; None if it computes for longer, however busy the machine is."""

    def stop(*_: object) -> None:
        raise _LateError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return what()
    except _LateError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
