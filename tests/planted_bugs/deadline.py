"""Stop what does not end."""

import signal
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class _LateError(BaseException):
    pass


def within(seconds: float, what: Callable[[], T]) -> T | None:
    """Do something; None if it takes longer."""

    def stop(*_: object) -> None:
        raise _LateError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return what()
    except _LateError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
