"""The numbers of the heads explorer, and what moves them."""

import itertools

import numpy as np
import pytest

from attnbook.reference import scaled_dot_product_attention, split_heads
from attnbook.widgets.heads_explorer import HELPERS, PEOPLE, queries_and_keys
from tests.widgets.heads import control, explorer, move, shown, state, words

pytestmark = pytest.mark.chromium
Q, K = queries_and_keys()
HELPS = np.array(HELPERS)  # (q, errand)


@pytest.fixture
def page(open_page):
    return open_page("heads").page


def expected(doublings: int) -> np.ndarray:
    """Compute with the package the weights of all heads, (heads, q, k)."""
    q, k = (split_heads(x, 2**doublings) for x in (Q, K))
    _, weights = scaled_dot_product_attention(q, k, k, return_weights=True)
    return weights


def right_weight(doublings: int) -> np.ndarray:
    """What part of the looks for a helper find the right one, (q, errand)."""
    weights = expected(doublings)
    n = len(weights)
    looking = [weights, weights] if n == 1 else [weights[: n // 2], weights[n // 2 :]]
    everyone = np.arange(len(PEOPLE))
    found = [w[:, everyone, HELPS[:, e]].mean(0) for e, w in enumerate(looking)]
    return np.stack(found, axis=-1)


def check(found: list, right: np.ndarray) -> None:
    np.testing.assert_allclose(found, right, rtol=0, atol=1e-12)


def test_weights_equal_the_package_at_every_place_of_the_controls(page):
    states = [state(*place) for place in itertools.product(range(4), range(6))]
    for one, found in zip(states, move(page, *states), strict=True):
        check(found, expected(one["doublings"]))


def test_first_picture_shows_the_stored_state(open_page):
    page = open_page("heads-two").page
    check(shown(page), expected(0))
    check(shown(page, 1), expected(3))
    assert control(page, "who looks", 1).input_value() == "Dora"


def test_one_head_fails_two_do_and_as_many_as_features_fail():
    one, two, four, eight = (right_weight(doublings).mean() for doublings in range(4))
    assert one < 0.35
    assert two > 0.95
    assert four > 0.9
    assert eight < 0.45


def percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share < 0.995 else ">99 %"


@pytest.mark.parametrize("doublings", range(4))
def test_words_say_who_is_found_and_what_is_kept(page, doublings):
    for query, name in enumerate(PEOPLE):
        move(page, state(doublings, query))
        today, tomorrow = (PEOPLE[i] for i in HELPS[query])
        right = right_weight(doublings)
        heads = ["1 head of 8 features", "2 heads of 4 features"]
        heads += ["4 heads of 2 features", "8 heads of 1 feature"]
        means = ["", "", ", each the mean of 2 heads", ", each the mean of 4 heads"]
        assert words(page) == (
            f"{heads[doublings]}: {name} finds {today} for today with "
            f"{percent(right[query, 0])} and {tomorrow} for tomorrow with "
            f"{percent(right[query, 1])} of the weight{means[doublings]}; "
            f"the mean over all people is {percent(right.mean())}. The layer has "
            f"{36 * 2**doublings} weights and 256 parameters."
        )


def test_each_table_has_its_number_its_errand_and_its_winner(page):
    move(page, state(1))
    read = explorer(page).locator(".hx-slot:not(.hx-empty)")
    texts = read.evaluate_all(
        "all => all.map(s => ['.hx-title', '.hx-result'].map("
        "part => s.querySelector(part).textContent))"
    )
    assert texts == [["1 today", "Ann 98 %"], ["2 tomorrow", "Ben 98 %"]]
    move(page, state(0))
    assert explorer(page).locator(".hx-title").first.text_content() == "1 both"
    assert explorer(page).locator(".hx-result").first.text_content() == "2 at 50 %"


@pytest.mark.parametrize("doublings", range(4))
def test_dots_mark_the_helpers_of_the_heads_errand(page, doublings):
    move(page, state(doublings))
    dots = explorer(page).locator(".hx-slot:not(.hx-empty)")
    found = dots.evaluate_all(
        "all => all.map(s => [...s.querySelectorAll('.hx-row:not(.hx-names)')]"
        ".map(row => [...row.querySelectorAll('i')]"
        ".map(cell => cell.classList.contains('hx-wanted'))))"
    )
    n = 2**doublings
    right = np.zeros((n, 6, 6), bool)
    for h, errand in itertools.product(range(n), range(2)):
        if n == 1 or (h >= n // 2) == bool(errand):
            right[h, np.arange(6), HELPS[:, errand]] = True
    np.testing.assert_array_equal(found, right)


def test_arrows_point_where_the_heads_look(page):
    read = "all => all.map(a => +a.getAttribute('transform').slice(7, -1))"
    arrows = explorer(page).locator(".hx-arrow:not(.hx-empty)")
    # Ann needs Dora, at 180 degrees, and Ben, at 60; the page counts clockwise.
    move(page, state(0, 0))
    np.testing.assert_allclose(arrows.evaluate_all(read), [-120], atol=1e-9)
    move(page, state(2, 0))
    angles = np.array(arrows.evaluate_all(read)) % 360
    np.testing.assert_allclose(angles, [180, 180, 300, 300], atol=1e-9)
    move(page, state(3, 0))
    assert (np.round(arrows.evaluate_all(read)) % 45 == 0).all()


def test_who_stands_between_opposite_helpers_looks_nowhere(page):
    (found,) = move(page, state(0, 3))
    np.testing.assert_allclose(found[0][3], np.full(6, 1 / 6), atol=1e-9)
    assert explorer(page).locator(".hx-arrow:not(.hx-empty)").count() == 0


def test_tables_speak_the_weights_of_who_looks(page):
    move(page, state(1))
    name = "head 1, weights of Eli: Ann 98 %, Ben 1 %, Cem <1 %"
    assert explorer(page).get_by_role("img", name=name).count() == 1
    assert explorer(page).get_by_role("img").count() == 2


def test_keys_move_the_controls(page):
    control(page, "heads").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    check(shown(page), expected(2))
    assert control(page, "heads").get_attribute("aria-valuetext") == "4"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    assert words(page).startswith("4 heads of 2 features: Dora finds Fay")


def test_dragging_moves_the_number_of_heads(page):
    box = control(page, "heads").bounding_box()
    x, y = box["x"] + 9, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], y, steps=8)
    page.mouse.up()
    check(shown(page), expected(3))


def test_reset_restores_everything(page):
    move(page, state(3, 0))
    explorer(page).get_by_role("button", name="reset").click()
    check(shown(page), expected(0))
    assert control(page, "who looks").input_value() == "Eli"


def test_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("heads-two").page
    before = shown(page)
    control(page, "heads", 1).focus()
    page.keyboard.press("ArrowLeft")
    assert shown(page) == before
    check(shown(page, 1), expected(2))


def test_works_from_a_file_without_a_server(open_page, site):
    page = open_page("heads", base=site.as_uri()).page
    control(page, "heads").focus()
    page.keyboard.press("End")
    check(shown(page), expected(3))
