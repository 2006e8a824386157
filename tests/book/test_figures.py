"""Figures: matplotlib's file becomes part of the page and follows its theme."""

import re
import xml.etree.ElementTree as ET

import pytest
from page.figures import COLOURS, inline, themed

matplotlib = pytest.importorskip("matplotlib")
ALT = 'Weights of "cat" & <mat>'


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Draw marks, words, a masked cell and a heat map with the book's own style."""
    matplotlib.use("svg")
    from attnbook.plotting import COLOURS as NAMED
    from attnbook.plotting import plot_weights, use_book_style

    use_book_style()
    figure, (left, right) = matplotlib.pyplot.subplots(ncols=2)
    for role in "qkv":
        left.plot([1, 2], [2, 3], color=NAMED[role])
        left.text(1, 2, role, color=NAMED[role])
    plot_weights([[0.2, 0.8]], mask=[[True, False]], ax=right)
    path = tmp_path_factory.mktemp("figure") / "figure.svg"
    figure.savefig(path)
    matplotlib.pyplot.close(figure)
    return path.read_text("utf-8")


def test_the_figure_is_an_image_with_its_words(drawn: str) -> None:
    root = ET.fromstring(inline(drawn, ALT, "a-"))
    assert (root.get("role"), root.get("aria-label")) == ("img", ALT)


def test_nothing_of_the_file_around_it_stays(drawn: str) -> None:
    html = inline(drawn, ALT, "a-")
    assert html.startswith("<svg ")
    for leftover in ("<?xml", "<!DOCTYPE", "<style", "metadata", "xlink", "ns0:"):
        assert leftover not in html


def test_the_books_colours_become_properties_and_no_other_does(drawn: str) -> None:
    before, after = (
        {h.lower() for h in hexes(t)} for t in (drawn, inline(drawn, "", ""))
    )
    assert set(COLOURS) <= before
    assert not set(COLOURS) & after
    assert before - set(COLOURS) - {"#ffffff"} <= after


def hexes(text: str) -> list[str]:
    return re.findall(r"#[0-9a-fA-F]{6}\b", text)


def test_words_get_the_shade_that_can_be_read(drawn: str) -> None:
    html = inline(drawn, ALT, "a-")
    assert "stroke: var(--att-q);" in html
    assert "fill: var(--att-q-text)" in html


def test_the_white_face_goes_and_white_words_stay() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9pt">'
        '<g id="patch_1"><path style="fill: #ffffff"/></g>'
        '<g id="text_1"><path style="fill: #ffffff"/></g></svg>'
    )
    styles = [p.get("style") for p in ET.fromstring(inline(svg, "", "")).iter()][2::2]
    assert styles == ["fill: none", "fill: #ffffff"]


def test_two_figures_of_one_page_share_no_id(drawn: str) -> None:
    first, second = inline(drawn, ALT, "a-"), inline(drawn, ALT, "b-")
    ids = [set(re.findall(r'\bid="([^"]+)"', html)) for html in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_two_equal_pictures_of_a_figure_do_not_share_an_id() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9pt" viewBox="0 0 9 9">'
        '<image id="bar" x="1"/><image id="bar" x="5"/><path id="line"/></svg>'
    )
    html = inline(svg, ALT, "a-")
    assert re.findall(r'\bid="([^"]+)"', html) == ["a-bar", "a-line"]
    assert re.findall(r'\bx="(\d)"', html) == ["1", "5"]


def test_every_reference_inside_a_figure_finds_its_target(drawn: str) -> None:
    html = inline(drawn, ALT, "a-")
    used = re.findall(r'(?:href="#|url\(#)([^")]+)', html)
    assert used
    assert set(used) <= set(re.findall(r'\bid="([^"]+)"', html))


def test_a_colour_in_an_attribute_moves_to_the_style() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="#C9CDD3"/></svg>'
    (rect,) = ET.fromstring(inline(svg, "", ""))
    assert (rect.get("fill"), rect.get("style")) == (None, "fill: var(--att-masked); ")


def test_no_colour_map_of_the_book_contains_a_colour_of_a_role() -> None:
    for name in ("cividis", "BrBG"):
        table = matplotlib.colormaps[name].resampled(256)
        cells = {matplotlib.colors.to_hex(table(i)) for i in range(256)}
        assert not cells & set(COLOURS)


def test_colours_are_found_in_capitals_too() -> None:
    assert themed("fill: #2A6FDB") == themed("fill: #2a6fdb") == "fill: var(--att-q)"


def test_the_page_and_the_plots_agree_on_the_colours() -> None:
    from attnbook.plotting import COLOURS as NAMED

    assert {value.lower() for value in NAMED.values()} == set(COLOURS)
