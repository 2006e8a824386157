// The drawing of the bandwidth explorer: measured points, the curve of answers, a query
// to drag along the axis of the keys, and the weights of its keys as bars.
//
// Self-contained on purpose. The text of this file is stored in the notebook and loaded
// from a blob: URL, where a relative import has nothing to be relative to.
// Lengths along x are percentages and lengths along y are pixels, so that the drawing
// fits every width while its type keeps its size.

const SVG = "http://www.w3.org/2000/svg";
const TOP = 14; // of the points; pixels, as all heights here
const FLOOR = 236; // of the points
const RAIL = 278; // where the query moves
const BARS = 338; // the top of the highest bar
const GROUND = 408; // where bars stand
const HEIGHT = 424;
const CURVE_STEPS = 300;
const NOTHING = 0.005; // a sum of Gaussians that rounds to 0.00: no key is near
const QUIET_MS = 700; // a screen reader hears the result once the reader's hand rests
const ARROWS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

function lookUp(query, keys, values, temperature) {
  const scores = keys.map((k) => -((query - k) ** 2)); // minus the squared distance
  const top = Math.max(...scores); // far away all powers would be 0 without it
  const powers = scores.map((s) => Math.exp((s - top) / temperature));
  const total = sum(powers);
  const weights = powers.map((p) => p / total);
  const nearby = sum(scores.map((s) => Math.exp(s / temperature))); // undivided
  return { weights, nearby, answer: sum(weights.map((w, j) => w * values[j])) };
}

function compute(model) {
  const [keys, values, query, bandwidth] = ["key_points", "value_points", "query", "bandwidth"].map((name) => model.get(name));
  return { keys, values, query, bandwidth, ...lookUp(query, keys, values, 2 * bandwidth ** 2) };
}

function curveOf(model) {
  const [lowest, highest] = [model.get("lowest"), model.get("highest")];
  const places = Array.from({ length: CURVE_STEPS + 1 }, (_, i) => lowest + (i * (highest - lowest)) / CURVE_STEPS);
  const temperature = 2 * model.get("bandwidth") ** 2;
  return places.map((place) => lookUp(place, model.get("key_points"), model.get("value_points"), temperature).answer);
}

// ---- numbers as text -------------------------------------------------------------

const plain = (x) => String(+x.toPrecision(6)).replace("-", "−");
const short = (x) => String(+x.toPrecision(3)).replace("-", "−");

function digitsOf(values) {
  const range = Math.max(...values) - Math.min(...values) || 1;
  return Math.max(0, 2 - Math.floor(Math.log10(range)));
}

// The largest weight is never all: softmax gives every key something.
function percent(weight) {
  if (weight < 0.005) return "<1 %";
  if (weight > 0.995) return ">99 %";
  return `${(100 * weight).toFixed(0)} %`;
}

function winnersOf({ keys, weights }) {
  const top = Math.max(...weights);
  return keys.filter((_, j) => top - weights[j] < 1e-9 * top);
}

function describe(state, { keyName, digits }) {
  const winners = winnersOf(state).map(plain);
  let who = `${keyName} ${winners[0]}`;
  if (winners.length === 2) who = `each of ${winners.join(" and ")}`;
  if (winners.length > 2) who = `each of ${winners.length} keys`;
  const share = `The largest weight, ${percent(Math.max(...state.weights))}, goes to ${who}.`;
  const far = state.nearby < NOTHING ? "under 0.01: no key is near" : short(state.nearby);
  const h = `h = ${short(state.bandwidth)} is T = ${short(2 * state.bandwidth ** 2)}`;
  return `At ${plain(state.query)} the answer is ${state.answer.toFixed(digits).replace("-", "−")}; ${h}. ${share} The Gaussians add up to ${far}.`;
}

// ---- places ----------------------------------------------------------------------

function niceTicks(low, high, most) {
  const rough = (high - low) / most || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough * (1 - 1e-9));
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step);
}

function scalesOf(model) {
  const [lowest, highest] = [model.get("lowest"), model.get("highest")];
  const values = model.get("value_points");
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.06;
  const fraction = (key) => (key - lowest) / (highest - lowest);
  const x = (key) => `${100 * fraction(key)}%`;
  const y = (value) => FLOOR - ((value - low + room) / (high - low + 2 * room)) * (FLOOR - TOP);
  return { lowest, highest, low: low - room, high: high + room, fraction, x, y };
}

// ---- drawing ---------------------------------------------------------------------

function add(parent, tag, attributes = {}, text) {
  const inSvg = tag === "svg" || parent.namespaceURI === SVG;
  const node = document.createElementNS(inSvg ? SVG : parent.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  parent.append(node);
  return node;
}

const SHAPES = {
  value: ["path", { d: "M0 -5 L4.7 3.5 H-4.7 Z" }],
  key: ["rect", { x: -4, y: -4, width: 8, height: 8 }],
  answer: ["path", { d: "M0 -8 L8 0 L0 8 L-8 0 Z" }],
  curve: ["path", { d: "M-8 3 Q-3 -7 0 0 T8 -3" }],
};
const addShape = (parent, kind) => add(parent, SHAPES[kind][0], { class: `bw-${kind}`, ...SHAPES[kind][1] });

// A nested svg is a coordinate system of its own: in pixels around a point.
const addSpot = (parent, x, y, kind) => add(parent, "svg", { class: `bw-spot bw-${kind}-spot`, x, y });

function addLegend(parent, { keyName, valueName }) {
  const head = add(parent, "div", { class: "bw-head" });
  const names = { value: valueName, curve: "answers", answer: "at q", key: keyName };
  for (const [kind, name] of Object.entries(names)) {
    addShape(add(head, "svg", { class: "bw-icon", viewBox: "-9 -9 18 18", "aria-hidden": "true" }), kind);
    add(head, "span", {}, name);
  }
}

function addAxes(svg, scales) {
  for (const value of niceTicks(scales.low, scales.high, 5)) {
    const y = scales.y(value);
    add(svg, "line", { class: "bw-rule", x1: 0, x2: "100%", y1: y, y2: y });
    add(svg, "text", { class: "bw-tick", x: -8, y: y + 4, "text-anchor": "end" }, plain(value));
  }
  for (const key of niceTicks(scales.lowest, scales.highest, 8)) {
    const spot = addSpot(svg, scales.x(key), FLOOR, "tick");
    add(spot, "line", { class: "bw-axis", x1: 0, x2: 0, y1: 0, y2: 5 });
    add(spot, "text", { class: "bw-tick", y: 19, "text-anchor": "middle" }, plain(key));
  }
  for (const y of [FLOOR, GROUND]) add(svg, "line", { class: "bw-axis", x1: 0, x2: "100%", y1: y, y2: y });
}

function addKeys(svg, { keys, values }, scales) {
  const gap = Math.min(...keys.slice(1).map((k, j) => scales.fraction(k) - scales.fraction(keys[j])));
  const width = 100 * Math.min(0.02, 0.6 * gap);
  return keys.map((key, j) => {
    const x = `${100 * scales.fraction(key) - width / 2}%`;
    add(svg, "rect", { class: "bw-key", x, width: `${width}%`, y: GROUND + 2, height: 6 });
    const bar = add(svg, "rect", { class: "bw-bar", x, width: `${width}%` });
    const value = addShape(addSpot(svg, scales.x(key), scales.y(values[j]), "value"), "value");
    return { bar, value };
  });
}

// Its own height keeps the curve in pixels; its width is stretched, its lines are not.
function addCurve(svg) {
  const inner = add(svg, "svg", { width: "100%", height: HEIGHT, viewBox: `0 0 1 ${HEIGHT}`, preserveAspectRatio: "none" });
  return add(inner, "path", { class: "bw-curve" });
}

function addQuery(svg, keyName) {
  add(svg, "line", { class: "bw-rail", x1: 0, x2: "100%", y1: RAIL, y2: RAIL });
  const line = add(svg, "line", { class: "bw-line" });
  const answer = addSpot(svg, 0, 0, "answer");
  addShape(answer, "answer");
  const spot = addSpot(svg, 0, RAIL, "query");
  const handle = add(spot, "g", { class: "bw-handle", tabindex: 0, role: "slider", "aria-label": `query, a ${keyName}`, "aria-roledescription": "movable point" });
  add(handle, "circle", { class: "bw-touch", r: 22 }); // as wide as a fingertip
  add(handle, "circle", { class: "bw-query", r: 12 });
  add(handle, "text", { y: 4.5, "text-anchor": "middle" }, "q");
  return { line, answer, spot, handle };
}

function build(parent, model) {
  const state = compute(model);
  const names = { keyName: model.get("key_name"), valueName: model.get("value_name"), digits: digitsOf(state.values) };
  const scales = scalesOf(model);
  addLegend(parent, names);
  const frame = add(parent, "div", { class: "bw-figure" });
  const svg = add(frame, "svg", { class: "bw-drawing", height: HEIGHT, role: "group" });
  const scene = add(svg, "g", { "aria-hidden": "true" }); // the drawing's own name says it
  addAxes(scene, scales);
  const marks = addKeys(scene, state, scales);
  const curve = addCurve(scene);
  const largest = add(scene, "text", { class: "bw-heading", x: 0, y: BARS - 14 });
  return { names, scales, svg, marks, curve, largest, ...addQuery(svg, names.keyName) };
}

function updateCurve({ curve, scales }, answers) {
  const points = answers.map((answer, i) => `${i / CURVE_STEPS} ${scales.y(answer).toFixed(2)}`);
  curve.setAttribute("d", `M${points.join("L")}`);
  curve.dataset.answers = answers;
}

function updateQuery({ scales, line, answer, spot, handle, names }, state) {
  const [x, y] = [scales.x(state.query), scales.y(state.answer)];
  for (const [name, value] of Object.entries({ x1: x, x2: x, y1: RAIL, y2: y })) line.setAttribute(name, value);
  answer.setAttribute("x", x);
  answer.setAttribute("y", y);
  spot.setAttribute("x", x);
  handle.setAttribute("aria-valuemin", scales.lowest);
  handle.setAttribute("aria-valuemax", scales.highest);
  handle.setAttribute("aria-valuenow", state.query);
  handle.setAttribute("aria-valuetext", `${names.keyName} ${plain(state.query)}, answer ${state.answer.toFixed(names.digits)}`);
}

function update(figure, state) {
  const { svg, marks, largest, names } = figure;
  const top = Math.max(...state.weights);
  updateQuery(figure, state);
  largest.textContent = `weights, the highest bar is ${percent(top)}`;
  svg.setAttribute("aria-label", `Points of ${names.valueName} by ${names.keyName}. ${describe(state, names)}`);
  Object.assign(svg.dataset, { answer: state.answer, nearby: state.nearby, weights: state.weights });
  marks.forEach(({ bar, value }, j) => {
    const height = ((GROUND - BARS) * state.weights[j]) / top;
    bar.setAttribute("y", GROUND - height);
    bar.setAttribute("height", height);
    value.setAttribute("fill-opacity", state.weights[j] / top);
  });
}

// ---- controls and words ----------------------------------------------------------

function buildButtons(parent, model, set) {
  const group = add(parent, "div", { class: "bw-buttons" });
  const actions = {
    narrowest: () => set({ bandwidth: model.get("narrowest") }),
    widest: () => set({ bandwidth: model.get("widest") }),
    reset: () => set(model.get("start")),
  };
  for (const [name, act] of Object.entries(actions)) add(group, "button", { type: "button" }, name).addEventListener("click", act);
}

// The visible sentence follows every movement. A screen reader gets its own copy, which
// changes only after a rest: a slider in motion would flood it.
function buildWords(parent, text) {
  const seen = add(parent, "p", { class: "bw-words", "aria-hidden": "true" });
  const heard = add(parent, "p", { class: "bw-live", "aria-live": "polite" }, text);
  let timer;
  const stop = () => clearTimeout(timer);
  const say = (words) => {
    stop();
    seen.textContent = words;
    timer = setTimeout(() => { heard.textContent = words; }, QUIET_MS);
  };
  return { say, stop };
}

function listen({ svg, handle }, model, set) {
  const [lowest, highest, step] = ["lowest", "highest", "step"].map((name) => model.get(name));
  const move = (place) => {
    const onStep = lowest + Math.round((place - lowest) / step) * step;
    set({ query: Math.min(highest, Math.max(lowest, onStep)) });
  };
  let grip; // where the hand and the query were when they met
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    grip = { x: event.clientX, query: model.get("query") };
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const unit = svg.getBoundingClientRect().width / (highest - lowest);
    move(grip.query + (event.clientX - grip.x) / unit);
  });
  handle.addEventListener("keydown", (event) => {
    if (!(event.key in ARROWS) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault(); // or the page scrolls
    move(model.get("query") + ARROWS[event.key] * step * (event.shiftKey ? 10 : 1));
  });
}

// One knob with two scales: when either slider moves, the other follows.
function twins(model, set) {
  const differ = (a, b) => Math.abs(a - b) > 1e-9 * Math.abs(b);
  const follow = () => {
    const temperature = 2 * model.get("bandwidth") ** 2;
    if (differ(model.get("temperature"), temperature)) set({ temperature });
  };
  const lead = () => {
    const bandwidth = Math.sqrt(model.get("temperature") / 2);
    if (differ(model.get("bandwidth"), bandwidth)) set({ bandwidth });
  };
  return [["bandwidth", follow], ["temperature", lead]];
}

function render({ model, el }) {
  const set = (values) => { for (const [name, value] of Object.entries(values)) model.set(name, value); model.save_changes(); };
  const figure = build(el, model);
  buildButtons(el, model, set);
  const words = buildWords(el, describe(compute(model), figure.names));
  const drawCurve = () => updateCurve(figure, curveOf(model));
  const draw = () => {
    const state = compute(model);
    update(figure, state);
    words.say(describe(state, figure.names));
  };
  listen(figure, model, set);
  const reactions = [...twins(model, set), ["bandwidth", drawCurve], ["bandwidth", draw], ["query", draw]];
  for (const [name, call] of reactions) model.on(`change:${name}`, call);
  drawCurve();
  draw();
  return () => {
    for (const [name, call] of reactions) model.off(`change:${name}`, call);
    words.stop();
  };
}

export default { render };
