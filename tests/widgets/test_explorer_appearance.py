"""How the explorers look that share their styles, at their extremes."""

import pytest

from tests.widgets import heads, places, scales
from tests.widgets.test_appearance import WATCH_SHIFTS, WIDTHS

pytestmark = pytest.mark.chromium
EXTREMES = {
    "scale": (scales, [scales.state(10, divided, 38) for divided in (False, True)]),
    "positions": (places, [places.state(60, 20, 6.0, tuned) for tuned in (0, 1)]),
    "heads": (heads, [heads.state(doublings, 3) for doublings in (0, 3)]),
}

CUT_OFF = """explorer => [...explorer.querySelectorAll(
    "p, label, .ex-title, .hx-slot > div")]
  .filter((node) => !node.matches(".ex-live"))
  .filter((node) => node.scrollWidth > node.clientWidth + 1
    || node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.textContent)"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", EXTREMES)
def test_nothing_jumps_while_loading_or_moving(open_page, name, width):
    page = open_page(name, width=width, before=WATCH_SHIFTS).page
    kind, states = EXTREMES[name]
    before = kind.explorer(page).bounding_box()["height"]
    for state in states:
        kind.move(page, state)
        assert kind.explorer(page).bounding_box()["height"] == before
    page.wait_for_timeout(300)
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", EXTREMES)
def test_nothing_is_cut_off(open_page, name, width):
    page = open_page(name, width=width).page
    kind, states = EXTREMES[name]
    for state in states:
        kind.move(page, state)
        assert kind.explorer(page).evaluate(CUT_OFF) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("name", "targets"), [("scale", 3 + 1), ("heads", 2 + 1), ("positions", 4 + 1)]
)
def test_touch_targets_are_large_enough(open_page, name, targets, width):
    page = open_page(name, width=width).page
    parts = EXTREMES[name][0].explorer(page).locator(".sw-row, button")
    heights = parts.evaluate_all(
        "all => all.map(t => t.getBoundingClientRect().height)"
    )
    assert len(heights) == targets
    assert min(heights) >= 40


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("scale", (".sx-curve", ".ex-controls")),
        ("heads", (".hx-plane", ".hx-maps")),
        ("positions", (".px-curve", ".ex-controls")),
    ],
)
def test_side_by_side_in_a_wide_place_and_below_in_a_narrow_one(open_page, name, parts):
    page = open_page(name, width=1280).page
    explorer = EXTREMES[name][0].explorer(page)
    one, other = (explorer.locator(part).bounding_box() for part in parts)
    assert one["x"] + one["width"] <= other["x"]
    page.set_viewport_size({"width": 360, "height": 800})
    boxes = [explorer.locator(part).bounding_box() for part in parts]
    above, below = sorted(boxes, key=lambda box: box["y"])
    assert above["y"] + above["height"] <= below["y"]


@pytest.mark.parametrize("name", EXTREMES)
def test_a_key_press_is_drawn_within_a_twentieth_of_a_second(open_page, name):
    page = open_page(name).page
    explorer = EXTREMES[name][0].explorer(page)
    took = explorer.evaluate(
        """explorer => {
          const slider = explorer.querySelector("input[type=range]");
          const press = (position) => {
            const before = performance.now();
            slider.value = position;
            slider.dispatchEvent(new Event("input", {bubbles: true}));
            explorer.getBoundingClientRect(); // the layout is part of it
            return performance.now() - before;
          };
          const all = [0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2].map(press);
          return all.sort((a, b) => a - b)[all.length >> 1];
        }"""
    )
    assert took < 50  # milliseconds


@pytest.mark.parametrize("name", EXTREMES)
def test_a_printed_page_shows_the_first_state(open_page, name):
    page = open_page(name).page
    page.emulate_media(media="print")
    explorer = EXTREMES[name][0].explorer(page)
    assert explorer.locator(".ex-drawing").first.is_visible()
    assert explorer.locator(".ex-words").is_visible()
    assert not explorer.get_by_role("button", name="reset").is_visible()
