"""One measured number, the peer's, and the bar that was set."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """A number of ours beside the same number of a peer, measured in the same run.

    Attributes:
        section: What it belongs to, such as "attention".
        name: What was measured.
        value: Our number.
        unit: Its unit, such as "ms".
        peer: What it is compared with.
        peer_value: The peer's number, in the same unit.
        most: The most that was allowed, if a bar was set.
        bar_on: What the bar is for: "value", or "ratio" of ours to the peer's.
    """

    section: str
    name: str
    value: float
    unit: str
    peer: str
    peer_value: float
    most: float | None = None
    bar_on: str = "value"

    @property
    def ratio(self) -> float:
        """Ours divided by the peer's; below 1 is less time, or less memory."""
        return self.value / self.peer_value if self.peer_value else math.nan

    @property
    def reached(self) -> bool | None:
        """Whether the bar was reached; None if none was set."""
        if self.most is None:
            return None
        return (self.ratio if self.bar_on == "ratio" else self.value) <= self.most


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest value that at least so many per cent do not exceed.

    Example:
        >>> percentile([3, 1, 2, 4], 75), percentile([3, 1, 2, 4], 76)
        (3, 4)
    """
    if not values or not 0 < percent <= 100:
        raise ValueError(f"no {percent} % of {len(values)} values")
    return sorted(values)[math.ceil(len(values) * percent / 100) - 1]


def paired_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios of neighbours: what slows both cancels.

    Example:
        >>> paired_ratio([2.0, 4.0, 9.0], [1.0, 2.0, 9.0])
        2.0
    """
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def growth(sizes: Sequence[float], amounts: Sequence[float]) -> float:
    """Return the exponent p of the best fit amount = c size^p: 1 is linear.

    Example:
        >>> round(growth([1, 2, 4], [5, 20, 80]), 6)
        2.0
    """
    x, y = [math.log(s) for s in sizes], [math.log(a) for a in amounts]
    return statistics.linear_regression(x, y).slope
