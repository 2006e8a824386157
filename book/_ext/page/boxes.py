"""Turn block quotes that begin with one of our labels into boxes.

``> **Predict.** Which weight is larger?`` stays a readable block quote in JupyterLab
and becomes a box with its own shape and icon in the book.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxTranslator

KINDS = {
    "The question.": "question",
    "Predict.": "predict",
    "By hand.": "by-hand",
    "The wrong turn.": "wrong-turn",
    "Loses to.": "loses-to",
    "Not shown.": "not-shown",
}


class Box(nodes.General, nodes.Element):
    """A note beside the text; its `kind` is one of the values of `KINDS`."""


def label_of(quote: nodes.block_quote) -> nodes.strong | None:
    """Return the bold label that a block quote begins with, if it is one of ours."""
    first = quote.children[0] if quote.children else None
    if not isinstance(first, nodes.paragraph):
        return None
    label = next((child for child in first.children if child.astext()), None)
    known = isinstance(label, nodes.strong) and label.astext() in KINDS
    return label if known else None


class MakeBoxes(SphinxPostTransform):
    """Replace each labelled block quote by a `Box`."""

    default_priority = 300
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Do it for the whole page."""
        for quote in list(self.document.findall(nodes.block_quote)):
            label = label_of(quote)
            if label is not None:
                label["classes"].append("att-label")
                box = Box("", *quote.children, kind=KINDS[label.astext()])
                quote.replace_self(box)


def open_box(writer: SphinxTranslator, node: Box) -> None:
    """Write the opening tag."""
    kind = node["kind"]
    writer.body.append(f'<div class="att-box att-{kind}" role="note">\n')


def close_box(writer: SphinxTranslator, _node: Box) -> None:
    """Write the closing tag."""
    writer.body.append("</div>\n")


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_node(Box, html=(open_box, close_box))
    app.add_post_transform(MakeBoxes)
