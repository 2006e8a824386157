"""Reading and moving a mask explorer in an open page."""

READ = """const read = (explorer) => {
  const numbers = (text) => text.split(",").map(Number);
  return [...explorer.querySelectorAll("tbody tr")].map(({dataset}) => ({
    mask: numbers(dataset.mask),
    weights: numbers(dataset.weights),
    reach: numbers(dataset.reach),
  }));
};"""

MOVE_ALL = (
    """([nth, states]) => { """
    + READ
    + """
  const explorer = document.querySelectorAll(".mx-explorer")[nth];
  const [causal, front] = explorer.querySelectorAll("input[type=checkbox]");
  const sliders = explorer.querySelectorAll("input[type=range]");
  const tell = (node, kind) => node.dispatchEvent(new Event(kind, {bubbles: true}));
  return states.map((state) => {
    [[causal, state.causal], [front, state.in_front]].forEach(([node, on]) => {
      node.checked = on;
      tell(node, "change");
    });
    [state.window, state.padding, state.layers].forEach((value, i) => {
      sliders[i].value = value;
      tell(sliders[i], "input");
    });
    return read(explorer);
  });
}"""
)


def explorer(page, nth: int = 0):
    return page.locator(".mx-explorer").nth(nth)


def control(page, name: str, nth: int = 0):
    """A slider or a tick, found as a screen reader finds it."""
    return explorer(page, nth).get_by_label(name, exact=True)


def state(
    causal: bool = True,
    window: int = 8,
    padding: int = 0,
    in_front: bool = False,
    layers: int = 1,
) -> dict:
    """What `move` needs; by default what the first picture shows."""
    return {
        "causal": causal,
        "window": window,
        "padding": padding,
        "in_front": in_front,
        "layers": layers,
    }


def move(page, *states: dict, nth: int = 0) -> list[list[dict]]:
    """Bring an explorer by its controls to each state; return the rows it showed."""
    return page.evaluate(MOVE_ALL, [nth, list(states)])


def shown(page, nth: int = 0) -> list[dict]:
    """Mask, weights and receptive field of each row, unrounded."""
    return explorer(page, nth).evaluate(f"(node) => {{ {READ} return read(node); }}")


def words(page, nth: int = 0) -> str:
    return explorer(page, nth).locator(".mx-words").inner_text()
