import numpy as np
import pytest

from attnbook.reference import softmax
from tests.widgets.explorer import positions, slider, weights

pytestmark = pytest.mark.chromium


def test_works_from_a_file_without_a_server(open_page, site):
    page = open_page(base=site.as_uri()).page
    slider(page, "key 1").focus()
    page.keyboard.press("ArrowLeft")
    expected = softmax(np.array([1.9, 1.0, 0.5, -1.0]))
    np.testing.assert_allclose(weights(page), expected, atol=1e-12)


def test_pages_without_widgets_load_no_runtime(site):
    assert "static-widgets" in (site / "explorer.html").read_text("utf-8")
    assert "static-widgets" not in (site / "plain.html").read_text("utf-8")


def test_no_page_carries_another_widget_loader(site):
    text = (site / "explorer.html").read_text("utf-8")
    assert "require.js" not in text
    assert "html-manager" not in text


def test_readouts_follow_sliders_and_speak_their_value(open_page):
    page = open_page().page
    temperature = slider(page, "temperature")
    temperature.focus()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    assert positions(page)[4] == -0.3
    readout = page.locator(".att-knobs output").first
    assert readout.inner_text() == "0.501"
    assert temperature.get_attribute("aria-valuetext") == "0.501"
    assert page.locator(".att-keys output").all_inner_texts()[3] == "−1.0"


def test_whole_number_slider(open_page):
    page = open_page("kit").page
    whole = page.get_by_role("slider", name="whole")
    assert whole.get_attribute("aria-valuetext") == "3"
    whole.focus()
    page.keyboard.press("ArrowRight")
    assert whole.get_attribute("aria-valuetext") == "4"
    page.keyboard.press("End")
    assert whole.get_attribute("aria-valuetext") == "9"


def test_linked_checkboxes_follow_each_other(open_page):
    page = open_page("kit").page
    on, off = (page.get_by_role("checkbox", name=n, exact=True) for n in ("on", "off"))
    on.uncheck()
    assert not off.is_checked()
    off.check()
    assert on.is_checked()


def test_linked_dropdowns_follow_each_other(open_page):
    page = open_page("kit").page
    p, q = (page.get_by_role("combobox", name=name) for name in "pq")
    p.select_option("b")
    assert q.input_value() == "b"
    q.select_option("a")
    assert p.input_value() == "a"


def test_one_way_link_goes_one_way(open_page):
    page = open_page("kit").page
    x, y = (page.get_by_role("slider", name=name, exact=True) for name in "xy")
    x.focus()
    page.keyboard.press("End")
    assert y.input_value() == "100"
    y.focus()
    page.keyboard.press("Home")
    assert x.input_value() == "100"


def test_boxes_place_their_children_and_take_their_heading_as_name(open_page):
    page = open_page("kit").page
    group = page.get_by_role("group", name="Kit")
    assert group.locator("input, select").count() == 7
    on, off = (page.get_by_role("checkbox", name=n, exact=True) for n in ("on", "off"))
    assert on.bounding_box()["y"] == off.bounding_box()["y"]  # HBox: side by side
    x, y = (page.get_by_role("slider", name=name, exact=True) for name in "xy")
    assert x.bounding_box()["x"] == y.bounding_box()["x"]  # VBox: one below another


def test_views_are_cleaned_up_when_the_page_goes(open_page):
    page = open_page().page
    leave = "new PageTransitionEvent('pagehide', {persisted: %s})"
    slider(page, "key 1").focus()
    page.evaluate(f"dispatchEvent({leave % 'true'})")  # kept for the back button
    page.keyboard.press("ArrowLeft")
    moved = weights(page)
    assert moved[0] < softmax(np.array([2.0, 1.0, 0.5, -1.0]))[0]
    page.evaluate(f"dispatchEvent({leave % 'false'})")
    page.keyboard.press("ArrowLeft")
    assert weights(page) == moved
