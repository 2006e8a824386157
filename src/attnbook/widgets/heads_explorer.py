r"""Heads explorer: the same queries and keys, cut into one, two, four or eight heads.

The tables are an anywidget, slider and choice are ordinary ipywidgets; the browser
links them, so the same cell works in JupyterLab and in a page that has no kernel.
"""

import anywidget
import ipywidgets
import numpy as np
from jaxtyping import Float
from traitlets import Dict, Int, List, Unicode
from traitlets import Float as Number

from attnbook.widgets.stored_state import view_source

PEOPLE = ("Ann", "Ben", "Cem", "Dora", "Eli", "Fay")
D_MODEL = 8
_MOST_DOUBLINGS = 3  # of one head, to as many heads as features
_LENGTH = 3.0  # of what a person knows, and of a need
# The right helper of each person, today and tomorrow. One look for both ends between
# two neighbours (Cem, Eli, Fay), on whoever stands between them (Ann, Ben), or, if the
# two stand opposite each other, on everyone (Dora).
HELPERS = ((3, 1), (0, 4), (1, 0), (5, 2), (0, 1), (2, 3))  # (q, errand)


class HeadsView(anywidget.AnyWidget):
    """Draw the weights of every head, computed in the browser."""

    _esm = view_source("heads_explorer", ".js")
    _css = view_source("heads_explorer", ".css")
    names = List(Unicode()).tag(sync=True)
    queries = List(List(Number())).tag(sync=True)  # a widget has `keys` of its own
    key_rows = List(List(Number())).tag(sync=True)
    knows = List(List(Number())).tag(sync=True)
    axes = List(List(Number())).tag(sync=True)
    helpers = List(List(Int())).tag(sync=True)
    n_heads = Number().tag(sync=True)  # as its slider gives it
    query = Int().tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"HeadsView(n_heads={self.n_heads:g}, query={self.names[self.query]!r})"


def heads_explorer(n_heads: int = 1, query: str = "Eli") -> ipywidgets.VBox:
    r"""Show what each head sees when the same features are shared out among heads.

    .. math::  A^{(h)} = \mathrm{softmax}\!\left(
        \frac{Q^{(h)} K^{(h) \top}}{\sqrt{d_{\mathrm{head}}}} \right), \qquad
        d_{\mathrm{head}} = 8 / n_{\mathrm{heads}}

    Six people, each with two errands, have eight features. The reader chooses how many
    heads share them, and whose looks are drawn as arrows.

    Args:
        n_heads: 1, 2, 4 or 8.
        query: Ann, Ben, Cem, Dora, Eli or Fay.

    Raises:
        ValueError: If there is no such number of heads, or no such person.

    Example:
        >>> heads_explorer(2).children[1].children[0]
        HeadsView(n_heads=2, query='Eli')

    Chapter: Multi-head attention.
    """
    _check_start(n_heads, query)
    q, k = queries_and_keys()
    start = {"n_heads": float(n_heads), "query": PEOPLE.index(query)}
    view = HeadsView(
        names=list(PEOPLE),
        queries=q.tolist(),
        key_rows=k.tolist(),
        knows=_on_circle().tolist(),
        axes=_axes().tolist(),
        helpers=[list(pair) for pair in HELPERS],
        start=start,
        **start,
    ).add_class("ex-view")
    controls = ipywidgets.VBox(_linked_controls(view)).add_class("ex-controls")
    title = ipywidgets.Label(
        "Share eight features out: how many looks do two errands take?"
    ).add_class("ex-title")
    body = ipywidgets.VBox([view, controls]).add_class("ex-body")
    root = ipywidgets.VBox([title, body]).add_class("ex-explorer")
    return root.add_class("hx-explorer")


def queries_and_keys() -> tuple[
    Float[np.ndarray, "q d_model"], Float[np.ndarray, "k d_model"]
]:
    """Return the queries and the keys of all people, before they are cut into heads.

    Four features are about today's errand and four about tomorrow's: what is needed or
    known along the two axes of a plane, and along the two lines half-way between them.

    Example:
        Eli needs Ann today, who stands to the right.

        >>> q, k = queries_and_keys()
        >>> q[4, :2].tolist(), k[0, :2].tolist()
        ([3.0, 0.0], [3.0, 0.0])

    Chapter: Multi-head attention.
    """
    knows, helpers, axes = _on_circle(), np.array(HELPERS), _axes()
    needs = np.split(knows[helpers], 2, axis=1)  # two of (q, 1, 2)
    halves = [need[:, 0] @ axes[:4].T for need in needs]  # (q, 4) each
    return np.hstack(halves), np.hstack([knows @ axes[:4].T] * 2)


def _on_circle() -> Float[np.ndarray, "k 2"]:
    """Return what each person knows: six directions, 60 degrees apart."""
    angles = np.arange(len(PEOPLE)) * np.pi / 3
    plane = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    return (_LENGTH * plane).round(12) + 0.0  # no -0, and no 1e-16


def _axes() -> Float[np.ndarray, "d_model 2"]:
    """Return the direction in the plane that each feature measures."""
    half = np.sqrt(0.5)
    four = np.array([[1.0, 0.0], [0.0, 1.0], [half, half], [-half, half]])
    return np.vstack([four, four])


def _linked_controls(view: HeadsView) -> list[ipywidgets.Widget]:
    """Make the slider and the choice, each joined to its trait in the browser."""
    heads = ipywidgets.FloatLogSlider(
        value=view.n_heads,
        description="heads",
        base=2,
        min=0,
        max=_MOST_DOUBLINGS,
        step=1,
        readout_format=".0f",
    )
    choice = ipywidgets.Dropdown(
        options=PEOPLE, index=view.query, description="who looks"
    )
    ipywidgets.jslink((heads, "value"), (view, "n_heads"))
    ipywidgets.jslink((choice, "index"), (view, "query"))
    return [heads, choice]


def _check_start(n_heads: int, query: str) -> None:
    """Refuse what slider and choice do not have."""
    possible = [2**e for e in range(_MOST_DOUBLINGS + 1)]
    if isinstance(n_heads, bool) or n_heads not in possible:
        raise ValueError(
            f"n_heads must be one of {possible}, the divisors of d_model = {D_MODEL}, "
            f"and {n_heads!r} came"
        )
    if query not in PEOPLE:
        raise ValueError(f"query must be one of {list(PEOPLE)}, and {query!r} came")
