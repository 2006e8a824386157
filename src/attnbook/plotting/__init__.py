"""Draw attention: heat maps of scores and weights, bars, labelled curves, images.

One look for the whole book: `use_book_style` sets it, the ``plot_`` functions keep it.
Each returns its axes, and most take ``ax=None``; none calls ``plt.show()``.
"""

from attnbook.plotting.bars import plot_distribution
from attnbook.plotting.curves import plot_curves
from attnbook.plotting.heatmaps import plot_scores, plot_weights
from attnbook.plotting.images import plot_images
from attnbook.plotting.style import COLOURS, use_book_style

__all__ = [
    "COLOURS",
    "plot_curves",
    "plot_distribution",
    "plot_images",
    "plot_scores",
    "plot_weights",
    "use_book_style",
]
