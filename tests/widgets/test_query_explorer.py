"""The numbers of the query explorer, and what moves them."""

import statistics

import matplotlib as mpl
import numpy as np
import pytest

from attnbook.reference import dot_scores, softmax
from tests.widgets.explorer import weights as softmax_weights
from tests.widgets.queries import (
    KEYS,
    QUERIES,
    VALUES,
    explorer,
    handle,
    move,
    places,
    shown,
    slider,
    state,
    words,
)

pytestmark = pytest.mark.chromium
SIX_KEYS = [[1, 1], [2, 3], [3, -1], [-2, -1], [-3.5, 3], [0.5, -4]]
SIX_VALUES = [[4, 4], [-4, 4], [4, -4], [-4, -4], [0, 1], [1, 0]]


@pytest.fixture
def page(open_page):
    return open_page("queries").page


def random_states(n: int, n_queries: int) -> list[dict]:
    rng = np.random.default_rng(11)
    queries = rng.integers(-40, 41, (n, n_queries, 2)) / 10
    exponents = rng.integers(-20, 21, n) / 20
    exponents[::4] = -1.0  # the coldest often: there exp overflows without care
    queries[::5, 0] = 0.0
    queries[::8, 0] = [4.0, 4.0]
    states = zip(queries.tolist(), exponents.tolist(), strict=True)
    return [state(q, e, same=i % 3 == 0) for i, (q, e) in enumerate(states)]


def expected(one: dict, keys=KEYS, values=VALUES) -> dict[str, np.ndarray]:
    """Compute with the package what an explorer in this state must show."""
    q, k = np.array(one["queries"], float), np.array(keys, float)  # (q, 2), (k, 2)
    v = k if one["same"] else np.array(values, float)  # (k, 2)
    scores = dot_scores(q, k)  # (q, k)
    weights = softmax(scores, temperature=10.0 ** one["exponent"])  # (q, k)
    return {"scores": scores, "weights": weights, "context": weights @ v}


def check(rows: list[dict], right: dict[str, np.ndarray]) -> None:
    for name, numbers in right.items():
        found = np.array([row[name] for row in rows])
        np.testing.assert_allclose(found, numbers, rtol=0, atol=1e-12)


@pytest.mark.parametrize(
    ("nth", "n_queries", "keys", "values"),
    [(0, 3, KEYS, VALUES), (1, 1, SIX_KEYS, SIX_VALUES)],
)
def test_numbers_equal_the_package_on_200_random_states(
    open_page, nth, n_queries, keys, values
):
    page = open_page("queries-two").page
    states = random_states(200, n_queries)
    for one, found in zip(states, move(page, *states, nth=nth), strict=True):
        check(found["rows"], expected(one, keys, values))


def test_first_picture_shows_the_stored_state(open_page):
    page = open_page("queries-two").page
    check(shown(page), expected(state()))
    assert places(page) == QUERIES
    two = expected(state([[0.5, 1.5]], np.log10(2)), SIX_KEYS, SIX_VALUES)
    check(shown(page, 1), two)


def test_each_row_is_a_softmax_of_its_own(page):
    (found,) = move(page, state([[4.0, 4.0], [0.0, 0.0], [0.3, -0.2]]))
    sums = [sum(row["weights"]) for row in found["rows"]]
    np.testing.assert_allclose(sums, 1, atol=1e-12)
    assert found["rows"][1]["weights"] == [0.25] * 4


def test_moving_one_query_changes_no_other_row(page):
    texts = explorer(page).locator("tbody tr")
    before, rows = texts.all_inner_texts(), shown(page)
    handle(page, "q2").focus()
    page.keyboard.press("Shift+ArrowLeft")
    after, moved = texts.all_inner_texts(), shown(page)
    assert [a == b for a, b in zip(after, before, strict=True)] == [True, False, True]
    for i in (0, 2):
        assert moved[i]["weights"] == rows[i]["weights"]
        assert moved[i]["context"] == rows[i]["context"]


@pytest.mark.parametrize(
    ("key", "goes_to"),
    [
        ("ArrowRight", [0.3, 0.8]),
        ("ArrowLeft", [0.1, 0.8]),
        ("ArrowUp", [0.2, 0.9]),
        ("ArrowDown", [0.2, 0.7]),
        ("Shift+ArrowRight", [0.7, 0.8]),
        ("Shift+ArrowUp", [0.2, 1.3]),
        ("Control+ArrowRight", [0.2, 0.8]),
        ("Alt+ArrowUp", [0.2, 0.8]),
        ("a", [0.2, 0.8]),
    ],
)
def test_arrow_keys_move_the_query_in_focus(page, key, goes_to):
    handle(page).focus()
    page.keyboard.press(key)
    assert places(page) == [goes_to, *QUERIES[1:]]
    check(shown(page), expected(state([goes_to, *QUERIES[1:]])))


def test_arrow_keys_do_not_scroll_the_page(page):
    page.set_viewport_size({"width": 1280, "height": 300})
    handle(page).focus()
    before = page.evaluate("scrollY")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == before


def test_a_query_stops_at_the_edge_of_the_plane(page):
    handle(page).focus()
    for _ in range(20):
        page.keyboard.press("Shift+ArrowUp")
        page.keyboard.press("Shift+ArrowLeft")
    assert places(page)[0] == [-4.0, 4.0]
    check(shown(page), expected(state([[-4.0, 4.0], *QUERIES[1:]])))


def test_many_small_steps_add_up_exactly(page):
    handle(page).focus()
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    assert handle(page).get_attribute("aria-valuenow") == "0.9"  # not 0.8999...


def test_sliders_move_the_query_in_hand(page):
    handle(page, "q3").focus()
    slider(page, "x").focus()
    page.keyboard.press("ArrowRight")
    slider(page, "y").focus()
    page.keyboard.press("End")
    moved = [*QUERIES[:2], [-0.9, 4.0]]
    assert places(page) == moved
    check(shown(page), expected(state(moved)))


def test_sliders_and_choice_follow_the_query_in_focus(page):
    choice = page.get_by_role("combobox", name="query")
    for i, query in ((1, QUERIES[1]), (2, QUERIES[2]), (0, QUERIES[0])):
        handle(page, f"q{i + 1}").focus()
        assert choice.input_value() == f"q{i + 1}"
        assert [float(slider(page, a).input_value()) for a in "xy"] == query
        assert [row["active"] for row in shown(page)] == [n == i for n in range(3)]
    assert places(page) == QUERIES


def test_choosing_a_query_moves_none(page):
    page.get_by_role("combobox", name="query").select_option("q2")
    assert [row["active"] for row in shown(page)] == [False, True, False]
    assert float(slider(page, "y").input_value()) == -0.5
    assert places(page) == QUERIES
    assert words(page).startswith("q2 gives 90 % to “dog”")


def test_a_tick_makes_the_keys_serve_as_values(page):
    same = page.get_by_role("checkbox", name="values = keys")
    same.check()
    check(shown(page), expected(state(same=True)))
    same.uncheck()
    check(shown(page), expected(state()))


def test_reset_restores_everything(page):
    move(page, state([[4, 4], [-3, 2], [0, 0]], -0.5, same=True))
    explorer(page).get_by_role("button", name="reset").click()
    check(shown(page), expected(state()))
    assert places(page) == QUERIES
    assert page.get_by_role("combobox", name="query").input_value() == "q1"
    assert not page.get_by_role("checkbox").is_checked()
    values = [slider(page, n).input_value() for n in ("x", "y", "temperature")]
    assert values == ["0.2", "0.8", "0"]


def test_cells_are_coloured_as_in_the_heat_maps(page):
    for exponent in (-1, -0.3, 0, 0.4, 1):
        (found,) = move(page, state(exponent=exponent))
        weights = np.array([row["weights"] for row in found["rows"]]).ravel()
        cells = explorer(page).locator(".qx-cell")
        drawn = cells.evaluate_all(
            "all => all.map(c => getComputedStyle(c).backgroundColor.match(/[\\d.]+/g))"
        )
        right = mpl.colormaps["cividis"](weights)[:, :3] * 255
        np.testing.assert_allclose(np.array(drawn, float), right, atol=9)


def test_explorers_on_a_page_do_not_disturb_each_other(open_page):
    page = open_page("queries-two").page
    before, softmaxed = shown(page), softmax_weights(page)
    handle(page, "q1", nth=1).focus()
    page.keyboard.press("Shift+ArrowRight")
    slider(page, "temperature", nth=1).focus()
    page.keyboard.press("Home")
    assert shown(page) == before
    assert softmax_weights(page) == softmaxed
    right = expected(state([[1.0, 1.5]], -1.0), SIX_KEYS, SIX_VALUES)
    check(shown(page, 1), right)


def test_works_from_a_file_without_a_server(open_page, site):
    page = open_page("queries", base=site.as_uri()).page
    handle(page).focus()
    page.keyboard.press("ArrowRight")
    check(shown(page), expected(state([[0.3, 0.8], *QUERIES[1:]])))


def test_the_view_rests_when_the_page_goes(page):
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    before = shown(page)
    slider(page, "x").focus()
    page.keyboard.press("End")
    assert shown(page) == before


def test_a_key_press_is_drawn_within_five_milliseconds(page):
    handle(page).focus()
    took = page.evaluate(
        """() => [...Array(60)].map((_, i) => {
          const key = i % 2 ? "ArrowLeft" : "ArrowRight";
          const before = performance.now();
          const press = new KeyboardEvent("keydown", {key, bubbles: true});
          document.activeElement.dispatchEvent(press);
          document.querySelector(".qx-table").getBoundingClientRect();
          return performance.now() - before;
        })"""
    )
    assert places(page) == QUERIES
    assert statistics.median(took[10:]) < 5
