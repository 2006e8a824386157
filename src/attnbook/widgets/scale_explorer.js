// Follows explorer.js. The drawing of the scale explorer: the scores of eight keys on a
// line, their weights as bars, and the slope of the largest weight for every d_k.
//
// Lengths along x are percentages and lengths along y are pixels, so that the drawing
// fits every width while its type keeps its size.

const HEAD = 26;
const ROW = 30;
const FOOT = 26;
const FAR = 120; // no stored score reaches it
const TICKS = [-100, -10, 0, 10, 100];
const PANELS = { scores: [12, 46], weights: [64, 36] }; // percent: where, how wide
const FULL_BAR = 64; // percent of its panel that a weight of 1 takes
const CURVE = { top: 12, floor: 128, height: 156, highest: 0.25 };

// ---- numbers ---------------------------------------------------------------------

// What each doubling adds to a score, in hundredths, becomes the score at each d_k.
function readScores(model) {
  const parts = model.get("parts").split(" ").map(Number);
  const [keys, sizes] = [model.get("n_keys"), 11];
  return range(parts.length / keys / sizes).map((draw) => range(keys).map((key) => {
    let total = 0;
    return range(sizes).map((e) => (total += parts[(draw * keys + key) * sizes + e]) / 100);
  }));
}

const scoresAt = (scores, e, divided) => scores.map((keys) => keys.map((all) => all[e] / (divided ? Math.sqrt(2 ** e) : 1)));

function slopeOf(weights) {
  const top = Math.max(...weights);
  return top * (1 - top);
}

function median(numbers) {
  const [sorted, half] = [[...numbers].sort((a, b) => a - b), numbers.length / 2];
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

function spreadOf(numbers) {
  const mean = sum(numbers) / numbers.length;
  return Math.sqrt(sum(numbers.map((x) => (x - mean) ** 2)) / numbers.length);
}

function compute(model, { stored }) {
  const [e, divided, draw] = [Math.round(Math.log2(model.get("d_k"))), model.get("divided"), model.get("draw")];
  const all = scoresAt(stored, e, divided); // (draws, k)
  const weights = softmax(all[draw - 1]);
  const slopes = all.map((scores) => slopeOf(softmax(scores)));
  return { e, divided, draw, scores: all[draw - 1], spread: spreadOf(all.flat()), weights, bits: entropyInBits(weights), slope: slopeOf(weights), slopes, typical: median(slopes) };
}

// ---- words -----------------------------------------------------------------------

const small = (x) => (x < 0.001 ? "below 0.001" : x.toFixed(3));

function describe({ e, divided, draw, spread, weights, bits, slope, typical }) {
  const d = 2 ** e;
  const root = String(+Math.sqrt(d).toPrecision(3));
  const how = divided ? `divided by √${d} = ${root}, scores spread by ${spread.toFixed(2)}` : `scores spread by ${spread.toFixed(2)}, near √${d} = ${root}`;
  const top = Math.max(...weights);
  return `With d_k = ${d}, ${how}. In draw ${draw} key ${weights.indexOf(top) + 1} gets ${percent(top)} of the weight (entropy ${bits.toFixed(2)} bits), and the slope of that weight is ${small(slope)}. The typical slope of 40 draws is ${small(typical)}.`;
}

// ---- drawing ---------------------------------------------------------------------

const scoreX = (score) => 50 + (50 * Math.asinh(score)) / Math.asinh(FAR);
const curveX = (e) => `${10 * e}%`;
const curveY = (slope) => CURVE.floor - (slope / CURVE.highest) * (CURVE.floor - CURVE.top);

// A nested svg is a coordinate system of its own: percentages inside refer to it.
function addPanel(svg, [x, width], heading, place) {
  const panel = add(svg, "svg", { x: `${x}%`, width: `${width}%` });
  add(panel, "text", { class: "ex-tick", y: 15, ...place }, heading);
  return panel;
}

function addRow(svg, { scores, weights }, i) {
  const middle = HEAD + (i + 0.5) * ROW;
  add(svg, "rect", { class: "sx-key", x: 0, y: middle - 4.5, width: 9, height: 9 });
  add(svg, "text", { x: 15, y: middle + 5 }, `k${i + 1}`);
  return {
    stem: add(scores, "line", { class: "sx-stem", x1: "50%", y1: middle, y2: middle }),
    square: add(scores, "rect", { class: "sx-key", y: middle - 4.5, width: 9, height: 9, transform: "translate(-4.5 0)" }),
    score: add(scores, "text", { class: "sx-score", x: "50%", y: middle + 5 }),
    bar: add(weights, "rect", { class: "sx-bar", x: 0, y: middle - 9, height: 18 }),
    weight: add(weights, "text", { x: "100%", y: middle + 5, "text-anchor": "end" }),
  };
}

function buildRows(parent, n) {
  const floor = HEAD + n * ROW;
  const svg = add(parent, "svg", { class: "ex-drawing sx-rows", height: floor + FOOT, role: "img" });
  const panels = {
    scores: addPanel(svg, PANELS.scores, "score", { x: "50%", "text-anchor": "middle" }),
    weights: addPanel(svg, PANELS.weights, "weight", { x: 0 }),
  };
  const upright = { y1: HEAD, y2: floor };
  const band = add(panels.scores, "rect", { class: "sx-band", y: HEAD, height: n * ROW });
  for (const tick of TICKS) {
    const x = `${scoreX(tick)}%`;
    add(panels.scores, "line", { class: tick ? "ex-rule" : "ex-axis", x1: x, x2: x, ...upright });
    add(panels.scores, "text", { class: "ex-tick", x, y: floor + 17, "text-anchor": "middle" }, fixed(tick, 0));
  }
  add(panels.weights, "line", { class: "ex-axis", x1: 0, x2: 0, ...upright });
  return { svg, band, rows: range(n).map((i) => addRow(svg, panels, i)) };
}

// Its own height keeps the curve in pixels; its width is stretched, its lines are not.
function addCurve(svg, slopes, name) {
  const inner = add(svg, "svg", { width: "100%", height: CURVE.height, viewBox: `0 0 10 ${CURVE.height}`, preserveAspectRatio: "none" });
  const d = `M${slopes.map((slope, e) => `${e} ${curveY(slope).toFixed(2)}`).join("L")}`;
  const path = add(inner, "path", { class: `ex-curve sx-${name}`, d });
  path.dataset.slopes = slopes;
}

function buildCurve(parent, stored) {
  const frame = add(parent, "div", { class: "sx-curve" });
  add(frame, "p", { class: "ex-caption" }, "slope of the largest weight: a dot for each draw, lines for the typical draw, dashed if undivided");
  const svg = add(add(frame, "div", { class: "sx-frame" }), "svg", { class: "ex-drawing", height: CURVE.height, "aria-hidden": "true" });
  for (const slope of [0, 0.1, 0.2]) {
    add(svg, "line", { class: slope ? "ex-rule" : "ex-axis", x1: 0, x2: "100%", y1: curveY(slope), y2: curveY(slope) });
    add(svg, "text", { class: "ex-tick", x: -12, y: curveY(slope) + 4, "text-anchor": "end" }, slope);
  }
  for (const e of [0, 2, 4, 6, 8, 10]) add(svg, "text", { class: "ex-tick", x: curveX(e), y: CURVE.floor + 20, "text-anchor": "middle" }, 2 ** e);
  const line = add(svg, "line", { class: "sx-line", y1: 0, y2: CURVE.floor });
  for (const [name, divided] of [["undivided", false], ["divided", true]]) {
    addCurve(svg, range(11).map((e) => median(scoresAt(stored, e, divided).map((s) => slopeOf(softmax(s))))), name);
  }
  const dots = stored.map(() => add(svg, "circle", { class: "sx-dot", r: 3 }));
  return { line, dots, now: add(svg, "circle", { class: "sx-now", r: 6 }) };
}

function build(parent, model) {
  const stored = readScores(model);
  add(parent, "p", { class: "ex-caption sx-caption" }, "one query and eight keys; the band is the spread of the scores of all 40 draws");
  return { stored, ...buildRows(parent, model.get("n_keys")), ...buildCurve(parent, stored) };
}

function updateRow({ stem, square, score, bar, weight }, s, w) {
  const x = `${scoreX(s)}%`;
  stem.setAttribute("x2", x);
  square.setAttribute("x", x);
  // The number keeps to the empty side of the axis.
  set(score, { dx: s < 0 ? 7 : -7, "text-anchor": s < 0 ? "start" : "end" });
  score.textContent = fixed(s, 1);
  bar.setAttribute("width", `${FULL_BAR * w}%`);
  weight.textContent = percent(w);
}

function update({ svg, band, rows, line, dots, now }, state) {
  const { e, draw, scores, spread, weights, slopes } = state;
  set(band, { x: `${scoreX(-spread)}%`, width: `${scoreX(spread) - scoreX(-spread)}%` });
  rows.forEach((row, i) => updateRow(row, scores[i], weights[i]));
  set(line, { x1: curveX(e), x2: curveX(e) });
  dots.forEach((circle, i) => set(circle, { cx: curveX(e), cy: curveY(slopes[i]) }));
  set(now, { cx: curveX(e), cy: curveY(slopes[draw - 1]) });
  svg.setAttribute("aria-label", `Bars of the weights: ${weights.map((w, i) => `key ${i + 1} ${percent(w)}`).join(", ")}`);
  for (const name of ["scores", "weights", "spread", "bits", "slope", "typical", "slopes"]) svg.dataset[name] = state[name];
}

export default { render: live({ build, compute, update, describe }) };
