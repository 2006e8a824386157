"""What the query explorer says, in its sentence and to a screen reader."""

import pytest

from tests.widgets.queries import QUERIES, explorer, handle, move, state, words

pytestmark = pytest.mark.chromium


@pytest.fixture
def page(open_page):
    return open_page("queries").page


@pytest.mark.parametrize(
    ("query", "exponent", "text"),
    [
        ([0.2, 0.8], 0, "q1 gives 81 % to “cat”, although “kitten” is nearer. Its"),
        ([2.0, 2.9], 0, "q1 gives >99 % to “cat”. Its context c1 is (3, 1)."),
        ([0.0, 0.0], 0, "q1 gives 25 % to each of the 4 keys: at (0, 0) every score"),
        ([-1.0, -1.0], 1, "q1 gives 38 % to “car”. Its context c1 is (−1.08, −0.81)."),
        ([-1.2, 0.3], 0, "q1 gives 93 % to “car”. Its"),
        ([1.0, -1.0], -1, "q1 gives 100 % to “dog”, although “kitten” is nearer. Its"),
        ([4.0, 1.0], -1, "q1 gives 50 % to each of “cat” and “dog”. Its"),
    ],
)
def test_words_name_the_winner_and_who_is_nearer(page, query, exponent, text):
    move(page, state([query, *QUERIES[1:]], exponent))
    page.get_by_role("combobox", name="query").select_option("q1")
    assert words(page).startswith(text)


def test_small_weights_are_never_rounded_to_nothing(page):
    move(page, state([[4.0, 4.0], *QUERIES[1:]]))
    row = explorer(page).locator("tbody tr").first.locator("b").all_inner_texts()
    assert row == ["<1 %", ">99 %", "<1 %", "<1 %"]


def test_a_screen_reader_hears_one_result_per_movement(page):
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector("[aria-live=polite]");
          new MutationObserver(() => heard.push(live.textContent))
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    handle(page).focus()
    for _ in range(20):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("heard") == []
    page.wait_for_function("heard.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == [words(page)]


def test_everything_has_a_name_that_says_its_numbers(page):
    assert handle(page, "q3").get_attribute("aria-valuetext") == "x −1.0, y 0.5"
    keys = "kitten at (1, 1), cat at (2, 3), dog at (3, −1), car at (−2, −1)"
    name = f"Plane of queries and keys. Keys: {keys}"
    assert page.get_by_role("group", name=name, exact=True).count() == 1
    contexts = "c1 at (2.12, 0.93), c2 at (0.03, −2.59), c3 at (−2.24, −1.26)"
    values = "kitten at (−2, 2), cat at (3, 1), dog at (0, −3), car at (−3, −2)"
    name = f"Plane of values and contexts. Values: {values}. Contexts: {contexts}"
    assert page.get_by_role("img", name=name, exact=True).count() == 1
    table = page.get_by_role("table", name="score, and weight")
    assert table.get_by_role("columnheader").count() == 5
    assert table.get_by_role("rowheader").all_inner_texts()[1] == "q2\n(1, −0.5)"
    assert table.get_by_role("cell").all_inner_texts()[3] == "−0.20\n4 %"


def test_tab_reaches_each_control_in_reading_order(page):
    handle(page).focus()
    reached = []
    for _ in range(9):
        named = "document.activeElement.labels?.[0]?.textContent"
        spoken = "document.activeElement.getAttribute('aria-label')"
        text = "document.activeElement.textContent"
        reached.append(page.evaluate(f"{named} ?? {spoken} ?? {text}"))
        page.keyboard.press("Tab")
    queries = ["query q1", "query q2", "query q3", "reset", "query", "x", "y"]
    assert reached == [*queries, "temperature", "values = keys"]
