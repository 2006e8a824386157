"""How the mask explorer looks, where it differs from what all widgets must do."""

import pytest

from tests.widgets.masks import explorer, move, state
from tests.widgets.test_appearance import WATCH_SHIFTS, WIDTHS
from tests.widgets.test_query_appearance import contrast

pytestmark = pytest.mark.chromium
EXTREMES = [
    state(causal=False, layers=4),
    state(window=1, padding=7, in_front=True, layers=3),
    state(causal=False, window=3, padding=4, layers=2),
]

CUT_OFF = """explorer => [...explorer.querySelectorAll("td, th, caption, .mx-words")]
  .filter((node) => node.scrollWidth > node.clientWidth + 1
    || node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.textContent)"""

COLOURS = """all => all.map(node => ["color", "backgroundColor"].map(
  kind => getComputedStyle(node)[kind].match(/[\\d.]+/g).map(Number)))"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_jumps_while_loading_or_moving(open_page, width):
    page = open_page("masks", width=width, before=WATCH_SHIFTS).page
    before = explorer(page).bounding_box()["height"]
    for extreme in EXTREMES:
        move(page, extreme)
        assert explorer(page).bounding_box()["height"] == before
    page.wait_for_timeout(300)
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_number_is_cut_off(open_page, width):
    page = open_page("masks", width=width).page
    for extreme in EXTREMES:
        move(page, extreme)
        assert explorer(page).evaluate(CUT_OFF) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_can_be_read_in_every_cell(open_page, theme):
    page = open_page("masks", color_scheme=theme).page
    for window in range(1, 9):
        for padding in range(8):
            move(page, state(False, window, padding))
            cells = explorer(page).locator(".mx-open").evaluate_all(COLOURS)
            assert all(contrast(*cell) >= 4.5 for cell in cells)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_marks_stand_out_from_the_page(open_page, theme):
    page = open_page("masks", color_scheme=theme).page
    ground = "getComputedStyle(document.body).backgroundColor"
    pair = f"[colour, {ground}].map((c) => c.match(/[\\d.]+/g).map(Number))"
    words = explorer(page).locator(":is(caption, th, .mx-count, label, button, p)")
    inks = words.evaluate_all(
        f"all => all.map(n => getComputedStyle(n).color).map(colour => {pair})"
    )
    marks = explorer(page).locator("th:is(.mx-key, .mx-query)")
    squares = marks.evaluate_all(
        "all => all.map(n => getComputedStyle(n, '::before').backgroundColor)"
        f".map(colour => {pair})"
    )
    assert (len(inks), len(squares)) == (34, 16)
    assert min(contrast(*ink) for ink in inks) >= 4.5
    assert min(contrast(*square) for square in squares) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_hidden_cells_are_hatched_and_dots_stand_out(open_page, theme):
    page = open_page("masks", color_scheme=theme).page
    move(page, state(window=2, layers=3))
    hidden = explorer(page).locator(".mx-hidden")
    looks = hidden.evaluate_all(
        "all => all.map(node => getComputedStyle(node).backgroundImage)"
    )
    assert len(looks) == 49
    assert all(look.startswith("repeating-linear-gradient") for look in looks)
    dot = """node => [getComputedStyle(node, "::after").backgroundColor,
      getComputedStyle(document.body).backgroundColor].map(
        (colour) => colour.match(/[\\d.]+/g).map(Number))"""
    assert contrast(*explorer(page).locator(".mx-reached").first.evaluate(dot)) >= 4.5


@pytest.mark.parametrize("width", [360, 1280])
def test_touch_targets_are_large_enough(open_page, width):
    page = open_page("masks", width=width).page
    targets = explorer(page).locator("input[type=range], .sw-row, button")
    heights = targets.evaluate_all(
        "all => all.map(t => t.getBoundingClientRect().height)"
    )
    assert len(heights) == 3 + 5 + 1
    assert min(heights) >= 40


def test_wide_the_controls_stand_beside_the_table_and_narrow_below_it(open_page):
    page = open_page("masks", width=1280).page
    table = explorer(page).get_by_role("table").bounding_box()
    controls = explorer(page).locator(".mx-controls").bounding_box()
    assert controls["x"] >= table["x"] + table["width"]
    page.set_viewport_size({"width": 360, "height": 800})
    table = explorer(page).get_by_role("table").bounding_box()
    controls = explorer(page).locator(".mx-controls").bounding_box()
    assert controls["y"] >= table["y"] + table["height"]


def test_a_printed_page_shows_the_first_state(open_page):
    page = open_page("masks").page
    page.emulate_media(media="print")
    assert explorer(page).locator(".mx-cell").first.is_visible()
    assert explorer(page).locator(".mx-words").is_visible()
    assert not explorer(page).get_by_role("button", name="reset").is_visible()
