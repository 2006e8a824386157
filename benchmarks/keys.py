"""How long a key press takes to change a picture, in any page with a slider."""

from benchmarks.result import percentile

PRESSES = 120

# From the key to the frame after the change: what a reader sees is what counts. A
# picture in an <img> is awaited until it is decoded.
WATCH = """([slider, picture]) => {
  window.answers = [];
  let pressed = null;
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();  // runs after the frame is drawn
    channel.port1.onmessage = () => {
      if (pressed !== null) answers.push(performance.now() - pressed);
      pressed = null;
    };
    channel.port2.postMessage(0);
  });
  const changed = async () => {
    if (pressed === null) return;
    const image = document.querySelector(picture)?.querySelector("img");
    if (image) await image.decode().catch(() => 0);
    painted();
  };
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  const seen = new MutationObserver((records) => {
    const inside = records.some((r) => r.target.parentElement?.closest(picture)
      || r.target.closest?.(picture) || r.target.querySelector?.(picture));
    if (inside) changed();
  });
  const options = { subtree: true, childList: true, attributes: true,
                    attributeFilter: ["width", "src", "d"] };
  seen.observe(document.body, options);
  document.querySelector(slider).focus();
}"""


def answer_times(page, slider: str, picture: str) -> list[float]:
    """Press right and left by turns, each after the last answer, in milliseconds.

    Args:
        page: An open page whose slider works.
        slider: A selector of what takes the keys.
        picture: A selector of what the keys change.
    """
    page.evaluate(WATCH, [slider, picture])
    for number in range(PRESSES):
        page.keyboard.press("ArrowLeft" if number % 2 else "ArrowRight")
        page.wait_for_function("n => answers.length > n", arg=number, polling=10)
    return page.evaluate("answers")


def summary(times: list[float]) -> dict[str, float]:
    """Return the median and the 95th percentile."""
    return {"median": percentile(times, 50), "95 % within": percentile(times, 95)}
