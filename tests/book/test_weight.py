"""Weight: a first visit stays cheap, and nothing comes that the page does not use."""

from pathlib import Path

import pytest

from tests.browser import visit

from .contents import listed
from .weight import compressed, requested, weights

pytestmark = pytest.mark.chromium
MOST = 1_200_000  # bytes, compressed; some seconds on a slow telephone
PAGES = [f"{page}.html" for page in listed()]
FORMULAS_AND_SLIDER = "chapters/2-concepts/scores-and-temperature.html"
SEARCH = {"searchindex.js", "_static/searchtools.js", "_static/language_data.js"}


@pytest.fixture(scope="module", params=PAGES)
def files(request, browser, address: str) -> list[str]:
    return requested(browser, address, request.param)


def test_a_first_visit_is_light(files: list[str], site: Path) -> None:
    found = weights(site, files)
    assert sum(found.values()) <= MOST, found


def test_the_search_index_which_grows_with_the_book_waits_for_a_search(
    files: list[str], browser, address: str
) -> None:
    assert not SEARCH & set(files)
    assert set(requested(browser, address, "search.html")) >= SEARCH


def test_the_first_page_has_no_formula_and_waits_for_no_mathjax(
    browser, address: str
) -> None:
    files = requested(browser, address, PAGES[0])
    assert not [file for file in files if "mathjax" in file]


def test_a_page_without_cards_loads_nothing_for_them(files: list[str]) -> None:
    assert not [file for file in files if "design" in file]


def test_sliders_work_before_mathjax_has_come(browser, address: str) -> None:
    with visit(browser) as seen:
        seen.page.route("**/tex-chtml-full.js*", lambda _: None)  # it never comes
        seen.page.goto(f"{address}/{FORMULAS_AND_SLIDER}", wait_until="commit")
        seen.page.wait_for_selector("html[data-widgets=ready]", state="attached")
        assert seen.page.locator(".sw-place input[type=range]").count() > 0
        assert seen.page.evaluate("MathJax.startup === undefined")


def test_what_is_requested_is_each_file_once_with_the_page_first(
    browser, address: str
) -> None:
    files = requested(browser, address, FORMULAS_AND_SLIDER)
    assert files[0] == FORMULAS_AND_SLIDER
    assert len(set(files)) == len(files)
    assert {"_static/page.css", "_static/mathjax/tex-chtml-full.js"} <= set(files)


def test_a_file_counts_as_a_server_would_send_it(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"attention " * 1000)
    (tmp_path / "packed").write_bytes(bytes(range(256)))
    assert compressed(tmp_path, "text") < 200
    assert compressed(tmp_path, "packed") == 256
    assert list(weights(tmp_path, ["text", "packed"])) == ["packed", "text"]
