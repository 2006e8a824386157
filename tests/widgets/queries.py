"""Reading and moving a query explorer in an open page."""

import json

KEYS = [[1.0, 1.0], [2.0, 3.0], [3.0, -1.0], [-2.0, -1.0]]
VALUES = [[-2.0, 2.0], [3.0, 1.0], [0.0, -3.0], [-3.0, -2.0]]
QUERIES = [[0.2, 0.8], [1.0, -0.5], [-1.0, 0.5]]
SPAN = 9.5  # units across a plane

# One explorer's state, as its sliders and its rows hold it.
READ = """const read = (explorer) => ({
  rows: [...explorer.querySelectorAll("tbody tr")].map((row) => ({
    scores: row.dataset.scores.split(",").map(Number),
    weights: row.dataset.weights.split(",").map(Number),
    context: row.dataset.context.split(",").map(Number),
    active: row.classList.contains("qx-active"),
  })),
  sliders: [...explorer.querySelectorAll("input[type=range]")].map((i) => i.value),
});"""

MOVE_ALL = (
    """([nth, states]) => { """
    + READ
    + """
  const explorer = document.querySelectorAll(".qx-explorer")[nth];
  const [x, y, temperature] = explorer.querySelectorAll("input[type=range]");
  const choice = explorer.querySelector("select");
  const same = explorer.querySelector("input[type=checkbox]");
  const tell = (node, kind) => node.dispatchEvent(new Event(kind, {bubbles: true}));
  const slide = (node, value) => { node.value = value; tell(node, "input"); };
  return states.map((state) => {
    state.queries.forEach((query, i) => {
      if (choice) { choice.selectedIndex = i; tell(choice, "change"); }
      slide(x, query[0]);
      slide(y, query[1]);
    });
    slide(temperature, state.exponent);
    same.checked = state.same;
    tell(same, "change");
    return read(explorer);
  });
}"""
)


def explorer(page, nth: int = 0):
    return page.locator(".qx-explorer").nth(nth)


def handle(page, name: str = "q1", nth: int = 0):
    """The point that is a query, found as a screen reader finds it."""
    return explorer(page, nth).get_by_role("slider", name=f"query {name}", exact=True)


def slider(page, name: str, nth: int = 0):
    return explorer(page, nth).get_by_role("slider", name=name, exact=True)


def move(page, *states: dict, nth: int = 0) -> list[dict]:
    """Bring an explorer by its controls to each state; return what it showed."""
    return page.evaluate(MOVE_ALL, [nth, list(states)])


def state(queries=QUERIES, exponent: float = 0.0, same: bool = False) -> dict:
    """What `move` needs: where each query goes, log10(T), and what is mixed."""
    return {"queries": queries, "exponent": exponent, "same": same}


def shown(page, nth: int = 0) -> list[dict]:
    """Scores, weights and context of each row, unrounded."""
    return explorer(page, nth).evaluate(f"(node) => {{ {READ} return read(node); }}")[
        "rows"
    ]


def places(page, nth: int = 0) -> list[list[float]]:
    """Where the queries are, read from what their handles say."""
    texts = (
        explorer(page, nth)
        .locator("[role=slider][aria-valuetext*=x]")
        .evaluate_all("all => all.map(one => one.getAttribute('aria-valuetext'))")
    )
    numbers = (t.replace("−", "-").replace("x ", "[").replace("y ", "") for t in texts)
    return [json.loads(text + "]") for text in numbers]


def words(page, nth: int = 0) -> str:
    return explorer(page, nth).locator(".qx-words").inner_text()


def centre(locator) -> tuple[float, float]:
    """The middle of an element, in pixels of the window."""
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def unit(page, nth: int = 0) -> float:
    """How many pixels one step of a coordinate takes."""
    return explorer(page, nth).locator(".qx-plane").first.bounding_box()["width"] / SPAN
