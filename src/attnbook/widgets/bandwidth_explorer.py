r"""Bandwidth explorer: a query among measured points, and what a soft lookup answers.

The drawing and the numbers are an anywidget, the sliders ordinary ipywidgets; the
browser links them, so the same cell works in JupyterLab and in a page without a kernel.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import isfinite, log10
from pathlib import Path

import anywidget
import ipywidgets
from traitlets import Dict, Float, List, Unicode

_HERE = Path(__file__).parent
_FEWEST_KEYS, _MOST_KEYS = 2, 200  # bars that still stand apart on a wide page
# A bandwidth is a length: halving matters as much as doubling, so the slider is
# logarithmic. It runs in the unit of the keys, best for keys about one unit apart.
_NARROWEST, _WIDEST = -1, 3  # exponents of 10


class BandwidthView(anywidget.AnyWidget):
    """Draw points, weights and the curve of answers, computed in the browser."""

    _esm = _HERE / "bandwidth_explorer.js"
    _css = _HERE / "bandwidth_explorer.css"
    key_points = List(Float()).tag(sync=True)  # a widget has `keys` of its own
    value_points = List(Float()).tag(sync=True)
    key_name = Unicode().tag(sync=True)
    value_name = Unicode().tag(sync=True)
    lowest = Float().tag(sync=True)  # where the query may go
    highest = Float().tag(sync=True)
    step = Float().tag(sync=True)
    query = Float().tag(sync=True)
    bandwidth = Float().tag(sync=True)
    temperature = Float().tag(sync=True)
    narrowest = Float(10.0**_NARROWEST).tag(sync=True)
    widest = Float(10.0**_WIDEST).tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"BandwidthView({len(self.key_points)} keys, query={self.query:g})"


def bandwidth_explorer(
    keys: Sequence[float | int],
    values: Sequence[float | int],
    query: float | int | None = None,
    bandwidth: float | int = 1.0,
    *,
    query_limits: tuple[float | int, float | int] | None = None,
    key_name: str = "key",
    value_name: str = "value",
) -> ipywidgets.VBox:
    r"""Show what a query gets from points around it, as the bandwidth changes.

    .. math::  c = \sum_j a_j v_j, \qquad
               a_j \propto \exp\!\left(-\frac{(q - k_j)^2}{2 h^2}\right)

    The reader moves the query, by dragging it, by the arrow keys or by a slider, and
    the bandwidth :math:`h`. A third slider is the temperature :math:`T = 2 h^2`: it is
    the same knob, and the two move together.

    Args:
        keys: Two to 200 different numbers, rising, about one unit apart.
        values: What was measured at each of them.
        query: Where the query starts; the middle of the keys if None.
        bandwidth: From 0.1 to 1000, in the unit of the keys; the slider's steps are
            those of 0.05 in log10.
        query_limits: The first and the last place of the query, around all keys; the
            first and the last key if None.
        key_name: What the keys are, for example "year".
        value_name: What the values are, for example "flow".

    Raises:
        ValueError: If keys are too few, too many or don't rise, keys and values differ
            in number, a number is not finite, or the query, its limits or the bandwidth
            lie outside what the sliders reach.

    Example:
        >>> explorer = bandwidth_explorer([1, 2, 3], [5, 1, 4], 1.5)
        >>> explorer.children[1].children[0]
        BandwidthView(3 keys, query=1.5)

    Chapter: Soft lookup.
    """
    keys, values = _checked_points(keys, values)
    lowest, highest = _checked_limits(query_limits, keys)
    query = (keys[0] + keys[-1]) / 2 if query is None else query
    _check_start(query, bandwidth, lowest, highest)
    h = float(bandwidth)
    start = {"query": float(query), "bandwidth": h, "temperature": 2 * h**2}
    view = BandwidthView(
        key_points=keys,
        value_points=values,
        key_name=key_name,
        value_name=value_name,
        lowest=lowest,
        highest=highest,
        step=min(b - a for a, b in pairwise(keys)) / 2,
        start=start,
        **start,
    ).add_class("bw-view")
    controls = ipywidgets.VBox(_linked_sliders(view)).add_class("bw-controls")
    title = ipywidgets.Label(
        "Move the query and the bandwidth: whom does it ask?"
    ).add_class("bw-title")
    body = ipywidgets.VBox([view, controls]).add_class("bw-body")
    return ipywidgets.VBox([title, body]).add_class("bw-explorer")


def _linked_sliders(view: BandwidthView) -> list[ipywidgets.Widget]:
    """Make the three sliders, each joined to its trait in the browser, both ways."""
    digits = next((d for d in (0, 1) if (view.step * 10**d).is_integer()), 2)
    query = ipywidgets.FloatSlider(
        value=view.query,
        min=view.lowest,
        max=view.highest,
        step=view.step,
        description="query",
        readout_format=f".{digits}f",
    )
    bandwidth = ipywidgets.FloatLogSlider(
        value=view.bandwidth,
        min=_NARROWEST,
        max=_WIDEST,
        step=0.05,
        description="bandwidth",
        readout_format=".3g",
    )
    temperature = ipywidgets.FloatLogSlider(
        value=view.temperature,
        min=log10(2) + 2 * _NARROWEST,
        max=log10(2) + 2 * _WIDEST + 1e-9,  # rounded down, its last step is not reached
        step=0.1,  # twice the step of the bandwidth, which is squared
        description="temperature",
        readout_format=".3g",
    )
    sliders = [query, bandwidth, temperature]
    for slider in sliders:
        ipywidgets.jslink((slider, "value"), (view, slider.description))
    return sliders


def _checked_points(
    keys: Sequence[float | int], values: Sequence[float | int]
) -> tuple[list[float], list[float]]:
    """Return keys and values as floats, or say why they can't be drawn."""
    keys, values = [float(k) for k in keys], [float(v) for v in values]
    if not _FEWEST_KEYS <= len(keys) <= _MOST_KEYS:
        raise ValueError(
            f"the explorer draws {_FEWEST_KEYS} to {_MOST_KEYS} keys and "
            f"{len(keys)} came"
        )
    if len(values) != len(keys):
        raise ValueError(
            f"{len(values)} values for {len(keys)} keys: give one value per key"
        )
    if not all(map(isfinite, keys + values)):
        raise ValueError("keys and values must be finite, and one is not")
    if any(b <= a for a, b in pairwise(keys)):
        raise ValueError("keys must rise, each above the one before: sort them first")
    return keys, values


def _checked_limits(
    limits: tuple[float | int, float | int] | None, keys: list[float]
) -> tuple[float, float]:
    """Return where the query may go: at least as far as the keys."""
    lowest, highest = (keys[0], keys[-1]) if limits is None else map(float, limits)
    if not (isfinite(lowest) and isfinite(highest)) or (
        lowest > keys[0] or highest < keys[-1]
    ):
        raise ValueError(
            f"query_limits must hold all keys, from {keys[0]:g} to {keys[-1]:g}, and "
            f"({lowest:g}, {highest:g}) came"
        )
    return lowest, highest


def _check_start(
    query: float | int, bandwidth: float | int, lowest: float, highest: float
) -> None:
    """Refuse numbers that ipywidgets would silently clamp to the end of a slider."""
    if not lowest <= query <= highest:
        raise ValueError(
            f"the query must lie between {lowest:g} and {highest:g}, and {query!r} came"
        )
    narrowest, widest = 10.0**_NARROWEST, 10.0**_WIDEST
    if not (isfinite(bandwidth) and narrowest <= bandwidth <= widest):
        raise ValueError(
            f"the bandwidth must lie between {narrowest:g} and {widest:g}, and "
            f"{bandwidth!r} came (distances are divided by it)"
        )
