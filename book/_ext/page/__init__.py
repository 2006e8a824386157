"""What makes the pages of the book look and read as they do; one module per job.

Needs nothing but Sphinx: the page is built without torch and without attnbook.
"""

from sphinx.application import Sphinx

from page import assets, boxes, citations, code_pages, figures, formulas, theme

PARTS = (assets, boxes, citations, code_pages, figures, formulas, theme)


def setup(app: Sphinx) -> dict[str, bool]:
    """Set up every part."""
    for part in PARTS:
        part.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
