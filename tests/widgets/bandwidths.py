"""Reading and moving a bandwidth explorer in an open page."""

# One explorer's numbers, unrounded, and its three sliders.
READ = """const read = (explorer) => {
  const {answer, nearby, weights} = explorer.querySelector(".bw-drawing").dataset;
  const curve = explorer.querySelector("[data-answers]").dataset.answers;
  return {
    answer: +answer,
    nearby: +nearby,
    weights: weights.split(",").map(Number),
    curve: curve.split(",").map(Number),
    sliders: [...explorer.querySelectorAll("input[type=range]")].map((i) => +i.value),
  };
};"""

MOVE_ALL = (
    """([nth, states]) => { """
    + READ
    + """
  const explorer = document.querySelectorAll(".bw-explorer")[nth];
  const sliders = explorer.querySelectorAll("input[type=range]");
  return states.map((positions) => {
    positions.forEach((position, i) => {
      sliders[i].value = position;
      sliders[i].dispatchEvent(new Event("input", {bubbles: true}));
    });
    return read(explorer);
  });
}"""
)


def explorer(page, nth: int = 0):
    return page.locator(".bw-explorer").nth(nth)


def handle(page, nth: int = 0):
    """The query, found as a screen reader finds it."""
    return explorer(page, nth).get_by_role("slider", name="query, a ")


def slider(page, name: str, nth: int = 0):
    return explorer(page, nth).get_by_role("slider", name=name, exact=True)


def button(page, name: str, nth: int = 0):
    return explorer(page, nth).get_by_role("button", name=name)


def move(page, *states: list[float], nth: int = 0) -> list[dict]:
    """Put query and log10(bandwidth) to each state; return what was shown."""
    return page.evaluate(MOVE_ALL, [nth, list(states)])


def shown(page, nth: int = 0) -> dict:
    """What an explorer shows now."""
    return explorer(page, nth).evaluate(f"(node) => {{ {READ} return read(node); }}")


def words(page, nth: int = 0) -> str:
    return explorer(page, nth).locator(".bw-words").inner_text()
