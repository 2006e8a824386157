"""The look of every figure: a few colours, quiet axes, files that do not change."""

import matplotlib as mpl
from IPython import get_ipython
from matplotlib_inline.backend_inline import set_matplotlib_formats

# Queries, keys and values keep their colour throughout the book. The page swaps these
# exact values for a lighter shade on a dark ground, so use no others.
COLOURS = {
    "q": "#2A6FDB",
    "k": "#D9480F",
    "v": "#995577",
    "ink": "#1F2328",
    "muted": "#6B7280",
    "masked": "#C9CDD3",
}
# Colour never speaks alone: each role has a shape too.
MARKERS = {"q": "o", "k": "s", "v": "^"}

_TEXT_WIDTH = 6.4  # inches; the page shows it about as wide as its text

_RC = {
    "figure.figsize": (_TEXT_WIDTH, _TEXT_WIDTH / 2),
    "figure.dpi": 72,
    "figure.constrained_layout.use": True,
    "figure.facecolor": "white",
    "savefig.dpi": 144,
    # Text becomes outlines and ids are salted: the same file on every machine.
    "svg.fonttype": "path",
    "svg.hashsalt": "attnbook",
    "font.family": "DejaVu Sans",  # comes with matplotlib
    "font.size": 10,
    "text.color": COLOURS["ink"],
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "axes.labelcolor": COLOURS["ink"],
    "axes.edgecolor": COLOURS["muted"],
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": mpl.cycler(color=[COLOURS["ink"], COLOURS["muted"]]),
    "xtick.color": COLOURS["muted"],
    "ytick.color": COLOURS["muted"],
    "xtick.labelcolor": COLOURS["ink"],
    "ytick.labelcolor": COLOURS["ink"],
    "xtick.labelsize": 9,
    "ytick.labelsize": 9,
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "hatch.linewidth": 0.7,
    "legend.frameon": False,
}


def use_book_style() -> None:
    """Give every figure that follows the look of the book.

    In a notebook it also asks for SVG, without the date that would make two runs of
    the same cell differ.

    Example:
        >>> use_book_style()
        >>> mpl.rcParams["svg.hashsalt"]
        'attnbook'
    """
    mpl.rcdefaults()
    mpl.rcParams.update(_RC)
    if get_ipython() is not None:
        set_matplotlib_formats("svg", metadata={"Date": None, "Creator": None})
