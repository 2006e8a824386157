"""Dragging a query with a mouse and a finger, and where the drawing puts each mark."""

import numpy as np
import pytest

from tests.widgets.queries import (
    KEYS,
    QUERIES,
    VALUES,
    centre,
    explorer,
    handle,
    move,
    places,
    shown,
    slider,
    state,
    unit,
)

pytestmark = pytest.mark.chromium

# Points of the lines, in the coordinates of the plane: [[[x, y], ...], ...].
LINES = """path => path.getAttribute("d").split("M").slice(1).map(
  part => part.split("L").map(point => point.split(" ").map(parseFloat)))"""


@pytest.fixture
def page(open_page):
    return open_page("queries").page


def drag(page, name: str, x: float, y: float, grip: tuple = (0, 0)) -> None:
    """Take a query somewhere within its circle and move it by x and y."""
    handle(page, name).scroll_into_view_if_needed()
    left, top = centre(handle(page, name))
    left, top = left + grip[0], top + grip[1]
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + x * unit(page), top - y * unit(page), steps=5)
    page.mouse.up()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_query_goes_where_the_mouse_takes_it(open_page, width):
    page = open_page("queries", width=width).page
    drag(page, "q1", 1.5, 2.0)
    assert places(page) == [[1.7, 2.8], *QUERIES[1:]]


def test_a_resized_plane_keeps_its_scale(page):
    before = unit(page)
    page.set_viewport_size({"width": 400, "height": 900})
    assert unit(page) > 1.05 * before
    drag(page, "q3", -2.0, -1.0)
    assert places(page) == [*QUERIES[:2], [-3.0, -0.5]]


def test_a_query_does_not_jump_to_the_hand(page):
    drag(page, "q2", 0.0, 0.0, grip=(14, -14))
    assert places(page) == QUERIES
    drag(page, "q2", 1.0, 0.0, grip=(14, -14))
    assert places(page) == [QUERIES[0], [2.0, -0.5], QUERIES[2]]


def test_everything_moves_during_a_drag(page):
    left, top = centre(handle(page))
    page.mouse.move(left, top)
    page.mouse.down()
    seen = []
    for step in range(1, 6):
        page.mouse.move(left + 0.5 * step * unit(page), top)
        assert float(slider(page, "x").input_value()) == places(page)[0][0]
        seen.append(shown(page)[0]["context"])
    page.mouse.up()
    assert len({tuple(context) for context in seen}) == 5


def test_a_drag_ends_with_the_button_and_stops_at_the_edge(page):
    drag(page, "q1", 30.0, -30.0)
    assert places(page)[0] == [4.0, -4.0]
    page.mouse.move(*centre(handle(page, "q3")))
    assert places(page) == [[4.0, -4.0], *QUERIES[1:]]


def test_the_second_button_takes_nothing(page):
    page.mouse.move(*centre(handle(page)))
    page.mouse.down(button="right")
    page.mouse.move(700, 500, steps=3)
    page.mouse.up(button="right")
    assert places(page) == QUERIES


def test_taking_a_query_makes_it_the_active_one(page):
    page.mouse.click(*centre(handle(page, "q3")))
    assert [row["active"] for row in shown(page)] == [False, False, True]
    assert page.get_by_role("combobox", name="query").input_value() == "q3"
    page.keyboard.press("ArrowUp")
    assert places(page)[2] == [-1.0, 0.6]


def swipe(page, start: tuple, by: tuple) -> None:
    """Put one finger down, move it and lift it."""
    finger = page.context.new_cdp_session(page)
    for step in range(9):
        x, y = (a + b * step / 8 for a, b in zip(start, by, strict=True))
        kind = "touchMove" if step else "touchStart"
        event = {"type": kind, "touchPoints": [{"x": x, "y": y}]}
        finger.send("Input.dispatchTouchEvent", event)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def phone(open_page):
    page = open_page("queries", width=360, height=700, has_touch=True).page
    handle(page, "q2").evaluate("node => node.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(100)
    return page


def test_a_query_follows_a_finger_and_the_page_stays(phone):
    before = phone.evaluate("scrollY")
    swipe(phone, centre(handle(phone, "q2")), (unit(phone), -2 * unit(phone)))
    assert places(phone) == [QUERIES[0], [2.0, 1.5], QUERIES[2]]
    assert phone.evaluate("scrollY") == before


def test_a_finger_beside_the_queries_scrolls_the_page(phone):
    before = phone.evaluate("scrollY")
    x, y = centre(handle(phone, "q2"))
    swipe(phone, (x + 60, y + 90), (0, -150))
    phone.wait_for_function(f"scrollY > {before + 50}")
    assert places(phone) == QUERIES


@pytest.mark.parametrize("width", [360, 1280])
def test_handles_are_as_large_as_a_fingertip(open_page, width):
    page = open_page("queries", width=width).page
    for name in ("q1", "q2", "q3"):
        box = handle(page, name).bounding_box()
        assert min(box["width"], box["height"]) >= 40


def test_the_handle_in_focus_has_a_ring(page):
    look = "node => getComputedStyle(node.firstChild).stroke"
    assert handle(page).evaluate(look) == "none"
    page.mouse.click(*centre(handle(page)))
    assert handle(page).evaluate(look) == "none"
    page.keyboard.press("Tab")
    assert handle(page, "q2").evaluate(look) != "none"


def drawn(page, panel: int, mark: str) -> np.ndarray:
    """Where marks of one kind stand, in the coordinates of their plane."""
    plane = explorer(page).locator(".qx-plane").nth(panel)
    x, y = centre(plane)
    marks = plane.locator(mark)
    found = [centre(marks.nth(i)) for i in range(marks.count())]
    return np.array([((a - x), (y - b)) for a, b in found]) / unit(page)


def test_every_mark_stands_at_its_point(page):
    (found,) = move(page, state([[3.1, -2.3], [-0.7, 1.9], [0.0, 0.0]], 0.3))
    contexts = [row["context"] for row in found["rows"]]
    queries = [[3.1, -2.3], [-0.7, 1.9], [0.0, 0.0]]
    near = {"rtol": 0, "atol": 0.03}  # a pixel
    np.testing.assert_allclose(drawn(page, 0, "rect.qx-key"), KEYS, **near)
    np.testing.assert_allclose(drawn(page, 0, "circle.qx-query"), queries, **near)
    np.testing.assert_allclose(drawn(page, 1, "path.qx-context"), contexts, **near)
    triangles = drawn(page, 1, "path.qx-value")  # their boxes reach farther up
    np.testing.assert_allclose(triangles, VALUES, rtol=0, atol=0.06)


def test_names_stand_beside_their_points(page):
    texts = explorer(page).locator(".qx-key-spot, .qx-value-spot, .qx-context-spot")
    names = ["kitten", "cat", "dog", "car"]
    assert texts.all_text_contents() == [*names, *names, "c1", "c2", "c3"]


def test_with_keys_as_values_triangles_stand_on_the_keys(page):
    page.get_by_role("checkbox", name="values = keys").check()
    triangles = drawn(page, 1, "path.qx-value")
    np.testing.assert_allclose(triangles, KEYS, rtol=0, atol=0.06)


@pytest.mark.parametrize("query", [[0.2, 0.8], [-3.0, 1.0], [0.0, -2.0], [4.0, 0.0]])
def test_feet_on_the_querys_line_measure_the_scores(page, query):
    move(page, state([QUERIES[0], QUERIES[1], query]))
    drops = np.array(explorer(page).locator(".qx-drops").evaluate(LINES))  # (k, 2, 2)
    keys, feet = drops[:, 0], drops[:, 1]
    np.testing.assert_allclose(keys, KEYS)
    np.testing.assert_allclose((feet - keys) @ query, 0, atol=1e-9)  # a right angle
    length = np.linalg.norm(query)
    along = feet @ query / length
    np.testing.assert_allclose(length * along, shown(page)[2]["scores"], atol=1e-9)
    (zero,) = explorer(page).locator(".qx-zero").evaluate(LINES)
    np.testing.assert_allclose(np.array(zero) @ query, 0, atol=1e-9)
    (below,) = explorer(page).locator(".qx-below").evaluate(LINES)
    assert np.all(np.array(below) @ query < 1e-9)


def test_at_zero_no_direction_is_drawn(page):
    move(page, state([[0.0, 0.0], *QUERIES[1:]]))
    page.get_by_role("combobox", name="query").select_option("q1")
    for line in ("ray", "zero", "drops", "feet", "below", "note-spot"):
        assert not explorer(page).locator(f".qx-{line}").is_visible()


def test_lines_to_values_are_as_thick_as_the_weights(page):
    (found,) = move(page, state(exponent=0.5))
    widths = (
        explorer(page)
        .locator(".qx-share")
        .evaluate_all("all => all.map(line => +line.getAttribute('stroke-width'))")
    )
    np.testing.assert_allclose(widths, 14 * np.array(found["rows"][2]["weights"]))
    ends = explorer(page).locator(".qx-share").nth(1).evaluate(LINES)
    np.testing.assert_allclose(ends, [[found["rows"][2]["context"], VALUES[1]]])


def test_the_hull_is_convex_and_holds_every_value_and_context(open_page):
    page = open_page("queries-two").page
    hull = np.array(explorer(page, 1).locator(".qx-hull").evaluate(LINES)[0])  # (n, 2)
    assert {tuple(p) for p in hull} == {(4, 4), (-4, 4), (4, -4), (-4, -4)}
    hull = np.array(explorer(page, 0).locator(".qx-hull").evaluate(LINES)[0])
    points = [*VALUES, *(row["context"] for row in shown(page))]
    corners = zip(hull, np.roll(hull, -1, axis=0), strict=True)
    edges = [(a, b - a) for a, b in corners if not np.array_equal(a, b)]
    for start, (dx, dy) in edges:
        for x, y in np.array(points) - start:
            assert dx * y - dy * x >= -1e-9
