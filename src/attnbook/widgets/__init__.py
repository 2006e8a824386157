"""Interactive figures: sliders that also work in a page without a kernel.

One ``.py`` (traits, sliders, links), one ``.js`` (the drawing) and one ``.css`` per
widget, and ``explorer.js`` and ``explorer.css`` for what the newer ones share;
``static/`` holds the runtime that revives them in the built book, and
``stored_state`` finds what would not work there.
"""

from attnbook.widgets.bandwidth_explorer import bandwidth_explorer
from attnbook.widgets.heads_explorer import heads_explorer
from attnbook.widgets.mask_explorer import mask_explorer
from attnbook.widgets.positions_explorer import positions_explorer
from attnbook.widgets.query_explorer import query_explorer
from attnbook.widgets.scale_explorer import scale_explorer
from attnbook.widgets.softmax_explorer import softmax_explorer

__all__ = [
    "bandwidth_explorer",
    "heads_explorer",
    "mask_explorer",
    "positions_explorer",
    "query_explorer",
    "scale_explorer",
    "softmax_explorer",
]
