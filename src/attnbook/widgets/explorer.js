// What explorers share: marks, colours, words and the button. The text of a view that
// says so in its first line is stored after this one (see stored_state.view_source),
// since a view is loaded from a blob: URL, where an import has nothing to be relative to.

const SVG = "http://www.w3.org/2000/svg";
const QUIET_MS = 700; // a screen reader hears the result once the reader's hand rests
const BRIGHT = 0.46; // from this weight on a cell is light, and what stands on it dark
const CIVIDIS = "00224e 0c3470 35456c 4f576c 666970 7d7c78 948e77 ada272 c8b866 e5cf52 fee838".split(" ");

// ---- numbers ---------------------------------------------------------------------

const range = (n) => [...Array(n).keys()];
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const dot = (a, b) => sum(a.map((x, i) => x * b[i]));

function softmax(scores, temperature = 1) {
  const scaled = scores.map((s) => s / temperature);
  const top = Math.max(...scaled); // exp overflows without it
  const powers = scaled.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

const entropyInBits = (weights) => sum(weights.map((p) => (p > 0 ? -p * Math.log2(p) : 0)));

// ---- numbers as text -------------------------------------------------------------

const minus = (text) => text.replace(/^-(0(\.0+)?)$/, "$1").replace("-", "−");
const fixed = (x, digits) => minus(x.toFixed(digits));

// Never round a weight to 0 or 100 per cent: softmax gives every key something.
function percent(weight) {
  if (weight > 0 && weight < 0.005) return "<1 %";
  if (weight < 1 && weight > 0.995) return ">99 %";
  return `${(100 * weight).toFixed(0)} %`;
}

// ---- marks -----------------------------------------------------------------------

function add(parent, tag, attributes = {}, text) {
  const inSvg = tag === "svg" || parent.namespaceURI === SVG;
  const node = document.createElementNS(inSvg ? SVG : parent.namespaceURI, tag);
  set(node, attributes);
  if (text !== undefined) node.textContent = text;
  parent.append(node);
  return node;
}

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
}

function cividis(weight) {
  const position = weight * (CIVIDIS.length - 1);
  const low = Math.min(Math.floor(position), CIVIDIS.length - 2);
  const [a, b] = [low, low + 1].map((i) => [0, 2, 4].map((c) => parseInt(CIVIDIS[i].slice(c, c + 2), 16)));
  return `rgb(${a.map((c, i) => c + (position - low) * (b[i] - c)).join(" ")})`;
}

// ---- the button, the words, and life -----------------------------------------------

function buildReset(parent, model) {
  add(parent, "button", { type: "button", class: "ex-reset" }, "reset").addEventListener("click", () => {
    for (const [name, value] of Object.entries(model.get("start"))) model.set(name, value);
    model.save_changes();
  });
}

// The visible sentence follows every movement. A screen reader gets its own copy, which
// changes only after a rest: a slider in motion would flood it.
function buildWords(parent, text, prefix = "ex") {
  const seen = add(parent, "p", { class: `${prefix}-words`, "aria-hidden": "true" }, text);
  const heard = add(parent, "p", { class: `${prefix}-live`, "aria-live": "polite" }, text);
  let timer;
  const stop = () => clearTimeout(timer);
  const say = (words) => {
    stop();
    seen.textContent = words;
    timer = setTimeout(() => { heard.textContent = words; }, QUIET_MS);
  };
  return { say, stop };
}

// Build a figure, and draw it now and after each change of what its reset restores.
function live({ build, compute, update, describe }) {
  return ({ model, el }) => {
    const figure = build(el, model);
    buildReset(el, model);
    const words = buildWords(el, describe(compute(model, figure)));
    const draw = () => {
      const state = compute(model, figure);
      update(figure, state);
      words.say(describe(state));
    };
    const events = Object.keys(model.get("start")).map((name) => `change:${name}`);
    for (const event of events) model.on(event, draw);
    draw();
    return () => {
      for (const event of events) model.off(event, draw);
      words.stop();
    };
  };
}
