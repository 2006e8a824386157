// Follows explorer.js. The drawing of the heads explorer: a small table of weights for
// each head, and a plane in which every head of one person is an arrow.

const ERRANDS = ["today", "tomorrow"];
const MOST = 8; // heads, each with a place of its own from the start
const REACH = 5.4; // from the middle of the plane to its edge
const ARROW = 2.9; // as long as a need is far from the middle, but for the mark there

// ---- numbers ---------------------------------------------------------------------

// A head is a stretch of features: the first half of all is about today.
function errandsOf(head, n) {
  return n === 1 ? [0, 1] : [head < n / 2 ? 0 : 1];
}

function compute(model) {
  const [names, queries, keys, axes, helpers, query] = ["names", "queries", "key_rows", "axes", "helpers", "query"].map((name) => model.get(name));
  const n = Math.round(model.get("n_heads"));
  const d = axes.length / n;
  const cut = (rows, h) => rows.map((row) => row.slice(h * d, (h + 1) * d));
  const heads = range(n).map((h) => {
    const [q, k] = [cut(queries, h), cut(keys, h)];
    const weights = q.map((one) => softmax(k.map((other) => dot(one, other) / Math.sqrt(d)))); // (q, k)
    const arrow = [0, 1].map((axis) => dot(q[query], axes.slice(h * d, (h + 1) * d).map((a) => a[axis]))); // scores are its products with what all know
    return { errands: errandsOf(h, n), weights, arrow };
  });
  const right = ERRANDS.map((_, e) => names.map((_, i) => { // of the weight that looks for a helper, what finds him
    const looks = heads.filter(({ errands }) => errands.includes(e)).map(({ weights }) => weights[i][helpers[i][e]]);
    return sum(looks) / looks.length;
  }));
  return { names, helpers, query, n, d, heads, right };
}

// ---- words -----------------------------------------------------------------------

const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

function describe({ names, helpers, query, n, d, right }) {
  const found = ERRANDS.map((errand, e) => `${names[helpers[query][e]]} for ${errand} with ${percent(right[e][query])}`);
  const each = n > 2 ? `, each the mean of ${n / 2} heads` : "";
  const all = sum(right.flat()) / right.flat().length;
  const who = `${names[query]} finds ${found.join(" and ")} of the weight${each}`;
  return `${plural(n, "head")} of ${plural(d, "feature")}: ${who}; the mean over all people is ${percent(all)}. The layer has ${n * names.length ** 2} weights and ${4 * (n * d) ** 2} parameters.`;
}

// The first key of a row, or how many share the first place.
function first(names, row) {
  const top = Math.max(...row);
  const winners = names.filter((_, j) => top - row[j] < 1e-9);
  return `${winners.length === 1 ? winners[0] : winners.length} ${winners.length === 1 ? "" : "at "}${percent(top)}`;
}

// ---- drawing ---------------------------------------------------------------------

function buildPlane(parent, names, knows) {
  const size = 2 * REACH;
  const svg = add(parent, "svg", { class: "ex-drawing hx-plane", viewBox: `${-REACH} ${-REACH} ${size} ${size}`, "aria-hidden": "true" });
  add(svg, "path", { class: "ex-rule", d: `M${-REACH} 0H${REACH}M0 ${-REACH}V${REACH}` });
  const arrows = range(MOST).map(() => add(svg, "g", { class: "hx-arrow" }));
  for (const arrow of arrows) {
    add(arrow, "path", { d: `M0 0H${ARROW - 0.5}` });
    add(arrow, "path", { class: "hx-tip", d: `M${ARROW} 0l-0.75 -0.32v0.64z` });
  }
  const marks = names.map((name, i) => {
    const [x, y] = [1.18 * knows[i][0], -1.18 * knows[i][1]];
    const mark = add(svg, "g", { transform: `translate(${x} ${y})` });
    add(mark, "rect", { class: "hx-key", x: -0.24, y: -0.24, width: 0.48, height: 0.48 });
    add(mark, "text", { y: y > 0.1 ? 1.05 : -0.5, "text-anchor": "middle" }, name);
    return mark;
  });
  return { arrows, marks };
}

function buildMap(parent, names) {
  const slot = add(parent, "div", { class: "hx-slot" });
  const title = add(slot, "div", { class: "hx-title" });
  const map = add(slot, "div", { class: "hx-map", role: "img" });
  const heads = add(map, "div", { class: "hx-row hx-names" });
  for (const name of ["", ...names]) add(heads, "span", {}, name[0]);
  const rows = names.map((name) => {
    const row = add(map, "div", { class: "hx-row" });
    add(row, "span", {}, name[0]);
    return { row, cells: names.map(() => add(row, "i")) };
  });
  return { slot, title, map, rows, result: add(slot, "div", { class: "hx-result" }) };
}

function build(parent, model) {
  const names = model.get("names");
  add(parent, "p", { class: "ex-caption" }, "arrow: where a head looks (dashed: tomorrow); table: rows look at columns, bright = much weight, dot = right helper; below: whom the chosen row prefers");
  const plane = buildPlane(parent, names, model.get("knows"));
  const maps = add(parent, "div", { class: "hx-maps" });
  return { ...plane, maps: range(MOST).map(() => buildMap(maps, names)) };
}

function updateMap({ slot, title, map, rows, result }, head, h, { names, helpers, query }) {
  slot.classList.toggle("hx-empty", !head);
  if (!head) return;
  title.textContent = `${h + 1} ${head.errands.length > 1 ? "both" : ERRANDS[head.errands[0]]}`;
  result.textContent = first(names, head.weights[query]);
  map.setAttribute("aria-label", `head ${h + 1}, weights of ${names[query]}: ${names.map((name, j) => `${name} ${percent(head.weights[query][j])}`).join(", ")}`);
  rows.forEach(({ row, cells }, i) => {
    row.classList.toggle("hx-chosen", i === query);
    row.dataset.weights = head.weights[i];
    cells.forEach((cell, j) => {
      cell.style.backgroundColor = cividis(head.weights[i][j]);
      cell.classList.toggle("hx-bright", head.weights[i][j] > BRIGHT);
      cell.classList.toggle("hx-wanted", head.errands.some((e) => helpers[i][e] === j));
    });
  });
}

function updateArrow(arrow, head) {
  const length = head ? Math.hypot(...head.arrow) : 0;
  arrow.classList.toggle("hx-empty", length < 1e-9); // a head that looks nowhere
  if (length < 1e-9) return;
  arrow.classList.toggle("hx-second", head.errands[0] === 1);
  arrow.setAttribute("transform", `rotate(${(-180 / Math.PI) * Math.atan2(head.arrow[1], head.arrow[0])})`);
}

function update({ arrows, marks, maps }, state) {
  maps.forEach((map, h) => updateMap(map, state.heads[h], h, state));
  arrows.forEach((arrow, h) => updateArrow(arrow, state.heads[h]));
  marks.forEach((mark, i) => mark.classList.toggle("hx-chosen", i === state.query));
}

export default { render: live({ build, compute, update, describe }) };
