"""Boxes, figures and citations as the reader gets them; what must fail, fails.

Two small books: one in which all is right, one in which each page has its mistake.
"""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from .conftest import build_small, notebook

BIBLIOGRAPHY = "# Bibliography\n\n```{bibliography}\n:all:\n```\n"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9pt" viewBox="0 0 9 9">'
    '<path id="a" style="fill: #2a6fdb" d="M0 0L9 9L0 9z"/></svg>'
)
LABELS = {
    "The question.": "question",
    "Predict.": "predict",
    "By hand.": "by-hand",
    "The wrong turn.": "wrong-turn",
    "Loses to.": "loses-to",
    "Not shown.": "not-shown",
}


def figure(alt: str | None) -> dict:
    """Write a code cell that has drawn a figure."""
    image = {"mystnb": {"image": {"alt": alt}}} if alt else {}
    data = {"image/svg+xml": SVG, "text/plain": "<Figure>"}
    output = {"output_type": "display_data", "data": data, "metadata": {}}
    return {
        "cell_type": "code",
        "execution_count": 1,
        "metadata": image,
        "source": "draw()",
        "outputs": [output],
    }


def soup(html: Path) -> BeautifulSoup:
    return BeautifulSoup(html.read_text("utf-8"), "html.parser")


QUOTES = ["> Words.", "> **Predicted.** Words.", "> Words, **Predict.** words."]
GOOD = {
    "index.md": "# Boxes\n\n" + "\n\n".join(f"> **{x}** With $Q$." for x in LABELS),
    "quotes.md": "# Quotes\n\n" + "\n\n<!-- -->\n\n".join(QUOTES),
    "figures.ipynb": notebook(
        "# F",
        figure("A blue triangle."),
        "*A caption says the conclusion.*",
        figure("Another triangle."),
        "*Only* the beginning is italic.",
        "*No figure above.*",
    ),
    "cite.md": "# Cite\n\n[Bahdanau et al. 2015](bibliography.md#bahdanau2015)\n",
    "card.md": "# Card\n\n```{card} A title\nWords.\n```\n",
    "bibliography.md": BIBLIOGRAPHY,
    ".venv/lib/broken.ipynb": "not JSON",
    ".venv/lib/readme.md": "[no such page](nowhere.md)",
    ".pytest_cache/README.md": "# Not a page",
}
BAD = {
    "index.md": "# Cite\n\n[Bahdanau et al. 2015](bibliography.md#bahdanua2015)\n",
    "figure.ipynb": notebook("# Figure", figure(None)),
    "formula.md": "# Link\n\n[nowhere](nowhere.md)\n",
    "bibliography.md": BIBLIOGRAPHY,
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    result = build_small(folder, GOOD)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "_build/html"


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> str:
    result = build_small(tmp_path_factory.mktemp("bad"), BAD)
    assert result.returncode != 0
    return result.stderr


def test_each_label_makes_its_own_box(good: Path) -> None:
    boxes = soup(good / "index.html").select(".att-box[role=note]")
    found = {box.strong.text: box["class"][1].removeprefix("att-") for box in boxes}
    assert found == LABELS


def test_other_quotations_stay_quotations(good: Path) -> None:
    page = soup(good / "quotes.html")
    assert (len(page.select("blockquote")), len(page.select(".att-box"))) == (3, 0)


def test_a_drawn_figure_stands_in_the_page_itself(good: Path) -> None:
    page = soup(good / "figures.html")
    plots = page.select("article svg[role=img]")
    assert [plot["aria-label"] for plot in plots] == [
        "A blue triangle.",
        "Another triangle.",
    ]
    ids = [element["id"] for plot in plots for element in plot.select("[id]")]
    assert len(ids) == len(set(ids)) == 2
    assert not page.select("article img")


def test_an_italic_paragraph_below_a_figure_is_its_caption(good: Path) -> None:
    captions = [p.text for p in soup(good / "figures.html").select(".att-caption")]
    assert captions == ["A caption says the conclusion."]


def test_a_citation_leads_to_its_entry(good: Path) -> None:
    (link,) = soup(good / "cite.html").select("article a[href^=bibliography]")
    assert link["href"] == "bibliography.html#bahdanau2015"
    entry = soup(good / "bibliography.html").find(id="bahdanau2015")
    assert "Dzmitry Bahdanau" in entry.text


def test_what_is_installed_in_the_environment_is_never_read(good: Path) -> None:
    assert not [p for p in good.rglob("*") if p.stem.lower() in ("broken", "readme")]


def test_no_page_loads_what_the_book_does_not_use(good: Path) -> None:
    for name in ("thebe", "togglebutton", "fontawesome", "cdn", "unpkg"):
        assert name not in (good / "index.html").read_text("utf-8").lower()
    assert not list(good.rglob("*.map"))


def test_cards_alone_bring_their_styles(good: Path) -> None:
    for page, used in (("card.html", True), ("index.html", False)):
        text = (good / page).read_text("utf-8")
        for file in ("sphinx-design.min.css", "design-tabs.js"):
            assert (file in text) is used


def test_formulas_alone_bring_mathjax(good: Path) -> None:
    loads = {
        p: "mathjax/" in (good / p).read_text("utf-8")
        for p in ("index.html", "cite.html")
    }
    assert loads == {"index.html": True, "cite.html": False}
    assert (good / "_static/mathjax/tex-chtml-full.js").is_file()


@pytest.mark.parametrize(
    "complaint", ["bahdanua2015", "a figure has no alternative text", "nowhere.md"]
)
def test_a_mistake_fails_the_build(complaints: str, complaint: str) -> None:
    assert complaint in complaints
