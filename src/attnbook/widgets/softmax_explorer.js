// The drawing of the softmax explorer: scores as squares on a line, weights as bars.
//
// Self-contained on purpose. The text of this file is stored in the notebook and loaded
// from a blob: URL, where a relative import has nothing to be relative to.
// Lengths along x are percentages and lengths along y are pixels, so that the drawing
// fits every width while its type keeps its size.

const SVG = "http://www.w3.org/2000/svg";
const ROW = 44; // as high as one slider (softmax_explorer.css), so that rows line up
const HEAD = 28;
const FOOT = 28;
const SPAN = 8; // score + constant runs from -8 to 8
const FULL_BAR = 52; // percent of the panel that a weight of 1 takes; numbers stand right of it
const QUIET_MS = 700; // a screen reader hears the result once the reader's hand rests

function softmax(scores, temperature) {
  const scaled = scores.map((s) => s / temperature);
  const top = Math.max(...scaled); // exp overflows without it: 8 / 0.01 = 800
  const powers = scaled.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

function entropyInBits(weights) {
  const terms = weights.map((p) => (p > 0 ? -p * Math.log2(p) : 0)); // 0 log 0 = 0
  return terms.reduce((a, b) => a + b, 0);
}

function compute(model) {
  const labels = model.get("labels");
  const own = labels.map((_, i) => model.get(`score_${i + 1}`));
  const scores = own.map((s) => s + model.get("constant"));
  const weights = softmax(scores, model.get("temperature"));
  return { labels, own, scores, weights, bits: entropyInBits(weights) };
}

// ---- numbers as text -------------------------------------------------------------

const signed = (x) => x.toFixed(1).replace(/^-0\.0$/, "0.0").replace("-", "−");

// Never round a weight to 0 or 100 per cent: softmax gives every key something.
function percent(weight, digits) {
  const smallest = 10 ** -digits;
  const value = 100 * weight;
  if (weight > 0 && value < smallest / 2) return `<${smallest} %`;
  if (weight < 1 && value > 100 - smallest / 2) return `>${100 - smallest} %`;
  return `${value.toFixed(digits)} %`;
}

// “the” is a token and wants quotation marks; key 1 is not.
const quoted = (name) => (/^key \d+$/.test(name) ? name : `“${name}”`);

function describe({ labels, weights, bits }) {
  const top = Math.max(...weights);
  const first = labels.filter((_, i) => top - weights[i] < 1e-9).map(quoted);
  let who = first[0];
  if (first.length > 1) who = `each of ${first.slice(0, -1).join(", ")} and ${first.at(-1)}`;
  if (first.length === labels.length) who = `each of the ${labels.length} keys`;
  const shared = (2 ** bits).toFixed(1);
  let as = `as if ${shared} keys shared it equally`;
  if (shared === "1.0") as = `${bits < 0.005 ? "" : "almost "}as if one key had it all`;
  return `${percent(top, 0)} of the attention goes to ${who}; entropy ${bits.toFixed(2)} bits, ${as}.`;
}

function accessibleName({ labels, weights }) {
  const parts = labels.map((name, i) => `${name} ${percent(weights[i], 1)}`);
  return `Bars of the attention weights: ${parts.join(", ")}`;
}

// ---- drawing ---------------------------------------------------------------------

function add(parent, tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  parent.append(node);
  return node;
}

const scoreX = (score) => `${(50 * (score + SPAN)) / SPAN}%`;
const weightX = (weight) => `${FULL_BAR * weight}%`;

function newSvg(className, n) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("height", HEAD + n * ROW + FOOT);
  for (let i = 0; i < n; i++) {
    const y = HEAD + i * ROW;
    add(svg, "line", { class: "att-rule", x1: 0, x2: "100%", y1: y, y2: y });
  }
  return svg;
}

// The names stand in a picture of their own: in a wide place the sliders show them.
function buildNames(labels) {
  const svg = newSvg("att-names", labels.length);
  svg.setAttribute("aria-hidden", "true");
  add(svg, "text", { class: "att-heading", x: 0, y: 16 }, "key");
  labels.forEach((name, i) => {
    const middle = HEAD + (i + 0.5) * ROW;
    const short = name.length > 9 ? `${name.slice(0, 7)}…` : name;
    add(svg, "rect", { class: "att-key", x: 0, y: middle - 4.5, width: 9, height: 9 });
    add(svg, "text", { x: 15, y: middle + 5 }, short);
  });
  return svg;
}

// A nested svg is a coordinate system of its own: percentages inside refer to it.
function addPanel(svg, x, width, heading, place) {
  const panel = add(svg, "svg", { x, width, height: "100%", overflow: "visible" });
  add(panel, "text", { class: "att-heading", y: 16, ...place }, heading);
  return panel;
}

function addAxes({ scores, weights }, n) {
  const bottom = HEAD + n * ROW;
  const full = { y1: HEAD, y2: bottom };
  const foot = { class: "att-tick", y: bottom + 18, "text-anchor": "middle" };
  const share = weightX(1 / n);
  add(scores, "line", { class: "att-axis", x1: "50%", x2: "50%", ...full });
  add(scores, "text", { x: "50%", ...foot }, "0");
  add(weights, "line", { class: "att-axis", x1: 0, x2: 0, ...full });
  add(weights, "line", { class: "att-share", x1: share, x2: share, ...full });
  add(weights, "text", { x: share, ...foot }, "equal share");
}

function addRow({ scores, weights }, index) {
  const middle = HEAD + (index + 0.5) * ROW;
  const square = { y: middle - 4.5, width: 9, height: 9, transform: "translate(-4.5 0)" };
  return {
    ghost: add(scores, "rect", { class: "att-ghost", y: middle + 11, width: 5, height: 5, transform: "translate(-2.5 0)" }),
    stem: add(scores, "line", { class: "att-stem", x1: "50%", y1: middle, y2: middle }),
    square: add(scores, "rect", { class: "att-key", ...square }),
    score: add(scores, "text", { class: "att-number", x: "50%", y: middle + 5 }),
    bar: add(weights, "rect", { class: "att-bar", x: 0, y: middle - 11, height: 22 }),
    weight: add(weights, "text", { class: "att-weight", x: "100%", y: middle + 5, "text-anchor": "end" }),
  };
}

function buildFigure(labels) {
  const svg = newSvg("att-drawing", labels.length);
  svg.setAttribute("role", "img");
  const panels = {
    scores: addPanel(svg, "0", "33%", "score", { x: "50%", "text-anchor": "middle" }),
    weights: addPanel(svg, "39%", "61%", "attention weight", { x: 0 }),
  };
  const rows = labels.map((_, i) => addRow(panels, i));
  addAxes(panels, labels.length); // after the bars: the line of the equal share crosses them
  const frame = document.createElement("div");
  frame.className = "att-figure";
  frame.append(buildNames(labels), svg);
  return { frame, svg, rows };
}

function updateFigure({ svg, rows }, state) {
  svg.setAttribute("aria-label", accessibleName(state));
  svg.dataset.entropyBits = state.bits;
  rows.forEach((row, i) => {
    const score = state.scores[i];
    const x = scoreX(score);
    // Where the score stands without the constant: below the line, clear of the number.
    row.ghost.setAttribute("x", scoreX(state.own[i]));
    row.ghost.setAttribute("visibility", score === state.own[i] ? "hidden" : "visible");
    row.stem.setAttribute("x2", x);
    row.square.setAttribute("x", x);
    // The number keeps to the empty side of the axis.
    row.score.setAttribute("dx", score < 0 ? 7 : -7);
    row.score.setAttribute("text-anchor", score < 0 ? "start" : "end");
    row.score.textContent = signed(score);
    row.bar.setAttribute("width", weightX(state.weights[i]));
    row.bar.dataset.weight = state.weights[i];
    row.weight.textContent = percent(state.weights[i], 1);
  });
}

// ---- controls and words ----------------------------------------------------------

function buildButtons(model) {
  const group = document.createElement("div");
  group.className = "att-buttons";
  const actions = {
    coldest: () => model.set("temperature", model.get("coldest")),
    hottest: () => model.set("temperature", model.get("hottest")),
    reset: () => Object.entries(model.get("start")).forEach(([name, value]) => model.set(name, value)),
  };
  for (const [name, act] of Object.entries(actions)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => { act(); model.save_changes(); });
    group.append(button);
  }
  return group;
}

// The visible sentence follows every movement. A screen reader gets its own copy, which
// changes only after a rest: a slider in motion would flood it.
function buildWords(text) {
  const seen = document.createElement("p");
  seen.className = "att-words";
  seen.setAttribute("aria-hidden", "true");
  const heard = document.createElement("p");
  heard.className = "att-live";
  heard.setAttribute("aria-live", "polite");
  seen.textContent = heard.textContent = text;
  let timer;
  const say = (words) => {
    seen.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { heard.textContent = words; }, QUIET_MS);
  };
  return { seen, heard, say, stop: () => clearTimeout(timer) };
}

function render({ model, el }) {
  const figure = buildFigure(model.get("labels"));
  const words = buildWords(describe(compute(model)));
  const draw = () => {
    const state = compute(model);
    updateFigure(figure, state);
    words.say(describe(state));
  };
  updateFigure(figure, compute(model));
  el.append(figure.frame, buildButtons(model), words.seen, words.heard);
  const events = Object.keys(model.get("start")).map((name) => `change:${name}`);
  for (const event of events) model.on(event, draw);
  return () => {
    for (const event of events) model.off(event, draw);
    words.stop();
  };
}

export default { render };
