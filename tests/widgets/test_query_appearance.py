"""How the query explorer looks, where it differs from what all widgets must do."""

import numpy as np
import pytest

from tests.widgets.queries import centre, explorer, handle, move, slider, state
from tests.widgets.test_appearance import WATCH_SHIFTS, WIDTHS

pytestmark = pytest.mark.chromium
EXTREMES = [
    state([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]),
    state([[-4.0, -4.0], [4.0, 4.0], [-4.0, 4.0]], -1.0),
    state([[-3.9, 3.9], [3.9, -3.9], [0.1, -0.1]], 1.0, same=True),
]

CUT_OFF = """explorer => [...explorer.querySelectorAll("td, th, caption, .qx-words")]
  .filter((node) => node.scrollWidth > node.clientWidth + 1
    || node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.textContent)"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_jumps_while_loading_or_moving(open_page, width):
    page = open_page("queries", width=width, before=WATCH_SHIFTS).page
    before = explorer(page).bounding_box()["height"]
    for extreme in EXTREMES:
        move(page, extreme)
        assert explorer(page).bounding_box()["height"] == before
    page.wait_for_timeout(300)
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_number_is_cut_off(open_page, width):
    page = open_page("queries", width=width).page
    for extreme in EXTREMES:
        move(page, extreme)
        assert explorer(page).evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", ["q1", "q2", "q3"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_querys_own_name_can_be_read_on_it(open_page, theme, name):
    page = open_page("queries", color_scheme=theme).page
    handle(page, name).focus()
    fills = handle(page, name).evaluate(
        """node => [".qx-query", "text"].map((part) =>
          getComputedStyle(node.querySelector(part)).fill.match(/[\\d.]+/g).map(Number))
        """
    )
    assert contrast(*fills) >= 4.5


def luminance(colour: list[float]) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (c / 255 for c in colour[:3])
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: list[float], other: list[float]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_numbers_can_be_read_in_every_cell(open_page):
    page = open_page("queries").page
    read = """cells => cells.map(cell => ["backgroundColor", "color"].map(
      kind => getComputedStyle(cell)[kind].match(/[\\d.]+/g).map(Number)))"""
    weights, pairs = [], []
    for step in range(30):
        (found,) = move(page, state(exponent=-0.5 + step / 20))
        weights += [w for row in found["rows"] for w in row["weights"]]
        pairs += explorer(page).locator(".qx-cell").evaluate_all(read)
    assert np.diff(sorted(weights)).max() < 0.06  # no colour is left out
    assert min(contrast(*pair) for pair in pairs) >= 4.5


def test_wide_each_control_stands_under_its_plane_and_narrow_below_both(open_page):
    page = open_page("queries", width=1280).page
    planes = explorer(page).locator(".qx-plane")
    left, right = planes.nth(0).bounding_box(), planes.nth(1).bounding_box()
    x, temperature = (
        slider(page, name).bounding_box() for name in ("x", "temperature")
    )
    assert left["y"] == right["y"]
    assert x["x"] < left["x"] + left["width"] < temperature["x"]
    table = explorer(page).get_by_role("table").bounding_box()
    assert left["y"] + left["height"] <= x["y"] < table["y"]

    page.set_viewport_size({"width": 360, "height": 800})
    tops = [
        explorer(page).locator(part).bounding_box()["y"]
        for part in (".qx-query-panel", ".qx-table", ".qx-value-panel", ".qx-words")
    ]
    assert tops == sorted(tops)
    assert tops[1] - tops[0] < 400  # a hand on a query and its weights: one screen


@pytest.mark.parametrize("width", [360, 1280])
def test_touch_targets_are_large_enough(open_page, width):
    page = open_page("queries", width=width).page
    targets = explorer(page).locator("input[type=range], select, button, .qx-touch")
    heights = targets.evaluate_all(
        "all => all.map(t => t.getBoundingClientRect().height)"
    )
    assert len(heights) == 8
    assert min(heights) >= 40


def test_six_keys_and_long_tokens_fit_a_phone(open_page):
    page = open_page("queries-two", width=360).page
    assert explorer(page, 1).locator(".qx-table thead th").count() == 7
    cells = explorer(page, 1).locator("tbody td")
    assert [c.is_visible() for c in cells.all()] == [True] * 6 + [False]
    numbers = explorer(page, 1).locator("tbody :is(b, small)")
    cut = numbers.evaluate_all("all => all.filter(n => n.scrollWidth > n.clientWidth)")
    assert cut == []


def test_nothing_moves_by_itself(open_page):
    page = open_page("queries", reduced_motion="reduce").page
    handle(page).focus()
    page.keyboard.press("ArrowRight")
    assert (
        page.evaluate(
            "document.querySelector('.qx-explorer').getAnimations({subtree: true})"
        )
        == []
    )
    there = centre(handle(page))
    page.wait_for_timeout(200)
    assert centre(handle(page)) == there


def test_a_printed_page_shows_the_first_state(open_page):
    page = open_page("queries").page
    page.emulate_media(media="print")
    assert explorer(page).locator(".qx-cell").first.is_visible()
    assert explorer(page).locator(".qx-plane").nth(1).is_visible()
    assert explorer(page).locator(".qx-words").is_visible()
    assert not explorer(page).get_by_role("button", name="reset").is_visible()
