"""Reading and moving a positions explorer in an open page."""

READ = """const read = (explorer) => Object.fromEntries(
  Object.entries({...explorer.querySelector(".px-dials").dataset})
    .map(([name, text]) => [name, text.split(",").map(Number)]));"""

MOVE_ALL = (
    """([nth, states]) => { """
    + READ
    + """
  const explorer = document.querySelectorAll(".px-explorer")[nth];
  const sliders = explorer.querySelectorAll("input[type=range]");
  const tuned = explorer.querySelector("input[type=checkbox]");
  const tell = (node, kind) => node.dispatchEvent(new Event(kind, {bubbles: true}));
  return states.map((state) => {
    [state.place, state.offset, state.exponent].forEach((value, i) => {
      sliders[i].value = value;
      tell(sliders[i], "input");
    });
    tuned.checked = state.tuned;
    tell(tuned, "change");
    return read(explorer);
  });
}"""
)


def explorer(page, nth: int = 0):
    return page.locator(".px-explorer").nth(nth)


def control(page, name: str, nth: int = 0):
    """A slider or the tick, found as a screen reader finds it."""
    return explorer(page, nth).get_by_label(name, exact=True)


def state(
    place: int = 30, offset: int = -5, exponent: float = 2.0, tuned: bool = False
) -> dict:
    """What `move` needs; by default what the first picture shows."""
    return {"place": place, "offset": offset, "exponent": exponent, "tuned": tuned}


def move(page, *states: dict, nth: int = 0) -> list[dict]:
    """Bring an explorer by its controls to each state; return what it showed."""
    return page.evaluate(MOVE_ALL, [nth, list(states)])


def shown(page, nth: int = 0) -> dict:
    """What an explorer shows now, unrounded."""
    return explorer(page, nth).evaluate(f"(node) => {{ {READ} return read(node); }}")


def words(page, nth: int = 0) -> str:
    return explorer(page, nth).locator(".ex-words").inner_text()
