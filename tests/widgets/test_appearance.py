import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.explorer import move

pytestmark = pytest.mark.chromium
THEMES = ("light", "dark")
WIDTHS = (360, 768, 1280)
EXPLORERS = ["queries-two", "masks-two", "bandwidth-two"]
EXPLORERS += ["scale-two", "heads-two", "positions-two"]

CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = rgba(getComputedStyle(node).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const luminance = ([r, g, b]) => {
    const linear = (c) =>
      c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const contrast = (node, colour, opacity) => {
    const [back, ink] = [ground(node), rgba(colour)];
    const a = opacity * ink[3] / 255;
    const seen = back.map((c, i) => a * ink[i] + (1 - a) * c);
    const [low, high] = [luminance(seen), luminance(back)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const read = (selector, property) =>
    [...document.querySelectorAll(`.sw-place ${selector}`)].map((node) => {
      const style = getComputedStyle(node);
      const name = node.getAttribute("class") || node.tagName;
      return [name, contrast(node, style[property], +style[`${property}Opacity`] || 1)];
    });
  const words = ":is(label, output, button, p, .sw-label, caption, th *, td, td *)";
  return {
    text: [
      ...read("text:not(.qx-handle *, .bw-handle *)", "fill"),
      ...read(words, "color"),
    ],
    marks: [
      ...read(":is(.att-key, .att-bar)", "fill"),
      ...read(":is(.att-stem, .att-axis, .att-share)", "stroke"),
      ...read(":is(.qx-active .qx-query, .qx-key, .qx-value)", "fill"),
      ...read(":is(.qx-handle .qx-query, .qx-stem, .qx-ray, .qx-zero)", "stroke"),
      ...read(":is(.qx-drops, .qx-feet, .qx-hull)", "stroke"),
      ...read(":is(.bw-key, .bw-bar, .bw-answer, .bw-query)", "fill"),
      ...read(":is(.bw-axis, .bw-line, .bw-value, .bw-curve)", "stroke"),
      ...read(":is(.sx-key, .sx-bar, .hx-key, .hx-tip)", "fill"),
      ...read(":is(.ex-axis, .ex-curve, .sx-stem, .sx-line, .sx-now)", "stroke"),
      ...read(":is(.px-now, .px-query-mark, .px-key-mark)", "fill"),
      ...read(":is(.hx-arrow path:not(.hx-tip), .px-dial path)", "stroke"),
    ],
  };
}"""


STICKING_OUT = """() => {
  const {left, right} = document.querySelector(".sw-place").getBoundingClientRect();
  return [...document.querySelectorAll(
    ".sw-place :is(input, select, button, text, circle, p, label, table, .hx-slot)")]
    .filter((node) => !node.matches("[aria-live=polite]"))
    .map((node) => [node.textContent || node.tagName, node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0)
    .filter(([, box]) => box.right > right + 0.5 || box.left < left - 0.5);
}"""

OVERLAPS = """() => {
  const nodes = ".att-figure :is(text, .att-bar, .att-drawing .att-key, .att-ghost)";
  const boxes = [...document.querySelectorAll(nodes)]
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([node, box]) => box.width > 0)
    .filter(([node]) => getComputedStyle(node).visibility === "visible");
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes.flatMap(([a, x], i) => boxes.slice(i + 1)
    .filter(([b, y]) => meet(x, y))
    .map(([b]) => `${a.getAttribute("class")} on ${b.getAttribute("class")}`));
}"""

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  const inText = list.getEntries().filter(({sources}) => sources.some(
    ({node}) => (node?.closest ? node : node?.parentElement)?.closest("article")));
  shifts.push(...inText.map((entry) => entry.value));
}).observe({type: "layout-shift", buffered: true});
"""

CENTRES = """all => all.map((node) => {
  const box = node.getBoundingClientRect();
  return box.y + box.height / 2;
})"""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["explorer", "queries", *EXPLORERS[2:]])
def test_text_and_marks_stand_out(open_page, name, theme, width):
    page = open_page(name, color_scheme=theme, width=width).page
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    found = page.evaluate(CONTRAST)
    assert len(found["text"]) > 25
    assert [pair for pair in found["text"] if pair[1] < 4.5] == []
    assert len(found["marks"]) > 12
    assert [pair for pair in found["marks"] if pair[1] < 3] == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["two", "kit", *EXPLORERS])
def test_axe_finds_nothing_in_our_parts(open_page, theme, name):
    page = open_page(name, color_scheme=theme).page
    # Without preload: axe looks for the theme's imported styles at a wrong address.
    context, options = {"include": [[".sw-place"]]}, {"preload": False}
    results = Axe().run(page, context=context, options=options)
    assert results.response["passes"], "axe looked at nothing"
    assert [v["id"] for v in results.response["violations"]] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["two", "kit", *EXPLORERS])
def test_nothing_sticks_out_sideways(open_page, name, width):
    page = open_page(name, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_texts_of_a_row_do_not_overlap(open_page, width):
    page = open_page(width=width).page
    for state in ([5, -5, 1, -1, 0, 3], [5, -5, -2, 2, -2, -3], [5, -5, 0, 0, 0, 0]):
        move(page, state)
        assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_eight_long_tokens_fit(open_page, width):
    page = open_page("eight", width=width).page
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_touch_targets_are_large_enough(open_page):
    page = open_page(width=360).page
    targets = page.locator(".sw-place :is(input, button)")
    heights = targets.evaluate_all(
        "all => all.map(t => t.getBoundingClientRect().height)"
    )
    assert len(heights) == 9
    assert min(heights) >= 40


def test_in_a_wide_place_each_slider_stands_beside_its_bar(open_page):
    page = open_page(width=1280).page
    sliders = page.locator(".att-keys input").evaluate_all(CENTRES)
    bars = page.locator(".att-bar").evaluate_all(CENTRES)
    assert sliders == pytest.approx(bars, abs=1)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["two", *EXPLORERS])
def test_height_is_reserved_before_the_widget_comes(open_page, name, width):
    height = "all => all.map(place => place.getBoundingClientRect().height)"
    without = open_page(name, width=width, wait=False, java_script_enabled=False).page
    reserved = without.locator(".sw-place").evaluate_all(height)
    page = open_page(name, width=width).page
    assert page.locator(".sw-place").evaluate_all(height) == pytest.approx(reserved)


@pytest.mark.parametrize("name", ["two", *EXPLORERS])
def test_in_jupyterlab_a_title_is_not_taken_for_the_label_of_a_slider(open_page, name):
    page = open_page(name).page
    titles = page.locator(".sw-place .sw-label")
    before = titles.evaluate_all("all => all.map(title => title.clientWidth)")
    titles.evaluate_all("all => all.map(title => title.classList.add('widget-label'))")
    after = titles.evaluate_all("all => all.map(title => title.clientWidth)")
    assert after == before
    assert min(after) > 300


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_jumps_while_loading_or_moving(open_page, width):
    page = open_page("explorer", width=width, before=WATCH_SHIFTS).page
    height = "document.querySelector('.att-explorer').getBoundingClientRect().height"
    before = page.evaluate(height)
    for state in ([2, 2, 2, 2, 0, 0], [5, -5, -5, -5, -2, 3], [1, 1, 1, -5, 2, -3]):
        move(page, state)
        assert page.evaluate(height) == before
    page.wait_for_timeout(300)
    assert page.evaluate("shifts") == []


def test_a_printed_page_shows_the_first_state(open_page):
    page = open_page("explorer", wait=True).page
    page.emulate_media(media="print")
    assert page.locator(".att-weight").first.is_visible()
    assert page.locator(".att-words").is_visible()
    assert not page.get_by_role("button", name="coldest").is_visible()
