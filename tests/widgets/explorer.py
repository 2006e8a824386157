"""Reading and moving a softmax explorer in an open page."""

MOVE_ALL = """states => states.map(positions => {
  const inputs = document.querySelectorAll(".att-explorer input[type=range]");
  positions.forEach((position, i) => {
    inputs[i].value = position;
    inputs[i].dispatchEvent(new Event("input", {bubbles: true}));
  });
  return {
    weights: [...document.querySelectorAll(".att-bar")].map(b => +b.dataset.weight),
    bits: +document.querySelector(".att-drawing").dataset.entropyBits,
  };
})"""


def weights(page, nth: int = 0) -> list[float]:
    """The weights that an explorer shows, unrounded."""
    bars = page.locator(".att-explorer").nth(nth).locator(".att-bar")
    return bars.evaluate_all("bars => bars.map(bar => +bar.dataset.weight)")


def positions(page) -> list[float]:
    """Where the sliders stand, in their own order: scores, temperature, constant."""
    inputs = page.locator(".att-explorer input[type=range]")
    return inputs.evaluate_all("all => all.map(input => input.valueAsNumber)")


def words(page) -> str:
    return page.locator(".att-words").first.inner_text()


def move(page, *states: list[float]) -> list[dict]:
    """Put the sliders of the only explorer to each state; return what it showed."""
    return page.evaluate(MOVE_ALL, list(states))


def slider(page, name: str, nth: int = 0):
    explorer = page.locator(".att-explorer").nth(nth)
    return explorer.get_by_role("slider", name=name, exact=True)
