"""Make each BibTeX key a link target of the page that holds the bibliography.

``[Bahdanau et al. 2015](../../book/bibliography.md#bahdanau2015)`` then works in the
book, where a misspelt key is a warning, and is an ordinary link everywhere else.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform


def add_targets(_app: Sphinx, env: BuildEnvironment) -> None:
    """Tell MyST the keys, in the table in which it looks for headings.

    A row of that table is (line, id in the page, text of a link without text).
    """
    for citation in env.get_domain("cite").citations:
        page = env.metadata[citation.bibliography_key.docname]
        target = (0, citation.citation_id, citation.key)
        page.setdefault("myst_slugs", {})[citation.key] = target


class PlainEntries(SphinxPostTransform):
    """Write the bibliography as a list of entries, without the labels in brackets."""

    default_priority = 6  # directly after sphinxcontrib.bibtex, which uses 5
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Do it for the whole page."""
        for entry in list(self.document.findall(nodes.citation)):
            body = entry.children[1:]
            ids = entry["ids"]
            entry.replace_self(nodes.container("", *body, ids=ids, classes=["att-ref"]))


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    # After sphinxcontrib.bibtex, which reads the entries at the same event.
    app.connect("env-updated", add_targets, priority=900)
    app.add_post_transform(PlainEntries)
