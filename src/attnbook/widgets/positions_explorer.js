// Follows explorer.js. The drawing of the positions explorer: a dial for each pair of
// features with the turned query and key as hands, the score for every offset, and
// stripes that are the sinusoidal vectors of all places.

const RADIUS = 1.3; // from the middle of a dial to its edge; a hand is 1 long
const CURVE = { top: 8, floor: 128, height: 152 };
const STRIPE = 10; // pixels, the height of one feature

// ---- numbers ---------------------------------------------------------------------

const pairsOf = (vector) => range(vector.length / 2).map((c) => vector.slice(2 * c, 2 * c + 2));
const speedsOf = (base, d) => range(d / 2).map((c) => base ** ((-2 * c) / d)); // radians a place

function turn([x, y], angle) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

const rotary = (vector, place, speeds) => pairsOf(vector).map((pair, c) => turn(pair, place * speeds[c]));
const productsOf = (some, others) => some.map((pair, c) => dot(pair, others[c]));
const sinusoidal = (place, speeds) => speeds.flatMap((speed) => [Math.sin(place * speed), Math.cos(place * speed)]);

function compute(model) {
  const [q, choices, place, offset, base, farthest] = ["query", "key_choices", "place", "offset", "base", "farthest"].map((name) => model.get(name));
  const k = choices[model.get("tuned") ? 1 : 0];
  const speeds = speedsOf(base, q.length);
  const [hands, keyHands] = [rotary(q, place, speeds), rotary(k, place + offset, speeds)];
  const offsets = range(2 * farthest + 1).map((i) => i - farthest);
  const waves = sinusoidal(place, speeds);
  return {
    place, offset, base, speeds, hands, keyHands,
    products: productsOf(hands, keyHands),
    score: sum(productsOf(hands, keyHands)),
    scores: offsets.map((t) => sum(productsOf(hands, rotary(k, place + t, speeds)))),
    waves: offsets.map((t) => dot(waves, sinusoidal(place + t, speeds))),
  };
}

// ---- words -----------------------------------------------------------------------

const places = (speed) => String(+((2 * Math.PI) / speed).toPrecision(2)).replace(/\B(?=(\d{3})+$)/g, ",");

function describe({ place, offset, speeds, score, scores }) {
  const best = scores.indexOf(Math.max(...scores)) - (scores.length - 1) / 2;
  return `Query at ${place}, key at ${place + offset}, offset ${fixed(offset, 0)}: the rotary score is ${fixed(score, 2)}. It is highest at an offset of ${fixed(best, 0)}, wherever the query stands. The fastest hand goes round in ${places(speeds[0])} places, the slowest in ${places(speeds.at(-1))}.`;
}

// ---- drawing ---------------------------------------------------------------------

function buildHand(svg, kind) {
  const hand = add(svg, "g", { class: `px-${kind}` });
  add(hand, "path", { d: "M0 0H1" });
  if (kind === "query") add(hand, "circle", { cx: 1, r: 0.13 });
  else add(hand, "rect", { x: 0.88, y: -0.12, width: 0.24, height: 0.24 });
  return hand;
}

function buildDial(parent, i) {
  const dial = add(parent, "div", { class: "px-dial" });
  add(dial, "div", {}, `pair ${i + 1}`);
  const size = 2 * RADIUS;
  const svg = add(dial, "svg", { class: "ex-drawing", viewBox: `${-RADIUS} ${-RADIUS} ${size} ${size}` });
  add(svg, "circle", { class: "px-face", r: 1 });
  const arc = add(svg, "path", { class: "px-arc" });
  const [key, query] = [buildHand(svg, "key"), buildHand(svg, "query")];
  return { arc, query, key, product: add(dial, "div") };
}

const curveX = (offset, farthest) => `${(50 * (offset + farthest)) / farthest}%`;
const curveY = (score, most) => (CURVE.floor + CURVE.top) / 2 - (score / most) * ((CURVE.floor - CURVE.top) / 2);

// Its own height keeps the curve in pixels; its width is stretched, its lines are not.
function addPath(svg, farthest, name) {
  const inner = add(svg, "svg", { width: "100%", height: CURVE.height, viewBox: `0 0 ${2 * farthest} ${CURVE.height}`, preserveAspectRatio: "none" });
  return add(inner, "path", { class: `ex-curve px-${name}` });
}

function buildCurve(parent, farthest, most) {
  const frame = add(parent, "div", { class: "px-curve" });
  add(frame, "p", { class: "ex-caption" }, "score for every offset; dashed: product of two sinusoidal vectors");
  const svg = add(add(frame, "div", { class: "px-frame" }), "svg", { class: "ex-drawing", height: CURVE.height });
  for (const score of [-most, 0, most]) {
    const y = curveY(score, most);
    add(svg, "line", { class: score ? "ex-rule" : "ex-axis", x1: 0, x2: "100%", y1: y, y2: y });
    add(svg, "text", { class: "ex-tick", x: -8, y: y + 4, "text-anchor": "end" }, fixed(score, 0));
  }
  for (const t of [-farthest, -farthest / 2, 0, farthest / 2, farthest]) {
    add(svg, "line", { class: "ex-rule", x1: curveX(t, farthest), x2: curveX(t, farthest), y1: CURVE.top, y2: CURVE.floor });
    add(svg, "text", { class: "ex-tick", x: curveX(t, farthest), y: CURVE.floor + 18, "text-anchor": "middle" }, fixed(t, 0));
  }
  const waves = addPath(svg, farthest, "waves");
  return { waves, scores: addPath(svg, farthest, "scores"), now: add(svg, "circle", { class: "px-now", r: 6 }) };
}

function buildStripes(parent, last, d) {
  const frame = add(parent, "div", { class: "px-stripes" });
  add(frame, "p", { class: "ex-caption" }, `sinusoidal vectors of the places 0 to ${last}, a row for each feature; the strongest ink is 1`);
  const height = d * STRIPE;
  const svg = add(add(frame, "div", { class: "px-frame" }), "svg", { class: "ex-drawing", height: height + 14 });
  const inner = add(svg, "svg", { width: "100%", height, viewBox: `0 0 ${last + 1} ${height}`, preserveAspectRatio: "none" });
  const cells = range(last + 1).map((place) => range(d).map((i) => add(inner, "rect", { class: "px-cell", x: place, y: i * STRIPE, width: 1.02, height: STRIPE })));
  const x = (place) => `${(100 * (place + 0.5)) / (last + 1)}%`;
  const query = add(svg, "circle", { class: "px-query-mark", cy: height + 8, r: 5 });
  const key = add(svg, "rect", { class: "px-key-mark", y: height + 3.5, width: 9, height: 9, transform: "translate(-4.5 0)" });
  return { cells, x, query, key };
}

function build(parent, model) {
  const [d, farthest] = [model.get("query").length, model.get("farthest")];
  add(parent, "p", { class: "ex-caption px-caption" }, "each pair of features is a dial: round tip query, square tip key, and their product");
  const dials = add(parent, "div", { class: "px-dials", role: "img" });
  return {
    frame: dials,
    most: d / 2,
    farthest,
    dials: range(d / 2).map((i) => buildDial(dials, i)),
    curve: buildCurve(parent, farthest, d / 2),
    stripes: buildStripes(parent, model.get("last"), d),
  };
}

const degrees = ([x, y]) => (-180 / Math.PI) * Math.atan2(y, x); // the page counts clockwise

// The shorter way from one hand to the other.
function arcOf([a, b], [x, y]) {
  const r = 0.5;
  const sweep = a * y - b * x < 0 ? 1 : 0;
  return `M${r * a} ${-r * b}A${r} ${r} 0 0 ${sweep} ${r * x} ${-r * y}`;
}

function updateStripes({ cells, x, query, key, speeds }, state) {
  query.setAttribute("cx", x(state.place));
  key.setAttribute("x", x(state.place + state.offset));
  if (String(speeds) === String(state.speeds)) return; // stripes change with the base alone
  cells.forEach((column, place) => sinusoidal(place, state.speeds).forEach((wave, i) => column[i].setAttribute("fill-opacity", ((1 + wave) / 2).toFixed(3))));
}

function update({ frame, most, farthest, dials, curve, stripes }, state) {
  dials.forEach(({ arc, query, key, product }, c) => {
    query.setAttribute("transform", `rotate(${degrees(state.hands[c])})`);
    key.setAttribute("transform", `rotate(${degrees(state.keyHands[c])})`);
    arc.setAttribute("d", arcOf(state.hands[c], state.keyHands[c]));
    product.textContent = fixed(state.products[c], 2);
  });
  for (const name of ["scores", "waves"]) {
    curve[name].setAttribute("d", `M${state[name].map((score, i) => `${i} ${curveY(score, most).toFixed(2)}`).join("L")}`);
  }
  set(curve.now, { cx: curveX(state.offset, farthest), cy: curveY(state.score, most) });
  updateStripes(stripes, state);
  stripes.speeds = state.speeds;
  frame.setAttribute("aria-label", `Products of the pairs: ${state.products.map((p) => fixed(p, 2)).join(", ")}`);
  Object.assign(frame.dataset, { score: state.score, products: state.products, scores: state.scores, waves: state.waves, hands: state.hands, keyHands: state.keyHands });
}

export default { render: live({ build, compute, update, describe }) };
