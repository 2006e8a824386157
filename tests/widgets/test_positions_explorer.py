"""The numbers of the positions explorer, and what moves them."""

import itertools

import numpy as np
import pytest

from attnbook.reference import dot_scores, rotary, sinusoidal
from attnbook.widgets.positions_explorer import query_and_keys
from tests.widgets.places import control, explorer, move, shown, state, words

pytestmark = pytest.mark.chromium
Q, KEYS = query_and_keys()
OFFSETS = np.arange(-20, 21)


@pytest.fixture
def page(open_page):
    return open_page("positions").page


def expected(one: dict) -> dict[str, np.ndarray]:
    """Compute with the package what an explorer in this state must show."""
    place, base = np.array([one["place"]]), 10.0 ** one["exponent"]
    k = KEYS[int(one["tuned"])]
    hands = rotary(Q[None], place, base=base)  # (1, d)
    keys = rotary(np.tile(k, (41, 1)), place + OFFSETS, base=base)  # (offsets, d)
    key = keys[[one["offset"] + 20]]  # (1, d)
    waves = sinusoidal(place + OFFSETS, 8, base=base)  # (offsets, d)
    return {
        "hands": hands[0],
        "keyHands": key[0],
        "products": (hands * key).reshape(4, 2).sum(-1),
        "score": dot_scores(hands, key)[0],
        "scores": dot_scores(hands, keys)[0],
        "waves": dot_scores(sinusoidal(place, 8, base=base), waves)[0],
    }


def check(found: dict, right: dict[str, np.ndarray]) -> None:
    assert set(found) == set(right)
    for name, numbers in right.items():
        np.testing.assert_allclose(found[name], numbers, rtol=1e-9, atol=1e-9)


def test_numbers_equal_the_package_over_the_full_range_of_the_sliders(page):
    places = itertools.product(
        range(20, 61, 4), range(-20, 21, 5), np.arange(1, 6.1, 0.5), (False, True)
    )
    states = [state(*place) for place in places]
    assert len(states) == 11 * 9 * 11 * 2
    for one, found in zip(states, move(page, *states), strict=True):
        check(found, expected(one))


def test_moving_the_query_turns_the_hands_and_leaves_the_score(page):
    first, *others = move(page, *(state(place) for place in range(20, 61)))
    for other in others:
        assert np.abs(np.subtract(other["hands"], first["hands"])).max() > 0.05
        for name in ("score", "scores", "products", "waves"):
            np.testing.assert_allclose(other[name], first[name], atol=1e-9)


def test_a_tuned_key_scores_highest_three_places_back(page):
    plain, tuned = move(page, state(), state(tuned=True))
    assert OFFSETS[np.argmax(plain["scores"])] == 0
    assert OFFSETS[np.argmax(tuned["scores"])] == -3
    assert max(tuned["scores"]) == pytest.approx(4)


def test_with_equal_vectors_the_score_is_the_product_of_sinusoids(page):
    for found in move(page, state(), state(40, 3, 4.0)):
        np.testing.assert_allclose(found["scores"], found["waves"], atol=1e-9)


def test_first_picture_shows_the_stored_state(open_page):
    page = open_page("positions-two").page
    check(shown(page), expected(state()))
    check(shown(page, 1), expected(state(60, 20, 4.0, True)))
    assert control(page, "tuned to −3", 1).is_checked()


def test_hands_are_turned_as_far_as_their_pairs(page):
    move(page, state(23, 4, 1.5, True))
    right = expected(state(23, 4, 1.5, True))
    read = "all => all.map(a => +a.getAttribute('transform').slice(7, -1))"
    for kind, name in (("query", "hands"), ("key", "keyHands")):
        angles = explorer(page).locator(f"g.px-{kind}").evaluate_all(read)
        pairs = right[name].reshape(4, 2)
        clockwise = -np.degrees(np.arctan2(pairs[:, 1], pairs[:, 0]))
        np.testing.assert_allclose(angles, clockwise, atol=1e-6)


def test_arcs_take_the_shorter_way_around_the_middle(page):
    read = """all => all.map(arc => {
      const half = arc.getPointAtLength(arc.getTotalLength() / 2);
      return [arc.getTotalLength(), Math.hypot(half.x, half.y)];
    })"""
    for offset in (-5, 2):
        move(page, state(offset=offset))
        lengths, radii = zip(
            *explorer(page).locator(".px-arc").evaluate_all(read), strict=True
        )
        between = np.arccos(expected(state(offset=offset))["products"])
        np.testing.assert_allclose(lengths, 0.5 * between, atol=1e-3)
        np.testing.assert_allclose(radii, 0.5, atol=1e-3)


def test_stripes_are_the_sinusoidal_vectors(page):
    for exponent in (1.0, 6.0):
        move(page, state(exponent=exponent))
        read = "all => all.map(cell => +cell.getAttribute('fill-opacity'))"
        ink = explorer(page).locator(".px-cell").evaluate_all(read)
        waves = sinusoidal(np.arange(81), 8, base=10.0**exponent)
        found = 2 * np.reshape(ink, (81, 8)) - 1
        np.testing.assert_allclose(found, waves, atol=1.1e-3)


def test_marks_stand_at_their_places(page):
    move(page, state(45, -20))
    query = explorer(page).locator(".px-query-mark").get_attribute("cx")
    key = explorer(page).locator(".px-key-mark").get_attribute("x")
    assert float(query.rstrip("%")) == pytest.approx(100 * 45.5 / 81)
    assert float(key.rstrip("%")) == pytest.approx(100 * 25.5 / 81)
    now = explorer(page).locator(".px-now")
    assert now.get_attribute("cx") == "0%"
    score = expected(state(45, -20))["score"].item()
    assert float(now.get_attribute("cy")) == pytest.approx(68 - 15 * score)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (
            state(),
            "Query at 30, key at 25, offset −5: the rotary score is 2.14. It is "
            "highest at an offset of 0, wherever the query stands. The fastest hand "
            "goes round in 6.3 places, the slowest in 200.",
        ),
        (
            state(40, 2, 6.0, True),
            "Query at 40, key at 42, offset 2: the rotary score is 2.76. It is "
            "highest at an offset of −16, wherever the query stands. The fastest hand "
            "goes round in 6.3 places, the slowest in 200,000.",
        ),
    ],
)
def test_words_say_the_score_and_where_it_is_highest(page, one, text):
    move(page, one)
    assert words(page) == text


def test_the_dials_speak_their_products(page):
    name = "Products of the pairs: 0.28, −0.01, 0.88, 0.99"
    assert explorer(page).get_by_role("img", name=name, exact=True).count() == 1


def test_keys_move_the_controls(page):
    control(page, "query at").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    assert control(page, "base").get_attribute("aria-valuetext") == "1000000"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    check(shown(page), expected(state(20, -6, 6.0, True)))


def test_dragging_moves_the_query(page):
    box = control(page, "query at").bounding_box()
    x = box["x"] + 9 + 0.25 * (box["width"] - 18)  # 30 of 20 to 60
    y = box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], y, steps=8)
    page.mouse.up()
    check(shown(page), expected(state(60)))


def test_reset_restores_everything(page):
    move(page, state(50, 8, 5.0, True))
    explorer(page).get_by_role("button", name="reset").click()
    check(shown(page), expected(state()))
    assert not control(page, "tuned to −3").is_checked()


def test_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("positions-two").page
    before = shown(page)
    control(page, "offset of key", 1).focus()
    page.keyboard.press("ArrowLeft")
    assert shown(page) == before
    check(shown(page, 1), expected(state(60, 19, 4.0, True)))


def test_works_from_a_file_without_a_server(open_page, site):
    page = open_page("positions", base=site.as_uri()).page
    control(page, "tuned to −3").check()
    check(shown(page), expected(state(tuned=True)))
