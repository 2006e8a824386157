// Follows explorer.js. The drawing of the query explorer: queries among keys in one
// plane, what they bring back among the values in another, and all numbers in a table.
//
// Marks and words stand at percentages of a plane, lines in its own coordinates: both
// follow its width, and no mark or type changes its size.

const LIMIT = 4; // of a coordinate
const EDGE = 4.75; // of a plane: a name has room beyond a point at the limit
const THICKEST = 14; // pixels of the line to a value that has all the weight
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const mixture = (weights, points) => [0, 1].map((axis) => weights.reduce((sum, w, j) => sum + w * points[j][axis], 0));

function compute(model) {
  const [labels, active, queries, keys] = ["labels", "active", "queries", "key_points"].map((name) => model.get(name));
  const values = model.get(model.get("values_are_keys") ? "key_points" : "value_points");
  const scores = queries.map((q) => keys.map((k) => dot(q, k))); // (q, k)
  const weights = scores.map((row) => softmax(row, model.get("temperature"))); // (q, k)
  const contexts = weights.map((row) => mixture(row, values)); // (q, 2)
  return { labels, active, queries, keys, values, scores, weights, contexts };
}

// ---- numbers as text -------------------------------------------------------------

const at = (point) => `(${point.map((c) => minus(String(+c.toFixed(2)))).join(", ")})`;
const placed = (names, points) => names.map((name, i) => `${name} at ${at(points[i])}`).join(", ");
const shorten = (name) => (name.length > 10 ? `${name.slice(0, 9)}…` : name);
const quoted = (name) => (/^k\d$/.test(name) ? name : `“${name}”`); // a token wants them, k1 does not

function describe({ labels, active, queries, keys, weights, contexts }) {
  const [query, row, i] = [queries[active], weights[active], active + 1];
  const top = Math.max(...row);
  const winners = labels.filter((_, j) => top - row[j] < 1e-9).map(quoted);
  const away = keys.map((key) => distance(key, query));
  const nearest = quoted(labels[away.indexOf(Math.min(...away))]);
  let who = winners[0];
  if (winners.length > 1) who = `each of ${winners.slice(0, -1).join(", ")} and ${winners.at(-1)}`;
  if (winners.length === labels.length) who = `each of the ${labels.length} keys`;
  let but = winners.includes(nearest) ? "" : `, although ${nearest} is nearer`;
  if (!query.some(Boolean)) but = ": at (0, 0) every score is 0";
  return `q${i} gives ${percent(top)} to ${who}${but}. Its context c${i} is ${at(contexts[active])}.`;
}

// ---- parts of a plane ------------------------------------------------------------

const SHAPES = {
  query: ["circle", { r: 12 }],
  key: ["rect", { x: -6, y: -6, width: 12, height: 12 }],
  value: ["path", { d: "M0 -8 L7.5 5.5 H-7.5 Z" }],
  context: ["path", { d: "M0 -9 L9 0 L0 9 L-9 0 Z" }],
};
const addShape = (parent, kind) => add(parent, SHAPES[kind][0], { class: `qx-${kind}`, ...SHAPES[kind][1] });

function addIcon(parent, kind) {
  const half = kind === "query" ? 14 : 10;
  const viewBox = [-half, -half, 2 * half, 2 * half].join(" ");
  addShape(add(parent, "svg", { class: "qx-icon", viewBox, "aria-hidden": "true" }), kind);
}

// A nested svg is a coordinate system of its own: in pixels around a point of the plane.
const addSpot = (parent, kind) => add(parent, "svg", { class: `qx-spot qx-${kind}-spot` });

function put(spot, [x, y]) {
  spot.setAttribute("x", `${50 + (50 * x) / EDGE}%`);
  spot.setAttribute("y", `${50 - (50 * y) / EDGE}%`);
}

// Names stand beyond their points, seen from 0, or before them; never over the edge.
function putName(name, [x, y], beyond) {
  const side = Math.abs(x) < 3 ? "middle" : x < 0 ? "start" : "end";
  name.setAttribute("text-anchor", side);
  name.setAttribute("x", { middle: 0, start: -8, end: 8 }[side]);
  name.setAttribute("y", y < 0 === beyond ? 23 : -13);
}

const addNamed = (scene, kind, names) => names.map((name) => {
  const spot = addSpot(scene, kind);
  addShape(spot, kind);
  return { spot, name: add(spot, "text", {}, shorten(name)) };
});

function putNamed(marks, points, beyond) {
  marks.forEach(({ spot, name }, i) => { put(spot, points[i]); putName(name, points[i], beyond); });
}

const line = (...points) => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;

function buildPlane(parent, kinds, names) {
  const panel = add(parent, "div", { class: `qx-${kinds[0]}-panel` });
  const head = add(panel, "div", { class: "qx-head" });
  for (const kind of kinds) { addIcon(head, kind); add(head, "span", {}, kind === "query" ? "queries" : `${kind}s`); }
  const svg = add(panel, "svg", { class: "qx-plane" });
  const scene = add(svg, "svg", { "aria-hidden": "true" }); // the plane's own name says it
  const ground = add(scene, "svg", { viewBox: [-EDGE, -EDGE, 2 * EDGE, 2 * EDGE].join(" ") });
  const drawn = add(ground, "g", { transform: "scale(1 -1)" }); // y grows upwards
  const grid = [-4, -3, -2, -1, 1, 2, 3, 4].map((c) => `M${c} -4V4M-4 ${c}H4`).join("");
  add(drawn, "path", { class: "qx-grid", d: grid });
  add(drawn, "path", { class: "qx-axis", d: "M-4 0H4M0 -4V4" });
  for (const point of [-4, -2, 2, 4].flatMap((c) => [[c, 0], [0, c]])) {
    const spot = addSpot(scene, "tick");
    put(spot, point);
    add(spot, "text", { x: -4, y: 14, "text-anchor": "end" }, minus(String(point[0] || point[1])));
  }
  const lines = Object.fromEntries(names.map((name) => [name, add(drawn, "path", { class: `qx-${name}` })]));
  return { head, svg, scene, lines };
}

// ---- the plane of queries and keys -----------------------------------------------

function buildQueries(parent, { labels, keys, queries }) {
  const plane = buildPlane(parent, ["query", "key"], ["below", "zero", "ray", "drops", "stem", "feet"]);
  plane.svg.setAttribute("role", "group");
  plane.svg.setAttribute("aria-label", `Plane of queries and keys. Keys: ${placed(labels, keys)}`);
  plane.note = addSpot(plane.scene, "note");
  add(plane.note, "text", {}, "score 0");
  putNamed(addNamed(plane.scene, "key", labels), keys, true);
  plane.handles = queries.map((_, i) => buildHandle(plane.svg, `q${i + 1}`));
  return plane;
}

function buildHandle(svg, name) {
  const spot = addSpot(svg, "query");
  const range = { role: "slider", "aria-valuemin": -LIMIT, "aria-valuemax": LIMIT };
  const named = { "aria-label": `query ${name}`, "aria-roledescription": "movable point" };
  const handle = add(spot, "g", { class: "qx-handle", tabindex: 0, ...range, ...named });
  add(handle, "circle", { class: "qx-touch", r: 22 }); // as wide as a fingertip
  addShape(handle, "query");
  add(handle, "text", { y: 4.5, "text-anchor": "middle" }, name);
  return { spot, handle };
}

// A score is the query's length times the place of the key's foot on the query's line.
function updateQueries({ svg, lines, note, handles }, { active, queries, keys }) {
  const [a, b] = queries[active];
  const length = Math.hypot(a, b);
  svg.classList.toggle("qx-no-direction", length === 0);
  if (length > 0) {
    const point = (along, across) => [(a * along - b * across) / length, (b * along + a * across) / length];
    const feet = keys.map((key) => point(dot([a, b], key) / length, 0));
    const reach = (4.3 * length) / Math.max(Math.abs(a), Math.abs(b));
    const room = (end) => Math.min(...keys.map((key) => distance(key, end)));
    const name = [point(0, reach), point(0, -reach)].reduce((one, other) => (room(other) > room(one) ? other : one));
    lines.below.setAttribute("d", line(point(0, 9), point(0, -9), point(-9, -9), point(-9, 9)));
    lines.zero.setAttribute("d", line(point(0, 9), point(0, -9)));
    lines.ray.setAttribute("d", line(point(-9, 0), point(9, 0)));
    lines.drops.setAttribute("d", keys.map((key, j) => line(key, feet[j])).join(""));
    lines.feet.setAttribute("d", feet.map((foot) => `${line(foot)}h0`).join(""));
    lines.stem.setAttribute("d", line([0, 0], [a, b]));
    put(note, name);
    putName(note.firstChild, name, false);
  }
  handles.forEach(({ spot, handle }, i) => {
    put(spot, queries[i]);
    handle.classList.toggle("qx-active", i === active);
    handle.setAttribute("aria-valuenow", queries[i][0]);
    handle.setAttribute("aria-valuetext", `x ${fixed(queries[i][0], 1)}, y ${fixed(queries[i][1], 1)}`);
  });
}

// ---- the plane of values and contexts --------------------------------------------

const contextNames = (queries) => queries.map((_, i) => `c${i + 1}`);

function buildValues(parent, { labels, queries }) {
  const plane = buildPlane(parent, ["value", "context"], ["hull", ...labels.map((_, j) => `share qx-share-${j}`)]);
  plane.svg.setAttribute("role", "img");
  plane.reset = add(plane.head, "button", { type: "button" }, "reset");
  plane.values = addNamed(plane.scene, "value", labels);
  plane.contexts = addNamed(plane.scene, "context", contextNames(queries));
  return plane;
}

// The smallest convex shape around points: every mixture of them lies in it.
function hullOf(points) {
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (sorted) => sorted.reduce((chain, p) => {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), p) <= 0) chain.pop();
    return [...chain, p];
  }, []);
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...half(sorted), ...half(sorted.reverse())];
}

function updateValues(plane, { labels, active, values, weights, contexts }) {
  const names = `Values: ${placed(labels, values)}. Contexts: ${placed(contextNames(contexts), contexts)}`;
  plane.svg.setAttribute("aria-label", `Plane of values and contexts. ${names}`);
  const [hull, ...shares] = Object.values(plane.lines);
  hull.setAttribute("d", line(...hullOf(values)));
  shares.forEach((share, j) => {
    share.setAttribute("d", line(contexts[active], values[j]));
    share.setAttribute("stroke-width", THICKEST * weights[active][j]);
  });
  putNamed(plane.values, values, true);
  putNamed(plane.contexts, contexts, false); // clear of the names of values
  plane.contexts.forEach(({ spot }, i) => spot.classList.toggle("qx-active", i === active));
}

// ---- the table: rows are queries, columns are keys -------------------------------

function addHead(row, scope, kind, name, place) {
  const th = add(row, "th", { scope });
  addIcon(th, kind);
  add(th, "span", {}, name);
  return add(th, "small", {}, place);
}

function buildTable(parent, { labels, keys, queries }) {
  const table = add(parent, "table", { class: "qx-table" });
  add(table, "caption", {}, "score, and weight (each row sums to 100 %)");
  const heads = add(add(table, "thead"), "tr");
  add(heads, "td");
  labels.forEach((name, j) => addHead(heads, "col", "key", shorten(name), at(keys[j])));
  addHead(heads, "col", "context", "context");
  const body = add(table, "tbody");
  return queries.map((_, i) => {
    const row = add(body, "tr");
    const place = addHead(row, "row", "query", `q${i + 1}`);
    const cells = labels.map(() => add(row, "td", { class: "qx-cell" }));
    const numbers = cells.map((cell) => ({ cell, score: add(cell, "small"), weight: add(cell, "b") }));
    return { row, place, numbers, context: add(row, "td") };
  });
}

function updateTable(rows, { active, queries, scores, weights, contexts }) {
  rows.forEach(({ row, place, numbers, context }, i) => {
    row.classList.toggle("qx-active", i === active);
    place.textContent = at(queries[i]);
    context.textContent = at(contexts[i]);
    Object.assign(row.dataset, { scores: scores[i], weights: weights[i], context: contexts[i] });
    numbers.forEach(({ cell, score, weight }, j) => {
      score.textContent = fixed(scores[i][j], 2);
      weight.textContent = percent(weights[i][j]);
      cell.style.background = cividis(weights[i][j]);
      cell.classList.toggle("qx-bright", weights[i][j] > BRIGHT);
    });
  });
}

// ---- words and movement ----------------------------------------------------------

function listen(svg, handle, { take, move, place }) {
  let grip; // where the hand and the query were when they met
  const hand = ({ clientX, clientY }) => [clientX, -clientY];
  handle.addEventListener("focus", take);
  // Within a drawing, touch-action alone does not keep the page from scrolling.
  handle.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    take(); // a touch need not bring the focus
    handle.setPointerCapture(event.pointerId);
    grip = { hand: hand(event), query: place() };
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const unit = svg.getBoundingClientRect().width / (2 * EDGE);
    move(hand(event).map((c, axis) => grip.query[axis] + (c - grip.hand[axis]) / unit));
  });
  handle.addEventListener("keydown", (event) => {
    if (!(event.key in ARROWS) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault(); // or the page scrolls
    const by = event.shiftKey ? 0.5 : 0.1;
    move(place().map((c, axis) => c + by * ARROWS[event.key][axis]));
  });
}

// The sliders hold x and y of the active query: when either side moves, the other follows.
function react(model) {
  const set = (values) => { Object.entries(values).forEach(([name, value]) => model.set(name, value)); model.save_changes(); };
  const place = (i = model.get("active")) => model.get("queries")[i];
  const moved = (i, point) => ({ queries: model.get("queries").map((q, n) => (n === i ? point : q)) });
  const follow = () => set({ x: place()[0], y: place()[1] });
  const lead = (axis) => () => {
    const point = place().map((c, n) => (n === axis ? model.get("xy"[axis]) : c));
    if (point[axis] !== place()[axis]) set(moved(model.get("active"), point));
  };
  const tenth = (c) => Math.min(LIMIT, Math.max(-LIMIT, Math.round(10 * c) / 10)) + 0; // + 0: no −0
  const grips = model.get("queries").map((_, i) => ({
    take: () => set({ active: i }),
    move: (point) => set(moved(i, point.map(tenth))),
    place: () => place(i),
  }));
  return { grips, reset: () => set(model.get("start")), reactions: [["queries", follow], ["active", follow], ["x", lead(0)], ["y", lead(1)]] };
}

function render({ model, el }) {
  const state = compute(model);
  const [queries, values] = [buildQueries(el, state), buildValues(el, state)];
  const table = buildTable(el, state);
  const words = buildWords(el, describe(state), "qx");
  const draw = () => {
    const now = compute(model);
    updateQueries(queries, now);
    updateValues(values, now);
    updateTable(table, now);
    words.say(describe(now));
  };
  const { grips, reset, reactions } = react(model);
  queries.handles.forEach(({ handle }, i) => listen(queries.svg, handle, grips[i]));
  values.reset.addEventListener("click", reset);
  const drawn = ["queries", "active", "temperature", "values_are_keys"].map((name) => [name, draw]);
  for (const [name, call] of [...reactions, ...drawn]) model.on(`change:${name}`, call);
  draw();
  return () => {
    for (const [name, call] of [...reactions, ...drawn]) model.off(`change:${name}`, call);
    words.stop();
  };
}

export default { render };
