"""Reading and moving a scale explorer in an open page."""

READ = """const read = (explorer) => Object.fromEntries(
  Object.entries({...explorer.querySelector(".sx-rows").dataset})
    .map(([name, text]) => [name, text.split(",").map(Number)]));"""

MOVE_ALL = (
    """([nth, states]) => { """
    + READ
    + """
  const explorer = document.querySelectorAll(".sx-explorer")[nth];
  const [d_k, draw] = explorer.querySelectorAll("input[type=range]");
  const divided = explorer.querySelector("input[type=checkbox]");
  const tell = (node, kind) => node.dispatchEvent(new Event(kind, {bubbles: true}));
  return states.map((state) => {
    d_k.value = state.doublings;
    tell(d_k, "input");
    draw.value = state.draw;
    tell(draw, "input");
    divided.checked = state.divided;
    tell(divided, "change");
    return read(explorer);
  });
}"""
)


def explorer(page, nth: int = 0):
    return page.locator(".sx-explorer").nth(nth)


def control(page, name: str, nth: int = 0):
    """A slider or the tick, found as a screen reader finds it."""
    return explorer(page, nth).get_by_label(name, exact=True)


def state(doublings: int = 2, divided: bool = False, draw: int = 1) -> dict:
    """What `move` needs; by default what the first picture shows."""
    return {"doublings": doublings, "divided": divided, "draw": draw}


def move(page, *states: dict, nth: int = 0) -> list[dict]:
    """Bring an explorer by its controls to each state; return what it showed."""
    return page.evaluate(MOVE_ALL, [nth, list(states)])


def shown(page, nth: int = 0) -> dict:
    """What an explorer shows now, unrounded."""
    return explorer(page, nth).evaluate(f"(node) => {{ {READ} return read(node); }}")


def words(page, nth: int = 0) -> str:
    return explorer(page, nth).locator(".ex-words").inner_text()
