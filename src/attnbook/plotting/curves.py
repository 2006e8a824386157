"""Lines that carry their own names, so that no legend has to be looked up."""

from collections.abc import Iterator, Mapping
from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, NullFormatter

from attnbook.plotting.style import COLOURS

# There is no hue to spare: lines differ in dashes, markers and weight.
_LINES = (
    {"linestyle": "-", "marker": "o", "color": COLOURS["ink"]},
    {"linestyle": "--", "marker": "s", "color": COLOURS["muted"]},
    {"linestyle": ":", "marker": "^", "color": COLOURS["ink"]},
    {"linestyle": "-.", "marker": "D", "color": COLOURS["muted"]},
    {"linestyle": "-", "marker": "v", "color": COLOURS["muted"]},
)
_MOST_MARKERS = 12  # points up to which each is marked
_LINE_HEIGHT = 13.0  # points between two names


def plot_curves(
    x: object,
    curves: Mapping[str, object],
    *,
    xlabel: str,
    ylabel: str,
    log_x: bool = False,
    ax: Axes | None = None,
) -> Axes:
    """Draw one line per entry of ``curves`` and write its name at its right end.

    Args:
        x: Positions along the horizontal axis, shape (n,).
        curves: A name and n heights for each line; NaN leaves a gap.
        xlabel: What ``x`` is, with its unit.
        ylabel: What the heights are, with their unit.
        log_x: Whether equal ratios of ``x``, not equal differences, lie equally far
            apart; its ticks are then 0.1, 1, 10.
        ax: Where to draw; a figure is made if None.

    Returns:
        The axes.

    Raises:
        ValueError: If there is no curve, one has not as many points as ``x``, or
            ``log_x`` meets a position that is not positive.

    Example:
        >>> ax = plot_curves([1, 2], {"loss": [2, 1]}, xlabel="epoch", ylabel="nats")
        >>> [text.get_text() for text in ax.texts]
        ['loss']
    """
    x, heights = _checked(x, curves)
    if ax is None:
        _, ax = plt.subplots()
    for (name, y), look in zip(heights.items(), cycle(_LINES), strict=False):
        marker = look["marker"] if len(x) <= _MOST_MARKERS else ""
        ax.plot(x, y, **{**look, "marker": marker}, label=name)
    ax.set(xlabel=xlabel, ylabel=ylabel)
    _place_ticks(ax, x, log_x=log_x)
    _name_ends(ax, x, heights)
    return ax


def _place_ticks(ax: Axes, x: np.ndarray, *, log_x: bool) -> None:
    """Keep whole positions whole, and powers of ten plain."""
    if log_x:
        if x.min() <= 0:
            raise ValueError(f"log_x needs positive positions, and x has {x.min():g}")
        ax.set_xscale("log")
        ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
        ax.xaxis.set_minor_formatter(NullFormatter())
    elif np.array_equal(x, np.round(x)):
        ax.xaxis.set_major_locator(MaxNLocator("auto", integer=True))


def _checked(
    x: object, curves: Mapping[str, object]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return arrays of one shape, (n,), or say which does not fit."""
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or x.size == 0:
        raise ValueError(f"x must have the axis (n,) and came with shape {x.shape}")
    if not curves:
        raise ValueError("curves is empty: give at least one name and its heights")
    heights = {name: np.asarray(y, dtype=float) for name, y in curves.items()}
    for name, y in heights.items():
        if y.shape != x.shape:
            raise ValueError(
                f"curve {name!r} has shape {y.shape} and x has {x.shape}: "
                "one height for each position"
            )
        if np.isnan(y).all():
            raise ValueError(f"curve {name!r} is NaN everywhere: nothing to draw")
    return x, heights


def _name_ends(ax: Axes, x: np.ndarray, heights: dict[str, np.ndarray]) -> None:
    """Write each name right of its last point, pushed apart where they would touch."""
    last = {name: int(np.flatnonzero(~np.isnan(y))[-1]) for name, y in heights.items()}
    ends = {name: (x[i], heights[name][i]) for name, i in last.items()}
    for name, rise in _spread(ax, ends):
        ax.annotate(
            name,
            ends[name],
            xytext=(9, rise),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )


def _spread(
    ax: Axes, ends: dict[str, tuple[float, float]]
) -> Iterator[tuple[str, float]]:
    """Yield how far up each name moves so that none covers another, in points."""
    points = 72 / ax.figure.dpi
    at = {name: ax.transData.transform(end)[1] * points for name, end in ends.items()}
    names = sorted(at, key=at.__getitem__)
    wanted = np.array([at[name] for name in names])
    steps = _LINE_HEIGHT * np.arange(len(names))
    placed = _nearest_rising(wanted - steps) + steps
    yield from zip(names, placed - wanted, strict=True)


def _nearest_rising(values: np.ndarray) -> np.ndarray:
    """Return the non-decreasing sequence nearest to the values, by least squares."""
    blocks: list[list[float]] = []
    for value in values:
        blocks.append([value])
        while len(blocks) > 1 and np.mean(blocks[-2]) > np.mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
    return np.concatenate([np.full(len(block), np.mean(block)) for block in blocks])
