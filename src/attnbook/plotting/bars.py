"""Bars: how one query divides its attention."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from attnbook.plotting.arrays import as_names, as_weights
from attnbook.plotting.style import COLOURS

_MOST_NUMBERS = 12  # bars up to which each carries its number


def plot_distribution(
    weights: object, *, keys: Sequence[object] | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the weights of one query as bars, one per key, from 0 to 1.

    Args:
        weights: Array or tensor with the axis (k,), each entry from 0 to 1.
        keys: One name per bar; positions if None.
        ax: Where to draw; a figure is made if None.

    Returns:
        The axes.

    Raises:
        ValueError: If the axis is not (k,), a weight lies outside 0 to 1, or the names
            do not fit.

    Example:
        >>> ax = plot_distribution([0.25, 0.75], keys=["cat", "mat"])
        >>> [float(bar.get_height()) for bar in ax.patches]
        [0.25, 0.75]

    Chapter: Scores and temperature.
    """
    weights = as_weights(weights, ("k",))
    names = as_names(keys, "keys", len(weights))
    if ax is None:
        _, ax = plt.subplots(figsize=(min(6.4, 1.2 + 0.7 * len(names)), 2.4))
    bars = ax.bar(range(len(names)), weights, width=0.62, color=COLOURS["muted"])
    if len(names) <= _MOST_NUMBERS:
        ax.bar_label(bars, fmt="%.2f", padding=2, fontsize=9)
        ax.set_xticks(range(len(names)), names)
    ax.set(ylim=(0, 1), ylabel="attention weight", xlabel="keys", yticks=[0, 0.5, 1])
    ax.tick_params(axis="x", length=0)
    return ax
