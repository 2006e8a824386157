import numpy as np
import pytest

from attnbook.reference import attention_entropy, softmax
from tests.widgets.explorer import move, positions, slider, weights, words

pytestmark = pytest.mark.chromium
START = [2.0, 1.0, 0.5, -1.0, 0.0, 0.0]  # the temperature's slider shows log10(T)


@pytest.fixture
def page(open_page):
    return open_page().page


def random_states(n: int) -> list[list[float]]:
    rng = np.random.default_rng(11)
    scores = rng.integers(-50, 51, (n, 4)) / 10
    exponents = rng.integers(-40, 41, (n, 1)) / 20
    constants = rng.integers(-30, 31, (n, 1)) / 10
    states = np.hstack([scores, exponents, constants])
    states[::4, 4] = -2.0  # the coldest often: there exp overflows without care
    states[::8, 5] = 3.0
    return states.tolist()


def test_numbers_equal_the_package_on_200_random_states(page):
    states = random_states(200)
    for shown, state in zip(move(page, *states), states, strict=True):
        *scores, exponent, constant = state
        expected = softmax(np.array(scores) + constant, temperature=10.0**exponent)
        bits = attention_entropy(expected[None], base=2)[0]  # (1, k) -> ()
        np.testing.assert_allclose(shown["weights"], expected, rtol=0, atol=1e-12)
        np.testing.assert_allclose(shown["bits"], bits, rtol=0, atol=1e-12)


def test_first_picture_shows_the_stored_state(page):
    expected = softmax(np.array(START[:4]))
    np.testing.assert_allclose(weights(page), expected, atol=1e-12)
    assert positions(page) == START


def test_a_constant_added_to_all_changes_scores_but_no_weight(page):
    before = weights(page)
    move(page, [*START[:5], 2.5])
    np.testing.assert_allclose(weights(page), before, atol=1e-12)
    assert page.locator(".att-number").all_text_contents() == [
        "4.5",
        "3.5",
        "3.0",
        "1.5",
    ]


def test_the_ghost_stays_at_the_score_while_the_square_moves(page):
    move(page, [*START[:5], 3.0])
    read = "boxes => boxes.map(box => box.x.baseVal.valueInSpecifiedUnits)"
    ghosts = page.locator(".att-ghost").evaluate_all(read)
    squares = page.locator(".att-drawing .att-key").evaluate_all(read)
    np.testing.assert_allclose(ghosts, [62.5, 56.25, 53.125, 43.75])
    np.testing.assert_allclose(np.subtract(squares, ghosts), 100 * 3 / 16)


def test_arrow_keys_move_a_slider_and_the_drawing(page):
    before = weights(page)
    slider(page, "key 2").focus()
    page.keyboard.press("ArrowRight")
    expected = softmax(np.array([2.0, 1.1, 0.5, -1.0]))
    np.testing.assert_allclose(weights(page), expected, atol=1e-12)
    assert weights(page)[1] > before[1]


def test_tab_reaches_each_control_in_reading_order(page):
    slider(page, "key 1").focus()
    reached = []
    for _ in range(9):
        named = "document.activeElement.labels?.[0]?.textContent"
        reached.append(page.evaluate(f"{named} ?? document.activeElement.textContent"))
        page.keyboard.press("Tab")
    keys = ["key 1", "key 2", "key 3", "key 4", "temperature", "add to all"]
    assert reached == [*keys, "coldest", "hottest", "reset"]


def test_dragging_a_thumb_moves_weight_to_its_key(page):
    box = slider(page, "key 4").bounding_box()
    x = box["x"] + 9 + 0.4 * (box["width"] - 18)  # score -1 of -5 to 5
    y = box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=8)
    during = weights(page)
    page.mouse.move(box["x"] + box["width"], y, steps=8)
    page.mouse.up()
    assert 0.1 < during[3] < weights(page)[3]
    expected = softmax(np.array([2.0, 1.0, 0.5, 5.0]))
    np.testing.assert_allclose(weights(page), expected, atol=1e-12)


def test_coldest_gives_all_to_the_largest_score(page):
    page.get_by_role("button", name="coldest").click()
    assert positions(page)[4] == -2.0  # the slider follows the button
    np.testing.assert_allclose(weights(page), [1, 0, 0, 0], atol=1e-12)
    assert words(page) == (
        "100 % of the attention goes to key 1; "
        "entropy 0.00 bits, as if one key had it all."
    )


def test_hottest_gives_nearly_equal_shares(page):
    page.get_by_role("button", name="hottest").click()
    assert positions(page)[4] == 2.0
    np.testing.assert_allclose(weights(page), 0.25, atol=0.01)


def test_reset_restores_every_slider(page):
    move(page, [-3.0, 4.0, 2.0, 1.0, 1.5, -2.0])
    page.get_by_role("button", name="reset").click()
    assert positions(page) == START
    assert words(page) == (
        "61 % of the attention goes to key 1; "
        "entropy 1.46 bits, as if 2.8 keys shared it equally."
    )


@pytest.mark.parametrize(
    ("scores", "start"),
    [
        ([1, 1, 0, 0], "37 % of the attention goes to each of key 1 and key 2; "),
        ([0, 0, 0, -3], "33 % of the attention goes to each of key 1, key 2 and key 3"),
        ([2, 2, 2, 2], "25 % of the attention goes to each of the 4 keys; "),
        (
            [5, -5, -5, -5],
            ">99 % of the attention goes to key 1; entropy 0.00 bits, as",
        ),
        (
            [5, 0, 0, 0],
            "98 % of the attention goes to key 1; entropy 0.17 bits, as if 1.1",
        ),
        (
            [5, -1.3, -1.3, -1.3],
            "99 % of the attention goes to key 1; entropy 0.06 bits, almost",
        ),
    ],
)
def test_words_name_every_winner(page, scores, start):
    move(page, [*scores, 0, 0])
    assert words(page).startswith(start)


def test_small_weights_are_never_rounded_to_nothing(page):
    move(page, [5, -5, -5, -5, 0, 0])
    shown = page.locator(".att-weight").all_text_contents()
    assert shown == [">99.9 %", "<0.1 %", "<0.1 %", "<0.1 %"]


def test_the_drawing_speaks_its_numbers(page):
    name = (
        "Bars of the attention weights: "
        "key 1 60.9 %, key 2 22.4 %, key 3 13.6 %, key 4 3.0 %"
    )
    assert page.get_by_role("img", name=name, exact=True).count() == 1


def test_a_screen_reader_hears_one_result_per_movement(page):
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector("[aria-live=polite]");
          new MutationObserver(() => heard.push(live.textContent))
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    slider(page, "key 2").focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("heard") == []
    page.wait_for_function("heard.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == [words(page)]


def test_only_the_resting_sentence_is_live(page):
    live = page.locator(".att-explorer [aria-live=polite]")
    assert live.count() == 1
    assert page.locator(".att-explorer output:not([aria-live=off])").count() == 0
    assert page.locator(".att-words").get_attribute("aria-hidden") == "true"


def test_two_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("two").page
    first, second = weights(page, 0), weights(page, 1)
    slider(page, "cat", nth=1).focus()
    page.keyboard.press("End")
    page.locator(".att-explorer").nth(1).get_by_role("button", name="hottest").click()
    assert weights(page, 0) == first
    assert weights(page, 1) != second
    expected = softmax(np.array([3.0, 5.0, 0.0]), temperature=100.0)
    np.testing.assert_allclose(weights(page, 1), expected, atol=1e-12)


def test_tokens_are_quoted_in_the_words(open_page):
    page = open_page("two").page
    second = page.locator(".att-words").nth(1).inner_text()
    assert second.startswith("98 % of the attention goes to “the”; ")
