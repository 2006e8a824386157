r"""Mask explorer: causal, window and padding to combine, and the weights that are left.

The table is an anywidget, ticks and sliders are ordinary ipywidgets; the browser links
them, so the same cell works in JupyterLab and in a page that has no kernel.
"""

from collections.abc import Sequence
from math import isfinite

import anywidget
import ipywidgets
from traitlets import Bool, Dict, Float, Int, List, Unicode

from attnbook.widgets.stored_state import view_source

_FEWEST_TOKENS, _MOST_TOKENS = 3, 8  # columns of numbers that still fit on a phone
_LIMIT = 5.0  # of a score
_MOST_LAYERS = 4
TOKENS = ("I", "saw", "a", "cat", "on", "the", "red", "mat")
# Whole numbers, so that a pencil can check a row: a word scores 1, 2 for its own kind.
SCORES = (
    (2, 1, 0, 0, 0, 0, 0, 0),
    (2, 1, 0, 2, 0, 0, 0, 0),
    (0, 0, 1, 2, 0, 1, 0, 0),
    (0, 2, 1, 1, 0, 0, 0, 0),
    (0, 1, 0, 2, 0, 0, 0, 2),
    (0, 0, 1, 0, 0, 1, 0, 2),
    (0, 0, 0, 0, 0, 1, 1, 2),
    (0, 1, 0, 0, 2, 1, 2, 1),
)


class MaskView(anywidget.AnyWidget):
    """Draw a mask and the weights that it leaves; the browser computes both."""

    _esm = view_source("mask_explorer", ".js")
    _css = view_source("mask_explorer", ".css")
    tokens = List(Unicode()).tag(sync=True)
    scores = List(List(Float())).tag(sync=True)
    causal = Bool().tag(sync=True)
    window = Int().tag(sync=True)
    padding = Int().tag(sync=True)  # how many tokens are padding
    in_front = Bool().tag(sync=True)
    layers = Int().tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"MaskView(tokens={self.tokens})"


def mask_explorer(
    tokens: Sequence[str] = TOKENS,
    scores: Sequence[Sequence[float | int]] | None = None,
    *,
    causal: bool = True,
    window: int | None = None,
    padding: int = 0,
    in_front: bool = False,
) -> ipywidgets.VBox:
    r"""Show which query may attend to which key, and the weights that are left.

    .. math::  A_{ij} = \frac{M_{ij} \exp(S_{ij})}{\sum_l M_{il} \exp(S_{il})}

    The reader combines a causal mask, a window and padding at either end. A query that
    may attend to nothing is marked. With more layers, dots show what reaches a query
    through others.

    Args:
        tokens: Three to eight tokens.
        scores: A row for each token as query, from -5 to 5; if None, those that belong
            to the default tokens, or 0 for others. Padding takes the place of the last
            tokens, and their scores.
        causal: Whether a query sees only itself and what is before it.
        window: How many positions a query sees to each side, its own included; None is
            all of them.
        padding: How many tokens are padding, fewer than all.
        in_front: Whether the padding stands before the others.

    Raises:
        ValueError: If tokens, scores or a number lie outside what can be drawn.

    Example:
        >>> mask_explorer(padding=2).children[0].value
        'Combine masks: who may see whom?'

    Chapter: Masks.
    """
    n = _checked_length(tokens)
    window = n if window is None else window
    _check_between("window", window, 1, n)
    _check_between("padding", padding, 0, n - 1)
    start = {"causal": causal, "window": window, "padding": padding}
    start |= {"in_front": in_front, "layers": 1}
    rows = _checked_scores(tuple(tokens), scores)
    view = MaskView(tokens=list(tokens), scores=rows, start=start, **start)
    controls = ipywidgets.VBox(_controls(view, n)).add_class("mx-controls")
    title = ipywidgets.Label("Combine masks: who may see whom?").add_class("mx-title")
    body = ipywidgets.HBox([view.add_class("mx-view"), controls]).add_class("mx-body")
    root = ipywidgets.VBox([title, body]).add_class("mx-explorer")
    return root.add_class(f"mx-{n}-tokens")


def _controls(view: MaskView, n: int) -> list[ipywidgets.Widget]:
    """Make one control for each thing that moves, joined to it in the browser."""
    limits = {"window": (1, n), "padding": (0, n - 1), "layers": (1, _MOST_LAYERS)}
    controls = []
    for trait in ("causal", "window", "padding", "in_front", "layers"):
        common = {"value": getattr(view, trait), "description": trait.replace("_", " ")}
        if trait in limits:
            low, high = limits[trait]
            control = ipywidgets.IntSlider(**common, min=low, max=high)
        else:
            control = ipywidgets.Checkbox(**common)
        ipywidgets.jslink((control, "value"), (view, trait))
        controls.append(control)
    return controls


def _checked_length(tokens: Sequence[str]) -> int:
    """Return how many tokens there are, if they can be drawn."""
    n = len(tokens)
    if not _FEWEST_TOKENS <= n <= _MOST_TOKENS:
        raise ValueError(
            f"the explorer draws {_FEWEST_TOKENS} to {_MOST_TOKENS} tokens and {n} came"
        )
    return n


def _checked_scores(
    tokens: tuple[str, ...], scores: Sequence[Sequence[float | int]] | None
) -> list[list[float]]:
    """Return a row of floats for each token, or say what is wrong with them."""
    n = len(tokens)
    if scores is None:
        scores = SCORES if tokens == TOKENS else [[0] * n] * n
    if len(scores) != n or any(len(row) != n for row in scores):
        lengths = sorted({len(row) for row in scores})
        raise ValueError(
            f"{n} tokens need scores of shape (q, k) = ({n}, {n}), and {len(scores)} "
            f"rows came, of lengths {lengths}"
        )
    rows = [[float(score) for score in row] for row in scores]
    outside = [s for row in rows for s in row if not abs(s) <= _LIMIT]
    if outside:
        raise ValueError(
            f"each score must lie between {-_LIMIT:g} and {_LIMIT:g}, and "
            f"{outside[0]!r} came"
            + ("" if isfinite(outside[0]) else " (masks are made by the controls)")
        )
    return rows


def _check_between(name: str, value: int, low: int, high: int) -> None:
    """Refuse a number that ipywidgets would clamp to the end of its slider."""
    if (
        isinstance(value, bool)
        or not isinstance(value, int)
        or not low <= value <= high
    ):
        raise ValueError(
            f"{name} must be a whole number from {low} to {high}, and {value!r} came"
        )
