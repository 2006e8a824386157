r"""Scale explorer: scores, weights and slopes as queries and keys get more features.

The drawing is an anywidget, sliders and tick are ordinary ipywidgets; the browser links
them, so the same cell works in JupyterLab and in a page that has no kernel.
"""

import anywidget
import ipywidgets
import numpy as np
import traitlets
from jaxtyping import Float, Int64
from traitlets import Bool, Dict, Int, Unicode

from attnbook.widgets.stored_state import view_source

_N_DRAWS, _N_KEYS = 40, 8
_MOST_DOUBLINGS = 10  # d_k runs from 1 to 1024 and doubles at each step
_SIZES = 2 ** np.arange(_MOST_DOUBLINGS + 1)  # (11,)


class ScaleView(anywidget.AnyWidget):
    """Draw scores, weights and slopes, computed in the browser."""

    _esm = view_source("scale_explorer", ".js")
    _css = view_source("scale_explorer", ".css")
    # As text, since a notebook gives each number of a list a line of its own.
    parts = Unicode().tag(sync=True)
    n_keys = Int(_N_KEYS).tag(sync=True)
    d_k = traitlets.Float().tag(sync=True)  # as its slider gives it
    divided = Bool().tag(sync=True)
    draw = Int().tag(sync=True)
    start = Dict().tag(sync=True)  # what the reset button restores

    def __repr__(self) -> str:
        # The inherited one prints a memory address, which no two runs share.
        return f"ScaleView(d_k={self.d_k:g}, divided={self.divided})"


def scale_explorer(
    d_k: int = 4, *, divided: bool = False, draw: int = 1
) -> ipywidgets.VBox:
    r"""Show what more features do to scores that are not divided by their root.

    .. math::  A_j = \frac{\exp(s_j)}{\sum_l \exp(s_l)}, \qquad
               s_j = q \cdot k_j \;\text{ or }\; \frac{q \cdot k_j}{\sqrt{d_k}}, \qquad
               \frac{\partial A_j}{\partial s_j} = A_j (1 - A_j)

    All entries of the query and of its eight keys are standard normal, rounded to
    tenths. The reader moves :math:`d_k`, ticks the division, and looks at other draws.

    Args:
        d_k: How many features: 1, 2, 4, ..., 1024.
        divided: Whether the scores are divided by :math:`\sqrt{d_k}`.
        draw: Which of the forty draws is shown, from 1.

    Raises:
        ValueError: If ``d_k`` or ``draw`` lies outside its slider, or between two of
            its steps.

    Example:
        >>> scale_explorer(64).children[1].children[0]
        ScaleView(d_k=64, divided=False)

    Chapter: Score functions.
    """
    _check_start(d_k, draw)
    start = {"d_k": float(d_k), "divided": divided, "draw": draw}
    parts = " ".join(map(str, _parts_of_scores().ravel()))
    view = ScaleView(parts=parts, start=start, **start).add_class("ex-view")
    controls = ipywidgets.VBox(_linked_controls(view)).add_class("ex-controls")
    title = ipywidgets.Label(
        "Add features: how long does the weight stay shared?"
    ).add_class("ex-title")
    body = ipywidgets.VBox([view, controls]).add_class("ex-body")
    root = ipywidgets.VBox([title, body]).add_class("ex-explorer")
    return root.add_class("sx-explorer")


def sample_vectors() -> tuple[
    Float[np.ndarray, "draws 1 d"], Float[np.ndarray, "draws k d"]
]:
    """Return the queries and the keys of all draws, with all of their 1024 features.

    Example:
        >>> q, k = sample_vectors()
        >>> q.shape, k.shape
        ((40, 1, 1024), (40, 8, 1024))

    Chapter: Score functions.
    """
    rng = np.random.default_rng(0)
    shape = (_N_DRAWS, 1 + _N_KEYS, int(_SIZES[-1]))
    vectors = rng.standard_normal(shape).round(1)  # (draws, 1 + k, d)
    return vectors[:, :1], vectors[:, 1:]


def _parts_of_scores() -> Int64[np.ndarray, "draws k sizes"]:
    """Return what each doubling of d_k adds to the scores, in hundredths."""
    q, k = sample_vectors()
    products = np.rint(100 * q * k).astype(
        int
    )  # (draws, k, d), exact: tenths by tenths
    return np.add.reduceat(products, [0, *_SIZES[:-1]], axis=-1)


def _linked_controls(view: ScaleView) -> list[ipywidgets.Widget]:
    """Make one control for each thing that moves, joined to it in the browser."""
    d_k = ipywidgets.FloatLogSlider(
        value=view.d_k,
        description="d_k",
        base=2,
        min=0,
        max=_MOST_DOUBLINGS,
        step=1,
        readout_format=".0f",
    )
    divided = ipywidgets.Checkbox(value=view.divided, description="divide by √d_k")
    draw = ipywidgets.IntSlider(
        value=view.draw, description="draw", min=1, max=_N_DRAWS
    )
    for control, trait in ((d_k, "d_k"), (divided, "divided"), (draw, "draw")):
        ipywidgets.jslink((control, "value"), (view, trait))
    return [d_k, divided, draw]


def _check_start(d_k: int, draw: int) -> None:
    """Refuse numbers that are no steps of the sliders."""
    if isinstance(d_k, bool) or d_k not in _SIZES.tolist():
        raise ValueError(
            f"d_k must be 1 or 2 or a further doubling, up to {_SIZES[-1]}, and "
            f"{d_k!r} came"
        )
    if isinstance(draw, bool) or not isinstance(draw, int) or not 1 <= draw <= _N_DRAWS:
        raise ValueError(
            f"draw must be a whole number from 1 to {_N_DRAWS}, and {draw!r} came"
        )
