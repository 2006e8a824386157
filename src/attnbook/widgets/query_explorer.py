r"""Query explorer: queries to drag among keys, and the mixture of values each gets.

The planes and the numbers are an anywidget, the sliders ordinary ipywidgets; the
browser links them, so the same cell works in JupyterLab and in a page without a kernel.
"""

from collections.abc import Sequence
from math import isfinite

import anywidget
import ipywidgets
from traitlets import Bool, Dict, Float, Int, List, Unicode

from attnbook.widgets.stored_state import view_source

_LIMIT = 4.0  # both planes run from -4 to 4
_FEWEST_KEYS, _MOST_KEYS = 2, 6  # columns of numbers that still fit on a phone
_MOST_QUERIES = 3
# A decade to each side of 1 is enough here: a query may be long, which sharpens as a
# low temperature does, and the page on temperature goes further.
_COLDEST, _HOTTEST = -1, 1  # exponents of 10

Point = Sequence[float | int]


class QueryView(anywidget.AnyWidget):
    """Draw queries, keys, values and contexts; the browser computes the numbers."""

    _esm = view_source("query_explorer", ".js")
    _css = view_source("query_explorer", ".css")
    labels = List(Unicode()).tag(sync=True)
    key_points = List(List(Float())).tag(sync=True)  # a widget has `keys` of its own
    value_points = List(List(Float())).tag(sync=True)
    queries = List(List(Float())).tag(sync=True)
    active = Int(0).tag(sync=True)  # the query that the sliders move
    x = Float().tag(sync=True)  # where it is
    y = Float().tag(sync=True)
    temperature = Float().tag(sync=True)
    values_are_keys = Bool(False).tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"QueryView(labels={self.labels}, queries={self.queries})"


def query_explorer(
    keys: Sequence[Point] = ((1.0, 1.0), (2.0, 3.0), (3.0, -1.0), (-2.0, -1.0)),
    values: Sequence[Point] = ((-2.0, 2.0), (3.0, 1.0), (0.0, -3.0), (-3.0, -2.0)),
    queries: Sequence[Point] = ((0.2, 0.8), (1.0, -0.5), (-1.0, 0.5)),
    labels: Sequence[str] | None = ("kitten", "cat", "dog", "car"),
    temperature: float | int = 1.0,
) -> ipywidgets.VBox:
    r"""Show how each query weighs all keys, and where the weights take its context.

    .. math::  A_{ij} = \frac{\exp(q_i \cdot k_j / T)}{\sum_l \exp(q_i \cdot k_l / T)},
               \qquad c_i = \sum_j A_{ij} v_j

    The reader moves one query at a time, by dragging it, by the arrow keys or by two
    sliders, and the temperature :math:`T`; a tick makes the keys serve as values.

    Args:
        keys: Two to six points (x, y), each coordinate from -4 to 4.
        values: One point per key, in a plane of its own with the same limits.
        queries: One to three points, best in steps of 0.1, as they move.
        labels: One name per key, for example its token; "k1", "k2", ... if None.
        temperature: From 0.1 to 10; the slider's steps are those of 0.05 in log10.

    Raises:
        ValueError: If there are too few or too many points, a point is no pair or lies
            outside the plane, keys, values and labels differ in number, or the
            temperature lies outside its slider.

    Example:
        >>> explorer = query_explorer(queries=[(0.5, 1.0)])
        >>> explorer.children[1].children[0]
        QueryView(labels=['kitten', 'cat', 'dog', 'car'], queries=[[0.5, 1.0]])

    Chapter: Queries, keys, values.
    """
    points = {
        "keys": _checked(keys, "keys", _FEWEST_KEYS, _MOST_KEYS),
        "values": _checked(values, "values", len(keys), len(keys)),
        "queries": _checked(queries, "queries", 1, _MOST_QUERIES),
    }
    labels = _checked_labels(labels, len(keys))
    _check_temperature(temperature)
    view = _view(points, labels, float(temperature))
    n_queries = len(points["queries"])
    controls = ipywidgets.VBox(
        [
            ipywidgets.VBox(_place_controls(view, n_queries)).add_class("qx-place"),
            ipywidgets.VBox(_mixture_controls(view)).add_class("qx-mixture"),
        ]
    ).add_class("qx-controls")
    title = ipywidgets.Label(
        "Drag a query: which keys match, and what does it bring back?"
    ).add_class("qx-title")
    body = ipywidgets.HBox([view.add_class("qx-view"), controls]).add_class("qx-body")
    root = ipywidgets.VBox([title, body]).add_class("qx-explorer")
    return root.add_class(f"qx-{len(labels)}-keys").add_class(f"qx-{n_queries}-queries")


def _view(
    points: dict[str, list[list[float]]], labels: list[str], temperature: float
) -> QueryView:
    """Make the view, with the first query in the reader's hand."""
    start = {
        "queries": points["queries"],
        "temperature": temperature,
        "values_are_keys": False,
        "active": 0,
    }
    x, y = points["queries"][0]
    places = {"key_points": points["keys"], "value_points": points["values"]}
    return QueryView(labels=labels, x=x, y=y, start=start, **places, **start)


def _place_controls(view: QueryView, n_queries: int) -> list[ipywidgets.Widget]:
    """Make a slider for each coordinate and, of several queries, a choice of one."""
    limits = {"min": -_LIMIT, "max": _LIMIT, "step": 0.1, "readout_format": ".1f"}
    sliders = [
        ipywidgets.FloatSlider(value=getattr(view, axis), description=axis, **limits)
        for axis in ("x", "y")
    ]
    for axis, slider in zip(("x", "y"), sliders, strict=True):
        ipywidgets.jslink((slider, "value"), (view, axis))
    if n_queries == 1:
        return sliders
    names = [f"q{i}" for i in range(1, n_queries + 1)]
    choice = ipywidgets.Dropdown(options=names, description="query")
    ipywidgets.jslink((choice, "index"), (view, "active"))
    return [choice, *sliders]


def _mixture_controls(view: QueryView) -> list[ipywidgets.Widget]:
    """Make what decides on the mixture: the temperature, and what is mixed."""
    temperature = ipywidgets.FloatLogSlider(
        value=view.temperature,
        description="temperature",
        min=_COLDEST,
        max=_HOTTEST,
        step=0.05,
        readout_format=".3g",
    )
    same = ipywidgets.Checkbox(value=False, description="values = keys")
    ipywidgets.jslink((temperature, "value"), (view, "temperature"))
    ipywidgets.jslink((same, "value"), (view, "values_are_keys"))
    return [temperature, same]


def _checked(
    points: Sequence[Point], name: str, fewest: int, most: int
) -> list[list[float]]:
    """Return points as lists of floats, or say which of them can't be drawn."""
    if not fewest <= len(points) <= most:
        needed = f"{fewest} to {most} {name}"
        if name == "values":
            needed = f"one value per key, hence {most} values,"
        elif fewest == 1:
            needed = f"1 to {most} queries"
        raise ValueError(f"the explorer draws {needed} and {len(points)} came")
    return [_checked_point(point, name) for point in points]


def _checked_point(point: Point, name: str) -> list[float]:
    """Return one point of a plane as two floats within its limits."""
    try:
        x, y = (float(c) for c in point)
    except (TypeError, ValueError):
        raise ValueError(
            f"{name} must be points (x, y), and {point!r} came among them "
            "(one point alone wants brackets too: [(1.0, 2.0)])"
        ) from None
    if not all(-_LIMIT <= c <= _LIMIT for c in (x, y)):
        raise ValueError(
            f"coordinates of {name} must lie between {-_LIMIT:g} and {_LIMIT:g}, "
            f"and ({x:g}, {y:g}) came"
        )
    return [x, y]


def _checked_labels(labels: Sequence[str] | None, n_keys: int) -> list[str]:
    """Return one label per key, or say how many came."""
    if labels is None:
        return [f"k{j}" for j in range(1, n_keys + 1)]
    if len(labels) != n_keys:
        raise ValueError(
            f"{len(labels)} labels for {n_keys} keys: give one label per key"
        )
    return list(labels)


def _check_temperature(temperature: float | int) -> None:
    """Refuse a temperature that ipywidgets would clamp to the end of its slider."""
    lowest, highest = 10.0**_COLDEST, 10.0**_HOTTEST
    if not (isfinite(temperature) and lowest <= temperature <= highest):
        raise ValueError(
            f"the temperature must lie between {lowest:g} and {highest:g}, and "
            f"{temperature!r} came (softmax has no temperature of zero or below: "
            "it divides by it)"
        )
