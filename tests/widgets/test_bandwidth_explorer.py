"""The numbers of the bandwidth explorer, and what moves them."""

import numpy as np
import pytest

from attnbook.reference import distance_scores, kernel_regression
from attnbook.tasks.nile import nile_flows
from tests.widgets.bandwidths import (
    button,
    explorer,
    handle,
    move,
    shown,
    slider,
    words,
)

pytestmark = pytest.mark.chromium
KEYS = np.array([[1.0], [2.0], [3.0], [5.0], [8.0], [13.0], [21.0]])
VALUES = np.array([[40.0], [-10.0], [25.0], [0.0], [60.0], [35.0], [50.0]])
START = [4.0, np.log10(2), np.log10(8)]
LIMITS = -9.0, 41.0


@pytest.fixture
def page(open_page):
    return open_page("bandwidth").page


def random_states(n: int, lowest: float, highest: float) -> list[list[float]]:
    rng = np.random.default_rng(11)
    queries = rng.integers(2 * lowest, 2 * highest + 1, n) / 2
    exponents = rng.integers(-20, 61, n) / 20
    exponents[::4] = -1.0  # the narrowest often: there all powers are 0 without care
    exponents[1::9] = 3.0
    return np.stack([queries, exponents], axis=1).tolist()


def expected(query: float, exponent: float, keys=KEYS, values=VALUES) -> dict:
    """Compute with the package what an explorer in this state must show."""
    at, h = np.array([[query]]), 10.0**exponent
    answer, weights = kernel_regression(
        at, keys, values, bandwidth=h, return_weights=True
    )
    nearby = np.exp(distance_scores(at, keys) / (2 * h**2)).sum()
    return {"answer": answer.item(), "weights": weights[0], "nearby": nearby}


def check(found: dict, right: dict) -> None:
    for name, numbers in right.items():
        np.testing.assert_allclose(found[name], numbers, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    ("name", "points", "limits"),
    [
        ("bandwidth", (KEYS, VALUES), LIMITS),
        ("bandwidth-two", nile_flows(), (1851, 2000)),
    ],
)
def test_numbers_equal_the_package_on_200_random_states(
    open_page, name, points, limits
):
    page = open_page(name).page
    states = random_states(200, *limits)
    for state, found in zip(states, move(page, *states), strict=True):
        check(found, expected(*state, *points))


def test_the_curve_is_the_answer_of_each_place(page):
    for exponent in (-1.0, 0.3, 3.0):
        (found,) = move(page, [4.0, exponent])
        places = np.linspace(*LIMITS, 301)[:, None]  # (q, 1)
        answers = kernel_regression(places, KEYS, VALUES, bandwidth=10.0**exponent)
        np.testing.assert_allclose(found["curve"], answers[:, 0], rtol=1e-9, atol=1e-9)


def test_first_picture_shows_the_stored_state(page):
    check(shown(page), expected(4.0, np.log10(2)))
    np.testing.assert_allclose(shown(page)["sliders"], START, atol=0.03)


def test_temperature_is_the_same_knob_as_the_bandwidth(page):
    for exponent in (-1.0, 0.0, 0.5, 3.0):
        (found,) = move(page, [4.0, exponent])
        np.testing.assert_allclose(found["sliders"][2], np.log10(2) + 2 * exponent)
    slider(page, "temperature").focus()
    page.keyboard.press("Home")
    np.testing.assert_allclose(shown(page)["sliders"], [4.0, -1.0, np.log10(0.02)])
    check(shown(page), expected(4.0, -1.0))


def test_one_step_of_the_temperature_is_one_step_of_the_bandwidth(page):
    move(page, [4.0, 0.5])
    slider(page, "temperature").focus()
    page.keyboard.press("ArrowRight")
    np.testing.assert_allclose(shown(page)["sliders"][1], 0.55)
    check(shown(page), expected(4.0, 0.55))


@pytest.mark.parametrize(
    ("key", "goes_to"),
    [
        ("ArrowRight", 4.5),
        ("ArrowUp", 4.5),
        ("ArrowLeft", 3.5),
        ("ArrowDown", 3.5),
        ("Shift+ArrowRight", 9.0),
        ("Control+ArrowRight", 4.0),
        ("Alt+ArrowLeft", 4.0),
        ("a", 4.0),
    ],
)
def test_arrow_keys_move_the_query(page, key, goes_to):
    handle(page).focus()
    page.keyboard.press(key)
    assert shown(page)["sliders"][0] == goes_to
    check(shown(page), expected(goes_to, np.log10(2)))


def test_arrow_keys_do_not_scroll_the_page(page):
    page.set_viewport_size({"width": 1280, "height": 300})
    handle(page).focus()
    before = page.evaluate("scrollY")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == before


def test_the_query_stops_at_its_limits(page):
    move(page, [4.0, 1.5])  # so wide that the numbers tell one far place from another
    handle(page).focus()
    for key, limit in (("Shift+ArrowLeft", LIMITS[0]), ("Shift+ArrowRight", LIMITS[1])):
        for _ in range(12):
            page.keyboard.press(key)
        assert shown(page)["sliders"][0] == limit
        check(shown(page), expected(limit, 1.5))


def test_dragging_moves_the_query_by_as_much_as_the_hand(page):
    box = handle(page).locator(".bw-query").bounding_box()
    unit = explorer(page).locator(".bw-drawing").bounding_box()["width"] / 50
    x, y = box["x"] + box["width"] / 2 + 5, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    assert shown(page)["sliders"][0] == 4.0  # grasped off its middle, it doesn't jump
    page.mouse.move(x + 6 * unit, y + 40, steps=8)
    assert shown(page)["sliders"][0] == 10.0
    page.mouse.up()
    page.mouse.move(x, y)
    assert shown(page)["sliders"][0] == 10.0
    check(shown(page), expected(10.0, np.log10(2)))


def test_narrowest_gives_the_nearest_value_and_ties_share(page):
    button(page, "narrowest").click()
    assert shown(page)["answer"] == pytest.approx(12.5)  # between 25 at 3 and 0 at 5
    assert "The largest weight, 50 %, goes to each of 3 and 5." in words(page)


def test_widest_gives_nearly_the_mean(page):
    button(page, "widest").click()
    assert shown(page)["answer"] == pytest.approx(VALUES.mean(), abs=0.01)


def test_reset_restores_everything(page):
    before = shown(page)
    move(page, [-3.0, 1.5])
    button(page, "reset").click()
    assert shown(page)["weights"] == before["weights"]
    np.testing.assert_allclose(shown(page)["sliders"], START, atol=0.03)


def test_far_from_all_keys_the_words_warn_and_the_weights_stay(page):
    move(page, [41.0, 0.0])
    assert words(page) == (
        "At 41 the answer is 50.0; h = 1 is T = 2. The largest weight, >99 %, goes to "
        "key 21. The Gaussians add up to under 0.01: no key is near."
    )
    assert sum(shown(page)["weights"]) == pytest.approx(1)


def test_words_name_the_answer_and_both_scales_of_the_knob(page):
    assert words(page) == (
        "At 4 the answer is 13.1; h = 2 is T = 8. The largest weight, 31 %, goes to "
        "each of 3 and 5. The Gaussians add up to 2.83."
    )


def test_the_highest_bar_is_that_of_the_largest_weight(page):
    move(page, [2.0, 0.0])
    bars = explorer(page).locator(".bw-bar")
    heights = bars.evaluate_all("all => all.map(bar => +bar.getAttribute('height'))")
    weights = np.array(shown(page)["weights"])
    np.testing.assert_allclose(heights, 70 * weights / weights.max(), atol=1e-9)
    assert explorer(page).locator(".bw-heading").text_content() == (
        f"weights, the highest bar is {100 * weights.max():.0f} %"
    )


def test_marks_stand_at_their_keys_and_values(page):
    box = explorer(page).locator(".bw-drawing").bounding_box()
    spots = explorer(page).locator(".bw-value-spot .bw-value")
    boxes = spots.evaluate_all(
        "all => all.map(s => s.getBoundingClientRect()).map(b => [b.x + b.width / 2, "
        "b.y])"
    )
    across = (np.array(boxes)[:, 0] - box["x"]) / box["width"] * 50 - 9
    np.testing.assert_allclose(across, KEYS[:, 0], atol=0.05)
    down = np.array(boxes)[:, 1]
    slope, level = np.polyfit(VALUES[:, 0], down, 1)
    np.testing.assert_allclose(down, slope * VALUES[:, 0] + level, atol=0.01)
    assert slope < 0


def test_the_handle_speaks_its_place_and_its_answer(page):
    assert handle(page).get_attribute("aria-valuetext") == "key 4, answer 13.1"
    handle(page).focus()
    page.keyboard.press("ArrowRight")
    spoken = handle(page).get_attribute("aria-valuetext")
    assert spoken == f"key 4.5, answer {shown(page)['answer']:.1f}"


def test_a_screen_reader_hears_one_result_per_movement(page):
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector(".bw-live");
          new MutationObserver(() => heard.push(live.textContent))
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    handle(page).focus()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("heard.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == [words(page)]


def test_two_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("bandwidth-two").page
    first, second = shown(page, 0), shown(page, 1)
    button(page, "widest", nth=1).click()
    assert shown(page, 0) == first
    assert shown(page, 1) != second


def test_two_keys_of_a_slope_have_an_s_between_them(open_page):
    page = open_page("bandwidth-two").page
    keys, values = np.array([[0.0], [0.5]]), np.array([[1.0], [0.25]])
    (found,) = move(page, [0.25, -1.0], nth=1)
    check(found, expected(0.25, -1.0, keys, values))
    assert found["answer"] == pytest.approx(0.625)
