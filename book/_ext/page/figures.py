"""Put a notebook's SVG figures into the page itself, so that they follow its theme.

Matplotlib writes each colour as a fixed value.  The book's figures use six of them
(``attnbook.plotting.COLOURS``); here each becomes a property that the style sheet sets
for light and for dark.  In JupyterLab the same figure stands on its own white face.
"""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

LOG = logging.getLogger(__name__)
SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
COLOURS = {
    "#2a6fdb": "var(--att-q)",
    "#d9480f": "var(--att-k)",
    "#995577": "var(--att-v)",
    "#1f2328": "currentColor",
    "#6b7280": "var(--att-muted)",
    "#c9cdd3": "var(--att-masked)",
}
HEX = re.compile(r"#[0-9a-f]{6}\b", re.IGNORECASE)
PAINTS = ("fill", "stroke")
WHITE_FACE = re.compile(r"fill:\s*#ffffff", re.IGNORECASE)
# What matplotlib says in a style sheet, which would apply to the whole page.
LINES = "stroke-linejoin: round; stroke-linecap: butt"


def inline(svg: str, alt: str, prefix: str) -> str:
    """Rewrite an SVG file as an element for an HTML page.

    Args:
        svg: The file's text, as matplotlib writes it.
        alt: What the figure shows, in words.
        prefix: Put before each id, so that figures on one page don't share any.

    Returns:
        An ``<svg>`` element, without prolog, that takes its colours from the page.
    """
    root = ET.fromstring(svg)
    _remove(root, "metadata", "style")
    _drop_repeated_ids(root)
    for group in root.iter(f"{{{SVG}}}g"):
        _adapt_group(group)
    for element in root.iter():
        _adapt(element, prefix)
    width = root.attrib.pop("width", "100%")
    root.attrib.pop("height", None)
    style = f"--att-width: {width}; {LINES}"
    root.attrib.update({"role": "img", "aria-label": alt, "style": style})
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def _remove(root: ET.Element, *tags: str) -> None:
    for parent in root.iter():
        for child in [c for c in parent if c.tag in {f"{{{SVG}}}{t}" for t in tags}]:
            parent.remove(child)


def _drop_repeated_ids(root: ET.Element) -> None:
    """Keep the first of each id: matplotlib names pictures and shapes by content.

    So two colour bars of one figure share an id, and what refers to it gets the same
    picture from either.
    """
    seen: set[str] = set()
    for element in root.iter():
        name = element.get("id")
        if name in seen:
            del element.attrib["id"]
        elif name is not None:
            seen.add(name)


def _adapt_group(group: ET.Element) -> None:
    """Clear white faces, and give words a shade that can be read."""
    name = group.get("id", "")
    if name.startswith("patch_"):
        for path in group:
            style = path.get("style", "")
            path.set("style", WHITE_FACE.sub("fill: none", style))
    if name.startswith("text_"):
        for element in group.iter():
            style = themed(element.get("style", ""))
            element.set("style", re.sub(r"(--att-[qkv])\b", r"\1-text", style))


def _adapt(element: ET.Element, prefix: str) -> None:
    """Make ids unique and colours follow the theme."""
    if "id" in element.attrib:
        element.set("id", prefix + element.get("id"))
    if XLINK in element.attrib:
        element.set("href", element.attrib.pop(XLINK))
    for name, value in element.attrib.items():
        if name == "href" and value.startswith("#"):
            element.set(name, f"#{prefix}{value[1:]}")
        elif "url(#" in value:
            element.set(name, value.replace("url(#", f"url(#{prefix}"))
    _adapt_colours(element)


def _adapt_colours(element: ET.Element) -> None:
    """Move our colours from attributes, where no property can stand, to the style."""
    style = themed(element.attrib.pop("style", ""))
    for paint in PAINTS:
        if element.get(paint, "").lower() in COLOURS:
            style = f"{paint}: {themed(element.attrib.pop(paint))}; {style}"
    if style:
        element.set("style", style)


def themed(style: str) -> str:
    """Replace each of the book's colours; others, as in heat maps, stay.

    Example:
        >>> themed("fill: #2A6FDB; stroke: #440154")
        'fill: var(--att-q); stroke: #440154'
    """
    return HEX.sub(lambda found: COLOURS.get(found[0].lower(), found[0]), style)


def mark_caption(image: nodes.Node) -> None:
    """Mark the paragraph below a figure's cell as its caption, if it is all italic."""
    cell = image
    while cell is not None and "cell" not in cell.get("classes", ()):
        cell = cell.parent
    below = cell.next_node(descend=False, siblings=True) if cell else None
    if isinstance(below, nodes.paragraph):
        parts = [part for part in below.children if part.astext().strip()]
        if len(parts) == 1 and isinstance(parts[0], nodes.emphasis):
            below["classes"].append("att-caption")


class InlineFigures(SphinxPostTransform):
    """Replace each SVG output by its text, and miss no alternative text."""

    default_priority = 300
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Do it for the whole page."""
        for number, image in enumerate(list(self.document.findall(nodes.image)), 1):
            uri, alt = image["uri"], image.get("alt", "").strip()
            if not alt or alt == uri:
                LOG.warning("a figure has no alternative text", location=image)
            if uri.endswith(".svg") and "jupyter_execute/" in uri:
                svg = (Path(self.env.srcdir) / uri).read_text("utf-8")
                html = inline(svg, alt, f"figure{number}-")
                plot = f'<div class="output att-plot">{html}</div>'
                mark_caption(image)
                image.replace_self(nodes.raw("", plot, format="html"))


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_post_transform(InlineFigures)
