"""Every page in a real Chromium with the network closed, wide and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import typeset, visit

from .contents import listed

pytestmark = pytest.mark.chromium
CODE = ["code/reference/softmax.html", "code/tests/reference/softmax.html"]
PAGES = [*(f"{page}.html" for page in listed()), *CODE, "search.html", "genindex.html"]
THEMES = ("light", "dark")
RAW_TEX = re.compile(r"\\[(\[)\]]|\$\$|\\[a-zA-Z]{3,}\b")
# What axe finds in the theme: its title stands outside the landmarks.
THEMES_OWN = (".sidebar-primary-item:has(> .navbar-brand)",)
PROSE = """() => {
  const copy = document.querySelector("main").cloneNode(true);
  copy.querySelectorAll("pre, code, script, style, mjx-container, noscript")
      .forEach((element) => element.remove());
  return copy.textContent;
}"""
UNSET = """() => [...document.querySelectorAll(".math")]
  .filter((m) => !m.querySelector("mjx-container") || m.querySelector("mjx-merror"))
  .map((m) => m.textContent)"""
UNFOLD = """() => document.querySelectorAll("details")
  .forEach((fold) => { fold.open = true; })"""
TOO_WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll("main *")]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth)
    .map((element) => `${element.tagName}.${element.className}`);
}"""


@pytest.fixture(scope="module", params=PAGES)
def opened(request, browser, address):
    """Open each page once; its tests set the width and the theme that they need."""
    url = f"{address}/{request.param}"
    with visit(browser, url, reduced_motion="reduce") as seen:
        typeset(seen.page)
        seen.page.wait_for_load_state("networkidle")
        yield seen


def test_a_page_asks_no_other_host_and_nothing_fails(opened) -> None:
    assert (opened.outside, opened.broken, opened.errors) == ([], [], [])


def test_every_formula_is_set_and_no_tex_is_left(opened) -> None:
    assert opened.page.evaluate(UNSET) == []
    assert RAW_TEX.findall(opened.page.evaluate(PROSE)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_our_own_parts(opened, theme) -> None:
    opened.page.evaluate(UNFOLD)
    opened.page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    excluded = {"exclude": [[selector] for selector in THEMES_OWN]}
    found = Axe().run(opened.page, context=excluded).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []


def test_nothing_is_wider_than_a_phone(opened) -> None:
    wide = opened.page.viewport_size
    opened.page.set_viewport_size({"width": 360, "height": 740})
    opened.page.evaluate(UNFOLD)
    try:
        assert opened.page.evaluate(TOO_WIDE) == []
    finally:
        opened.page.set_viewport_size(wide)


def test_the_slider_of_the_first_page_moves_its_bars(browser, address) -> None:
    with visit(browser, f"{address}/{PAGES[0]}") as seen:
        seen.page.wait_for_selector("html[data-widgets=ready]", state="attached")
        bars = seen.page.locator(".att-bar")
        before = bars.evaluate_all("all => all.map((bar) => bar.dataset.weight)")
        seen.page.locator(".sw-place input[type=range]").first.focus()
        seen.page.keyboard.press("ArrowRight")
        after = bars.evaluate_all("all => all.map((bar) => bar.dataset.weight)")
        assert len(before) > 1
        assert all(a != b for a, b in zip(after, before, strict=True))


@pytest.mark.parametrize("theme", THEMES)
def test_roles_in_formulas_have_the_colours_of_the_theme(
    browser, address, theme
) -> None:
    colours = """() => ["q", "k", "v"].map((role) => {
      const letter = document.querySelector(`mjx-container .att-${role}`);
      const root = getComputedStyle(document.documentElement);
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = root.getPropertyValue(`--att-${role}-text`);
      return getComputedStyle(letter).color === getComputedStyle(probe).color;
    })"""
    url = f"{address}/book/notation.html"
    with visit(browser, url, color_scheme=theme) as seen:
        typeset(seen.page)
        assert seen.page.evaluate(colours) == [True, True, True]


def choose_dark(page) -> None:
    """Press the button until it says dark; in newer themes it opens a menu."""
    for _ in range(3):
        page.locator(".theme-switch-button").first.click()
        choice = page.locator(".theme-change-button[data-mode=dark]")
        if choice.count():
            choice.click()
        if page.evaluate("document.documentElement.dataset.mode") == "dark":
            return


def test_the_theme_button_turns_the_page_dark_and_keeps_it(browser, address) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    url = f"{address}/book/notation.html"
    with visit(browser, url, color_scheme="light") as seen:
        light = seen.page.evaluate(ground)
        choose_dark(seen.page)
        dark = seen.page.evaluate(ground)
        seen.page.reload()
        assert light != dark == seen.page.evaluate(ground)


def test_the_icon_of_the_search_field_stands_beside_its_words(browser, address) -> None:
    places = """() => {
      const field = document.querySelector(".bd-search-container .bd-search");
      const icon = field.querySelector("i").getBoundingClientRect();
      const input = field.querySelector("input");
      const words = input.getBoundingClientRect().left
        + parseFloat(getComputedStyle(input).paddingLeft);
      return [icon.width, words - icon.right];
    }"""
    with visit(browser, f"{address}/search.html") as seen:
        width, gap = seen.page.evaluate(places)
        assert width > 0
        assert gap > 0


def test_a_wide_figure_on_a_phone_scrolls_by_itself(browser, address) -> None:
    html = """() => {
      const plot = document.querySelector("article").appendChild(
        Object.assign(document.createElement("div"), { className: "output att-plot" }));
      plot.innerHTML = '<svg viewBox="0 0 614 300" style="--att-width: 614px"></svg>';
      return [plot.scrollWidth, plot.clientWidth, plot.firstChild.clientWidth];
    }"""
    url = f"{address}/book/notation.html"
    with visit(browser, url, width=360, height=740) as seen:
        scroll, shown, drawn = seen.page.evaluate(html)
        assert drawn == scroll > shown
        assert drawn >= 0.65 * 614


def test_eighty_columns_of_code_fit_beside_the_sidebars(browser, address) -> None:
    html = """() => {
      const section = document.querySelector("article section");
      section.insertAdjacentHTML("beforeend", `<div class="highlight-python">
        <div class="highlight"><pre>${"x".repeat(80)}</pre></div></div>`);
      const pre = section.lastElementChild.querySelector("pre");
      return pre.scrollWidth - pre.clientWidth;
    }"""
    with visit(browser, f"{address}/book/notation.html", width=1280) as seen:
        seen.page.evaluate("document.fonts.ready")
        assert seen.page.evaluate(html) <= 0
