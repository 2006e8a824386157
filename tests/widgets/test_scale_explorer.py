"""The numbers of the scale explorer, and what moves them."""

import itertools

import numpy as np
import pytest

from attnbook.reference import (
    attention_entropy,
    dot_scores,
    scaled_dot_scores,
    softmax,
    softmax_jacobian,
)
from attnbook.widgets.scale_explorer import sample_vectors
from tests.widgets.scales import control, explorer, move, shown, state, words

pytestmark = pytest.mark.chromium
Q, K = sample_vectors()


@pytest.fixture
def page(open_page):
    return open_page("scale").page


def all_scores(doublings: int, divided: bool) -> np.ndarray:
    d = 2**doublings
    score = scaled_dot_scores if divided else dot_scores
    return score(Q[..., :d], K[..., :d])[:, 0]  # (draws, k)


def slopes(doublings: int, divided: bool) -> np.ndarray:
    """The largest slope of each draw: softmax_jacobian's largest entry."""
    return softmax_jacobian(all_scores(doublings, divided)).max((-2, -1))  # (draws,)


def expected(one: dict) -> dict[str, np.ndarray]:
    """Compute with the package what an explorer in this state must show."""
    doublings, divided, draw = one["doublings"], one["divided"], one["draw"] - 1
    scores = all_scores(doublings, divided)  # (draws, k)
    weights = softmax(scores)  # (draws, k)
    every = slopes(doublings, divided)
    return {
        "scores": scores[draw],
        "spread": [scores.std()],
        "weights": weights[draw],
        "bits": [attention_entropy(weights, base=2)[draw]],
        "slopes": every,
        "slope": [every[draw]],
        "typical": [np.median(every)],
    }


def check(found: dict, right: dict[str, np.ndarray]) -> None:
    assert set(found) == set(right)
    for name, numbers in right.items():
        np.testing.assert_allclose(found[name], numbers, rtol=1e-9, atol=1e-12)


def test_numbers_equal_the_package_at_every_place_of_the_sliders(page):
    places = itertools.product(range(11), (False, True), range(1, 41))
    states = [state(*place) for place in places]
    assert len(states) == 880
    for one, found in zip(states, move(page, *states), strict=True):
        check(found, expected(one))


def test_curves_show_the_typical_slope_at_every_size(page):
    for name, divided in (("undivided", False), ("divided", True)):
        text = explorer(page).locator(f".sx-{name}").get_attribute("data-slopes")
        right = [np.median(slopes(e, divided)) for e in range(11)]
        found = np.array(text.split(","), float)
        np.testing.assert_allclose(found, right, rtol=1e-9, atol=1e-12)


def test_undivided_the_slope_dies_and_divided_it_lives(page):
    dead, alive = move(page, state(10, False), state(10, True))
    assert dead["typical"][0] < 1e-3
    assert alive["typical"][0] > 0.2
    assert abs(dead["spread"][0] / 32 - 1) < 0.1
    assert abs(alive["spread"][0] - 1) < 0.1


def test_first_picture_shows_the_stored_state(open_page):
    page = open_page("scale-two").page
    check(shown(page), expected(state()))
    check(shown(page, 1), expected(state(10, True, 40)))
    assert control(page, "divide by √d_k", 1).is_checked()


def test_marks_stand_where_their_numbers_say(page):
    move(page, state(6, False, 3))
    read = "all => all.map(one => one.{}.baseVal.valueInSpecifiedUnits)"
    squares = explorer(page).locator(".sx-rows svg .sx-key")
    places = np.array(squares.evaluate_all(read.format("x")))
    right = np.arcsinh(expected(state(6, False, 3))["scores"]) / np.arcsinh(120)
    np.testing.assert_allclose(places, 50 + 50 * right, rtol=1e-5)
    bars = explorer(page).locator(".sx-bar").evaluate_all(read.format("width"))
    weights = expected(state(6, False, 3))["weights"]
    np.testing.assert_allclose(bars, 64 * weights, rtol=1e-4, atol=1e-6)


def test_the_band_is_as_wide_as_the_spread(page):
    (found,) = move(page, state(10))
    band = explorer(page).locator(".sx-band")
    left, width = (float(band.get_attribute(n).rstrip("%")) for n in ("x", "width"))
    edge = 50 * np.arcsinh(found["spread"][0]) / np.arcsinh(120)
    np.testing.assert_allclose([left, width], [50 - edge, 2 * edge])


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (
            state(),
            "With d_k = 4, scores spread by 1.85, near √4 = 2. In draw 1 key 5 gets "
            "31 % of the weight (entropy 2.59 bits), and the slope of that weight is "
            "0.213. The typical slope of 40 draws is 0.227.",
        ),
        (
            state(10, True),
            "With d_k = 1024, divided by √1024 = 32, scores spread by 1.08. In draw 1 "
            "key 2 gets 49 % of the weight (entropy 2.13 bits), and the slope of that "
            "weight is 0.250. The typical slope of 40 draws is 0.232.",
        ),
        (
            state(10),
            "With d_k = 1024, scores spread by 34.57, near √1024 = 32. In draw 1 key 2 "
            "gets 100 % of the weight (entropy 0.00 bits), and the slope of that "
            "weight is below 0.001. The typical slope of 40 draws is below 0.001.",
        ),
    ],
)
def test_words_say_the_spread_the_winner_and_the_slope(page, one, text):
    move(page, one)
    assert words(page) == text


def test_the_drawing_speaks_its_weights(page):
    move(page, state(3))
    name = "Bars of the weights: key 1 "
    assert explorer(page).get_by_role("img", name=name).count() == 1


def test_weights_are_never_rounded_to_nothing_or_to_all(page):
    move(page, state(6))
    name = explorer(page).locator(".sx-rows").get_attribute("aria-label")
    assert "key 1 <1 %, key 2 >99 %," in name


def test_keys_move_the_controls(page):
    control(page, "d_k").focus()
    for key in ("End", "ArrowLeft"):
        page.keyboard.press(key)
    check(shown(page), expected(state(9)))
    assert control(page, "d_k").get_attribute("aria-valuetext") == "512"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    check(shown(page), expected(state(9, True, 2)))


def test_dragging_moves_the_number_of_features(page):
    box = control(page, "d_k").bounding_box()
    x = box["x"] + 9 + 0.2 * (box["width"] - 18)  # 2 of 10 doublings
    y = box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], y, steps=8)
    page.mouse.up()
    check(shown(page), expected(state(10)))


def test_reset_restores_everything(page):
    move(page, state(9, True, 17))
    explorer(page).get_by_role("button", name="reset").click()
    check(shown(page), expected(state()))
    assert not control(page, "divide by √d_k").is_checked()
    assert control(page, "draw").input_value() == "1"


def test_a_screen_reader_hears_one_result_per_movement(page):
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector("[aria-live=polite]");
          new MutationObserver(() => heard.push(live.textContent))
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    control(page, "d_k").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("heard") == []
    page.wait_for_function("heard.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == [words(page)]


def test_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("scale-two").page
    before = shown(page)
    control(page, "d_k", 1).focus()
    page.keyboard.press("Home")
    assert shown(page) == before
    check(shown(page, 1), expected(state(0, True, 40)))


def test_works_from_a_file_without_a_server(open_page, site):
    page = open_page("scale", base=site.as_uri()).page
    control(page, "divide by √d_k").check()
    check(shown(page), expected(state(divided=True)))


def test_the_view_rests_when_the_page_goes(page):
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    before = shown(page)
    control(page, "divide by √d_k").check()
    assert shown(page) == before
