"""Heat maps with a row for each query and a column for each key."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import Normalize
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import ScaledTranslation

from attnbook.plotting.arrays import as_mask, as_names, as_numbers, as_weights
from attnbook.plotting.style import COLOURS, MARKERS

_WEIGHTS = "cividis"
_SCORES = "BrBG"  # neither end resembles the colours of Q, K and V
_MOST_NUMBERS = 8  # rows and columns up to which a cell carries its number
_MOST_TICKS = 40
_MOST_SHAPES = 2000  # beyond it, cells become one picture inside the SVG
# Numbers stand on cells, which keep their colour on a dark page. So they are neither in
# ink, which turns light there, nor in black, which SVG leaves for the page to choose.
_ON_DARK, _ON_LIGHT = "#FFFFFF", "#010101"


def plot_weights(
    weights: object,
    *,
    queries: Sequence[object] | None = None,
    keys: Sequence[object] | None = None,
    mask: object | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw attention weights: rows are queries, columns are keys.

    The scale always runs from 0 to 1, so two maps can be compared.

    Args:
        weights: Array or tensor with the axes (q, k), each entry from 0 to 1.
        queries: One name per row, for example its token; positions if None.
        keys: One name per column; positions if None.
        mask: Boolean, True = may attend; other cells are drawn grey and hatched.
        ax: Where to draw; a figure of fitting size is made if None.

    Returns:
        The axes.

    Raises:
        ValueError: If the axes are not (q, k), a weight lies outside 0 to 1, or names
            or mask do not fit.

    Example:
        >>> ax = plot_weights([[0.25, 0.75]], queries=["it"], keys=["cat", "mat"])
        >>> [t.get_text() for t in ax.get_xticklabels()]
        ['cat', 'mat']

    Chapter: Attention, step by step.
    """
    weights = as_weights(weights, ("q", "k"))
    allowed = as_mask(mask, weights.shape)
    names = _names(weights.shape, queries, keys)
    scale = Normalize(0, 1)
    ax = _heatmap(weights, allowed, names, scale, cmap=_WEIGHTS, ax=ax)
    _colour_bar(ax, "attention weight")
    return ax


def plot_scores(
    scores: object,
    *,
    queries: Sequence[object] | None = None,
    keys: Sequence[object] | None = None,
    mask: object | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw scores, before softmax: rows are queries, columns are keys.

    The scale is symmetric about 0, whose colour is white. A score of minus infinity is
    drawn like a masked one, since softmax gives both the weight 0.

    Args:
        scores: Array or tensor with the axes (q, k).
        queries: One name per row, for example its token; positions if None.
        keys: One name per column; positions if None.
        mask: Boolean, True = may attend; other cells are drawn grey and hatched.
        ax: Where to draw; a figure of fitting size is made if None.

    Returns:
        The axes.

    Raises:
        ValueError: If the axes are not (q, k), a score is NaN or plus infinity, or
            names or mask do not fit.

    Example:
        >>> ax = plot_scores([[2.0, -1.0]], keys=["cat", "mat"])
        >>> ax.collections[0].get_clim()
        (-2.0, 2.0)

    Chapter: Scores and temperature.
    """
    scores = as_numbers(scores, "scores", ("q", "k"))
    if np.isposinf(scores).any():
        raise ValueError("scores contain plus infinity: softmax of it is NaN")
    allowed = as_mask(mask, scores.shape) & np.isfinite(scores)
    names = _names(scores.shape, queries, keys)
    limit = np.abs(scores[allowed]).max(initial=0.0) or 1.0
    scale = Normalize(-limit, limit)
    ax = _heatmap(scores, allowed, names, scale, cmap=_SCORES, ax=ax)
    _colour_bar(ax, "score")
    return ax


def _names(
    shape: tuple[int, int],
    queries: Sequence[object] | None,
    keys: Sequence[object] | None,
) -> tuple[list[str], list[str]]:
    return as_names(queries, "queries", shape[0]), as_names(keys, "keys", shape[1])


def _heatmap(
    values: np.ndarray,
    allowed: np.ndarray,
    names: tuple[list[str], list[str]],
    scale: Normalize,
    *,
    cmap: str,
    ax: Axes | None,
) -> Axes:
    """Draw cells, numbers and ticks; the colour bar is the caller's."""
    n_queries, n_keys = values.shape
    if ax is None:
        _, ax = plt.subplots(figsize=_figure_size(n_queries, n_keys, names))
    ax.set(xlim=(-0.5, n_keys - 0.5), ylim=(n_queries - 0.5, -0.5), aspect="equal")
    cells = _draw_cells(ax, allowed, array=values[allowed], cmap=cmap, norm=scale)
    _draw_cells(
        ax,
        ~allowed,
        facecolor=COLOURS["masked"],
        edgecolor=COLOURS["muted"],
        hatch="////",
    )
    if max(values.shape) <= _MOST_NUMBERS:
        _write_numbers(ax, values, allowed, cells)
    ax.spines[:].set_visible(False)
    _label_axis(ax, "k", names[1])
    _label_axis(ax, "q", names[0])
    return ax


def _figure_size(
    n_queries: int, n_keys: int, names: tuple[list[str], list[str]]
) -> tuple[float, float]:
    """Give every cell the same size, small enough for the width of the text."""
    beside = 1.7 + 0.08 * max(map(len, names[0]))  # labels, colour bar; inches
    above = 0.7 + (0.08 * max(map(len, names[1])) if _turned(names[1]) else 0)
    cell = min(0.55, (6.4 - beside) / n_keys, 6.4 / n_queries)
    return beside + cell * n_keys, max(above + cell * n_queries, 1.5)


def _draw_cells(ax: Axes, where: np.ndarray, **look: object) -> PolyCollection:
    """Draw one square for each True, with a gap that lets the ground through."""
    side = 0.47 if where.size <= _MOST_SHAPES else 0.5
    rows, columns = np.nonzero(where)  # (n,), (n,)
    corners = side * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])  # (4, 2)
    squares = np.stack([columns, rows], axis=-1)[:, None] + corners  # (n, 4, 2)
    rasterized = where.size > _MOST_SHAPES
    cells = PolyCollection(squares, linewidth=0, rasterized=rasterized, **look)
    ax.add_collection(cells, autolim=False)
    return cells


def _write_numbers(
    ax: Axes, values: np.ndarray, allowed: np.ndarray, cells: PolyCollection
) -> None:
    """Print each value in its cell, dark on light and light on dark."""
    digits = 2 if np.abs(values[allowed]).max(initial=0) < 10 else 1
    for row, column in np.argwhere(allowed):
        value = values[row, column]
        text = f"{value:.{digits}f}".replace("-", "−")
        colour = _readable_on(cells.to_rgba(value))
        ax.text(column, row, text, ha="center", va="center", color=colour, fontsize=9)


def _readable_on(rgba: tuple[float, float, float, float]) -> str:
    """Choose the number's colour by the luminance of its cell (WCAG 2)."""
    rgb = np.asarray(rgba[:3])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    return _ON_LIGHT if luminance > 0.179 else _ON_DARK


def _turned(names: list[str]) -> bool:
    """Decide whether the keys' names need to be read sideways."""
    return max(map(len, names)) > (6 if len(names) <= _MOST_NUMBERS else 2)


def _label_axis(ax: Axes, role: str, names: list[str]) -> None:
    """Name one side: queries down the left, keys along the top like a table's head."""
    axis = ax.xaxis if role == "k" else ax.yaxis
    axis.set_label_text("keys" if role == "k" else "queries")
    if role == "k":
        axis.tick_top()
        axis.set_label_position("top")
    if len(names) > _MOST_TICKS:
        axis.set_major_locator(MaxNLocator(8, integer=True))
        return
    axis.set_tick_params(length=0, pad=9)
    turn = 90 if role == "k" and _turned(names) else 0
    axis.set_ticks(range(len(names)), names, family="DejaVu Sans Mono", rotation=turn)
    _mark_positions(ax, role, len(names))


def _mark_positions(ax: Axes, role: str, n: int) -> None:
    """Put the role's shape beside each tick: a circle is a query, a square a key."""
    along, edge = np.arange(n), np.full(n, 1.0 if role == "k" else 0.0)
    x, y = (along, edge) if role == "k" else (edge, along)
    at = ax.get_xaxis_transform() if role == "k" else ax.get_yaxis_transform()
    points = (0, 5 / 72) if role == "k" else (-5 / 72, 0)  # outwards, in inches
    out = ScaledTranslation(*points, ax.figure.dpi_scale_trans)
    look = {"marker": MARKERS[role], "markersize": 3.5, "color": COLOURS[role]}
    free = {"clip_on": False, "scalex": False, "scaley": False}
    ax.plot(x, y, linestyle="none", transform=at + out, **look, **free)


def _colour_bar(ax: Axes, label: str) -> None:
    """Stand a bar of fixed width beside the map, exactly as high."""
    ax.apply_aspect()
    size = ax.get_window_extent().size / ax.figure.dpi  # inches
    width, height = 0.12 / size[0], max(1.0, 0.9 / size[1])
    beside = ax.inset_axes([1 + width, 1 - height, width, height])
    bar = ax.figure.colorbar(ax.collections[0], cax=beside, label=label)
    bar.outline.set_visible(False)
    bar.locator = MaxNLocator(4, steps=[1, 2, 2.5, 5, 10], symmetric=True)
