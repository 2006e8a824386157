r"""Positions explorer: a query and a key that are turned by their places.

The drawing is an anywidget, sliders and tick are ordinary ipywidgets; the browser links
them, so the same cell works in JupyterLab and in a page that has no kernel.
"""

from math import isfinite

import anywidget
import ipywidgets
import numpy as np
from jaxtyping import Float
from traitlets import Bool, Dict, Int, List
from traitlets import Float as Number

from attnbook.reference import rotary
from attnbook.widgets.stored_state import view_source

_N_FEATURES = 8  # two for each of four hands
_FARTHEST = 20  # offset
_FIRST, _LAST = _FARTHEST, 60  # places of the query: its keys stand at 0 to 80
_TUNED_OFFSET, _TUNED_BASE = -3, 100.0
_SMALLEST, _LARGEST = 1, 6  # exponents of 10: doubling a base matters as halving does


class PositionsView(anywidget.AnyWidget):
    """Draw hands, scores and stripes, computed in the browser."""

    _esm = view_source("positions_explorer", ".js")
    _css = view_source("positions_explorer", ".css")
    query = List(Number()).tag(sync=True)
    key_choices = List(List(Number())).tag(sync=True)  # a widget has `keys` of its own
    last = Int(_LAST + _FARTHEST).tag(sync=True)
    farthest = Int(_FARTHEST).tag(sync=True)
    place = Int().tag(sync=True)
    offset = Int().tag(sync=True)
    base = Number().tag(sync=True)
    tuned = Bool().tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"PositionsView(place={self.place}, offset={self.offset})"


def positions_explorer(
    place: int = 30,
    offset: int = -5,
    base: float | int = 100.0,
    *,
    tuned: bool = False,
) -> ipywidgets.VBox:
    r"""Show how a rotary score sees the offset of two places and nothing else.

    .. math::  (R_i q) \cdot (R_j k) = q \cdot (R_{j-i} k), \qquad
               \theta_c = \mathrm{base}^{-2c/8}

    The reader moves the query, the offset of the key and the base. Below the hands is
    the score for every offset, and the product of two sinusoidal vectors as a dashed
    line; below that, the sinusoidal vectors of all places as stripes.

    Args:
        place: Where the query stands, from 20 to 60.
        offset: How many places the key stands after the query, from -20 to 20.
        base: From 10 to 1,000,000; the slider's steps are those of 0.5 in log10.
        tuned: Whether the key is turned so that three places before the query fit best
            (at a base of 100); otherwise it is the same vector as the query.

    Raises:
        ValueError: If a number lies outside its slider.

    Example:
        >>> positions_explorer(40, -3).children[1].children[0]
        PositionsView(place=40, offset=-3)

    Chapter: Positions.
    """
    _check_whole("place", place, _FIRST, _LAST)
    _check_whole("offset", offset, -_FARTHEST, _FARTHEST)
    _check_base(base)
    q, k = query_and_keys()
    start = {"place": place, "offset": offset, "base": float(base), "tuned": tuned}
    view = PositionsView(
        query=q.tolist(), key_choices=k.tolist(), start=start, **start
    ).add_class("ex-view")
    controls = ipywidgets.VBox(_linked_controls(view)).add_class("ex-controls")
    title = ipywidgets.Label(
        "Move the query, then the key: what does the score notice?"
    ).add_class("ex-title")
    body = ipywidgets.VBox([view, controls]).add_class("ex-body")
    root = ipywidgets.VBox([title, body]).add_class("ex-explorer")
    return root.add_class("px-explorer")


def query_and_keys() -> tuple[Float[np.ndarray, "d"], Float[np.ndarray, "2 d"]]:
    """Return the query, and the two keys to choose from, before they are turned.

    Example:
        >>> q, k = query_and_keys()
        >>> q.tolist() == k[0].tolist() == [1, 0, 1, 0, 1, 0, 1, 0]
        True

    Chapter: Positions.
    """
    q = np.tile([1.0, 0.0], _N_FEATURES // 2)  # (d,)
    back = np.array([-_TUNED_OFFSET])  # at the offset itself the turns cancel
    tuned = rotary(q[None], back, base=_TUNED_BASE)[0]  # (d,)
    return q, np.stack([q, tuned.round(12)])


def _linked_controls(view: PositionsView) -> list[ipywidgets.Widget]:
    """Make one control for each thing that moves, joined to it in the browser."""
    limits = {"place": (_FIRST, _LAST), "offset": (-_FARTHEST, _FARTHEST)}
    names = {"place": "query at", "offset": "offset of key"}
    controls: list[ipywidgets.Widget] = [
        ipywidgets.IntSlider(
            value=getattr(view, trait), description=names[trait], min=low, max=high
        )
        for trait, (low, high) in limits.items()
    ]
    controls += [
        ipywidgets.FloatLogSlider(
            value=view.base,
            description="base",
            min=_SMALLEST,
            max=_LARGEST,
            step=0.5,
            readout_format=".0f",
        ),
        ipywidgets.Checkbox(value=view.tuned, description="tuned to −3"),
    ]
    traits = ("place", "offset", "base", "tuned")
    for control, trait in zip(controls, traits, strict=True):
        ipywidgets.jslink((control, "value"), (view, trait))
    return controls


def _check_whole(name: str, value: int, low: int, high: int) -> None:
    """Refuse a number that ipywidgets would clamp to the end of its slider."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not low <= value <= high:
        raise ValueError(
            f"{name} must be a whole number from {low} to {high}, and {value!r} came"
        )


def _check_base(base: float | int) -> None:
    smallest, largest = 10.0**_SMALLEST, 10.0**_LARGEST
    if not (isfinite(base) and smallest <= base <= largest):
        raise ValueError(
            f"the base must lie between {smallest:g} and {largest:,.0f}, and "
            f"{base!r} came"
        )
