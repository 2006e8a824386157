r"""Softmax explorer: a slider for each score and one for temperature, and the weights.

The sliders are ordinary ipywidgets and the drawing is an anywidget; the browser links
them, so the same cell works in JupyterLab and in a page that has no kernel.
"""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path

import anywidget
import ipywidgets
from traitlets import Dict, Float, List, Unicode

_HERE = Path(__file__).parent
_LIMIT = 5.0  # scores run from -5 to 5
_CONSTANT_LIMIT = 3.0  # so that score + constant stays within the drawing's -8 to 8
# Temperature is a ratio scale: halving matters as much as doubling. On a logarithmic
# slider T = 1 stands in the middle, and both limits of softmax lie within reach.
_COLDEST, _HOTTEST = -2, 2  # exponents of 10
_MOST_KEYS = 8  # rows that still fit on a phone


class SoftmaxView(anywidget.AnyWidget):
    """Draw scores and their softmax; the numbers are computed in the browser."""

    _esm = _HERE / "softmax_explorer.js"
    _css = _HERE / "softmax_explorer.css"
    labels = List(Unicode()).tag(sync=True)
    temperature = Float().tag(sync=True)
    constant = Float().tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores
    coldest = Float(10.0**_COLDEST).tag(sync=True)
    hottest = Float(10.0**_HOTTEST).tag(sync=True)

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"SoftmaxView(labels={self.labels})"


def softmax_explorer(
    scores: Sequence[float | int] = (2.0, 1.0, 0.5, -1.0),
    temperature: float | int = 1.0,
    labels: Sequence[str] | None = None,
) -> ipywidgets.VBox:
    r"""Show how scores and temperature become attention weights, by hand.

    .. math::  A_j = \frac{\exp((s_j + c) / T)}{\sum_l \exp((s_l + c) / T)}

    The reader moves each score :math:`s_j`, the constant :math:`c` and the
    temperature :math:`T`; entropy comes in bits and as the number of keys that would
    have it if they shared equally.

    Args:
        scores: Two to eight scores, each from -5 to 5, best in steps of 0.1: in
            JupyterLab a slider moves other values to its nearest step.
        temperature: From 0.01 to 100; the slider's steps are those of 0.05 in log10.
        labels: One name per key, for example its token; "key 1", "key 2", ... if None.

    Raises:
        ValueError: If a score or the temperature lies outside its slider, or if labels
            and scores differ in number.

    Example:
        >>> softmax_explorer((1.0, 0.0), labels=["cat", "mat"]).children[0].value
        'Move a score or the temperature: where does the attention go?'

    Chapter: Scores and temperature.
    """
    labels = _checked_labels(scores, labels)
    _check_numbers(scores, temperature)
    start = {f"score_{i}": float(s) for i, s in enumerate(scores, start=1)}
    start |= {"temperature": float(temperature), "constant": 0.0}
    view = _view(start, labels).add_class("att-view")
    names = dict(zip(start, [*labels, "temperature", "add to all"], strict=True))
    sliders = [_linked_slider(view, trait, name) for trait, name in names.items()]
    controls = ipywidgets.VBox(
        [
            ipywidgets.VBox(sliders[:-2]).add_class("att-keys"),
            ipywidgets.VBox(sliders[-2:]).add_class("att-knobs"),
        ]
    ).add_class("att-controls")
    title = ipywidgets.Label(
        "Move a score or the temperature: where does the attention go?"
    ).add_class("att-title")
    body = ipywidgets.HBox([controls, view]).add_class("att-body")
    root = ipywidgets.VBox([title, body]).add_class("att-explorer")
    return root.add_class(f"att-{len(labels)}-keys")


def _view(start: dict[str, float], labels: list[str]) -> SoftmaxView:
    """Make a view with one trait per score: jslink joins whole traits, not entries."""
    scores = [name for name in start if name.startswith("score_")]
    traits = {name: Float().tag(sync=True) for name in scores}
    cls = type("SoftmaxView", (SoftmaxView,), {"__module__": __name__, **traits})
    return cls(labels=labels, start=start, **start)


def _linked_slider(view: SoftmaxView, trait: str, name: str) -> ipywidgets.Widget:
    """Make the slider of one trait, joined to it in the browser, both ways."""
    common = {"value": getattr(view, trait), "description": name}
    if trait == "temperature":
        slider = ipywidgets.FloatLogSlider(
            **common, min=_COLDEST, max=_HOTTEST, step=0.05, readout_format=".3g"
        )
    else:
        limit = _CONSTANT_LIMIT if trait == "constant" else _LIMIT
        slider = ipywidgets.FloatSlider(
            **common, min=-limit, max=limit, step=0.1, readout_format=".1f"
        )
    ipywidgets.jslink((slider, "value"), (view, trait))
    return slider


def _checked_labels(
    scores: Sequence[float | int], labels: Sequence[str] | None
) -> list[str]:
    """Return one label per score, or say how many came."""
    if not 2 <= len(scores) <= _MOST_KEYS:
        raise ValueError(
            f"the explorer draws 2 to {_MOST_KEYS} scores and {len(scores)} came"
        )
    if labels is None:
        return [f"key {i}" for i in range(1, len(scores) + 1)]
    if len(labels) != len(scores):
        raise ValueError(
            f"{len(labels)} labels for {len(scores)} scores: give one label per score"
        )
    return list(labels)


def _check_numbers(scores: Sequence[float | int], temperature: float | int) -> None:
    """Refuse numbers that ipywidgets would silently clamp to the end of a slider."""
    outside = [s for s in scores if not -_LIMIT <= s <= _LIMIT]
    if outside:
        raise ValueError(
            f"each score must lie between {-_LIMIT:g} and {_LIMIT:g}, "
            f"and {outside[0]!r} came"
        )
    lowest, highest = 10.0**_COLDEST, 10.0**_HOTTEST
    if not (isfinite(temperature) and lowest <= temperature <= highest):
        raise ValueError(
            f"the temperature must lie between {lowest:g} and {highest:g}, and "
            f"{temperature!r} came (softmax has no temperature of zero or below: "
            "it divides by it)"
        )
