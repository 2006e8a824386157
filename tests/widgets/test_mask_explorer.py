"""The numbers of the mask explorer, and what moves them."""

import itertools

import numpy as np
import pytest

from attnbook.reference import (
    causal_mask,
    combine_masks,
    receptive_field,
    sliding_window_mask,
    softmax,
)
from attnbook.widgets.mask_explorer import SCORES, TOKENS
from tests.widgets.masks import control, explorer, move, shown, state, words

pytestmark = pytest.mark.chromium
FIVE = [[i * j % 5 * 2.5 - 5 for j in range(5)] for i in range(1, 6)]


@pytest.fixture
def page(open_page):
    return open_page("masks").page


def expected(one: dict, scores=SCORES) -> dict[str, np.ndarray]:
    """Compute with the package what an explorer in this state must show."""
    scores = np.array(scores, float)  # (n, n)
    n = len(scores)
    real = np.arange(n) < n - one["padding"]  # (n,)
    if one["in_front"]:
        real, scores = (np.roll(x, one["padding"], -1) for x in (real, scores))
        scores = np.roll(scores, one["padding"], 0)
    mask = combine_masks(
        causal_mask(n) if one["causal"] else None,
        sliding_window_mask(n, window=one["window"]),
        np.tile(real, (n, 1)),
    )
    return {
        "mask": mask,
        "weights": softmax(scores, mask=mask),
        "reach": receptive_field(*[mask] * one["layers"]),
    }


def check(rows: list[dict], right: dict[str, np.ndarray]) -> None:
    for name, numbers in right.items():
        found = np.array([row[name] for row in rows])
        np.testing.assert_allclose(found, numbers, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("nth", "scores"), [(0, SCORES), (1, FIVE)])
def test_numbers_equal_the_package_in_every_state(open_page, nth, scores):
    page = open_page("masks-two").page
    n = len(scores)
    states = [
        state(*some)
        for some in itertools.product(
            (True, False), range(1, n + 1), range(n), (True, False), (1, 2, 4)
        )
    ]
    assert len(states) > 200
    for one, found in zip(states, move(page, *states, nth=nth), strict=True):
        check(found, expected(one, scores))


def test_first_picture_shows_the_stored_state(open_page):
    page = open_page("masks-two").page
    check(shown(page), expected(state()))
    check(shown(page, 1), expected(state(False, 2, 3), FIVE))
    check(shown(page, 2), expected(state(True, 3, 1, True), np.zeros((3, 3))))


def cells(page, row: int) -> list[str]:
    return explorer(page).locator("tbody tr").nth(row).locator("td").all_inner_texts()


def test_cells_say_the_weight_or_that_they_are_hidden(page):
    move(page, state(window=2, padding=6))
    assert cells(page, 1) == ["0.73", "0.27", *["hidden"] * 6, "2"]
    assert cells(page, 7) == [*["hidden"] * 8, "none"]


def test_small_weights_are_never_rounded_to_nothing(open_page):
    page = open_page("masks-two").page
    move(page, state(False, 5), nth=1)
    smallest = explorer(page, 1).locator(".mx-open")
    assert "0.00" not in smallest.all_inner_texts()
    assert "<.01" in smallest.all_inner_texts()


def test_more_layers_mark_what_comes_through_others(page):
    move(page, state(window=2, layers=3))
    last = explorer(page).locator("tbody tr").nth(7)
    marked = last.locator("td").evaluate_all(
        "all => all.map(cell => cell.classList.contains('mx-reached'))"
    )
    assert marked == [False] * 4 + [True] * 2 + [False] * 3
    assert cells(page, 7)[3:6] == ["hidden", "through others", "through others"]


def test_padding_takes_the_last_tokens_or_pushes_them_back(page):
    heads = explorer(page).locator("tbody th")
    move(page, state(padding=3))
    assert heads.all_inner_texts() == [*TOKENS[:5], "pad", "pad", "pad"]
    move(page, state(padding=3, in_front=True))
    assert heads.all_inner_texts() == ["pad", "pad", "pad", *TOKENS[:5]]
    keys = explorer(page).locator("thead th.mx-key")
    assert keys.all_inner_texts() == heads.all_inner_texts()


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (state(), "36 of 64 pairs are open."),
        (state(causal=False), "64 of 64 pairs are open."),
        (state(padding=3), "30 of 64 pairs are open."),
        (
            state(padding=2, in_front=True),
            "21 of 64 pairs are open. Two queries see nothing and get zeros "
            "(all padding).",
        ),
        (
            state(padding=1, in_front=True),
            "28 of 64 pairs are open. One query sees nothing and gets zeros (padding).",
        ),
        (
            state(window=1, padding=1, layers=2),
            "7 of 64 pairs are open. One query sees nothing and gets zeros (padding). "
            "Through two layers no more can be heard.",
        ),
        (
            state(layers=4),
            "36 of 64 pairs are open. Through four layers no more can be heard.",
        ),
        (
            state(window=2, layers=2),
            "15 of 64 pairs are open. Through two layers 6 more can be heard.",
        ),
    ],
)
def test_words_count_what_is_open_and_who_sees_nothing(page, one, text):
    move(page, one)
    assert words(page) == text


def test_a_row_that_sees_nothing_is_marked(page):
    move(page, state(padding=2, in_front=True))
    blind = (
        explorer(page)
        .locator("tbody tr")
        .evaluate_all("rows => rows.map(row => row.classList.contains('mx-blind'))")
    )
    assert blind == [True, True] + [False] * 6


def test_keys_move_the_controls(page):
    control(page, "window").focus()
    page.keyboard.press("Home")
    check(shown(page), expected(state(window=1)))
    control(page, "causal").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    check(shown(page), expected(state(False, 2)))


def test_tab_reaches_each_control(page):
    control(page, "causal").focus()
    reached = []
    for _ in range(5):
        reached.append(page.evaluate("document.activeElement.labels[0].textContent"))
        page.keyboard.press("Tab")
    names = ["causal", "window", "padding", "in front", "layers"]
    assert reached == names


def test_reset_restores_everything(page):
    move(page, state(False, 3, 4, True, 3))
    explorer(page).get_by_role("button", name="reset").click()
    check(shown(page), expected(state()))
    assert control(page, "causal").is_checked()
    assert not control(page, "in front").is_checked()
    values = [control(page, n).input_value() for n in ("window", "padding")]
    assert values == ["8", "0"]


def test_a_screen_reader_hears_one_result_per_movement(page):
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector("[aria-live=polite]");
          new MutationObserver(() => heard.push(live.textContent))
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    control(page, "padding").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("heard") == []
    page.wait_for_function("heard.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == [words(page)]


def test_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("masks-two").page
    before = shown(page), shown(page, 2)
    control(page, "causal", nth=1).check()
    assert (shown(page), shown(page, 2)) == before
    check(shown(page, 1), expected(state(True, 2, 3), FIVE))


def test_works_from_a_file_without_a_server(open_page, site):
    page = open_page("masks", base=site.as_uri()).page
    control(page, "causal").uncheck()
    check(shown(page), expected(state(causal=False)))


def test_the_view_rests_when_the_page_goes(page):
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    before = shown(page)
    control(page, "causal").uncheck()
    assert shown(page) == before
