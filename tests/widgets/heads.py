"""Reading and moving a heads explorer in an open page."""

READ = """const read = (explorer) =>
  [...explorer.querySelectorAll(".hx-slot:not(.hx-empty)")].map((slot) =>
    [...slot.querySelectorAll("[data-weights]")].map(
      ({dataset}) => dataset.weights.split(",").map(Number)));"""

MOVE_ALL = (
    """([nth, states]) => { """
    + READ
    + """
  const explorer = document.querySelectorAll(".hx-explorer")[nth];
  const heads = explorer.querySelector("input[type=range]");
  const choice = explorer.querySelector("select");
  const tell = (node, kind) => node.dispatchEvent(new Event(kind, {bubbles: true}));
  return states.map((state) => {
    heads.value = state.doublings;
    tell(heads, "input");
    choice.selectedIndex = state.query;
    tell(choice, "change");
    return read(explorer);
  });
}"""
)


def explorer(page, nth: int = 0):
    return page.locator(".hx-explorer").nth(nth)


def control(page, name: str, nth: int = 0):
    """The slider or the choice, found as a screen reader finds it."""
    return explorer(page, nth).get_by_label(name, exact=True)


def state(doublings: int = 0, query: int = 4) -> dict:
    """What `move` needs; by default what the first picture shows."""
    return {"doublings": doublings, "query": query}


def move(page, *states: dict, nth: int = 0) -> list:
    """Bring an explorer by its controls to each state; return the weights it showed."""
    return page.evaluate(MOVE_ALL, [nth, list(states)])


def shown(page, nth: int = 0) -> list:
    """The weights of each head, unrounded: (heads, q, k)."""
    return explorer(page, nth).evaluate(f"(node) => {{ {READ} return read(node); }}")


def words(page, nth: int = 0) -> str:
    return explorer(page, nth).locator(".ex-words").inner_text()
