// Follows explorer.js. The drawing of the mask explorer: a table with a row for each
// query and a column for each key. Open cells show weights, hidden ones are hatched.

const MOVED = ["causal", "window", "padding", "in_front", "layers"];
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

// ---- masks and weights -----------------------------------------------------------

// Padding in front pushes the other tokens, and their scores, to the end.
function arrange(n, padding, inFront) {
  const shift = inFront ? padding : 0;
  const from = range(n).map((i) => (i - shift + n) % n);
  return { from, isPad: from.map((i) => i >= n - padding) };
}

function mayAttend(i, j, { causal, window, isPad }) {
  return !isPad[j] && (!causal || j <= i) && Math.abs(j - i) < window;
}

// A row with nothing to attend to gets zeros, as everywhere in this book.
function maskedSoftmax(scores, mask) {
  const top = Math.max(...scores.filter((_, j) => mask[j]));
  const powers = scores.map((s, j) => (mask[j] ? Math.exp(s - top) : 0));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => (sum > 0 ? p / sum : 0));
}

// What reaches a token through layers that all have this mask; it keeps what it has.
function receptiveField(mask, layers) {
  const step = mask.map((row, i) => row.map((open, j) => open || i === j));
  let reach = step;
  for (let layer = 1; layer < layers; layer++) {
    reach = reach.map((row) => row.map((_, j) => row.some((open, l) => open && step[l][j])));
  }
  return reach;
}

function compute(model) {
  const [tokens, scores, causal, window, padding, inFront, layers] = ["tokens", "scores", ...MOVED].map((name) => model.get(name));
  const { from, isPad } = arrange(tokens.length, padding, inFront);
  const names = from.map((t, i) => (isPad[i] ? "pad" : tokens[t]));
  const mask = names.map((_, i) => names.map((_, j) => mayAttend(i, j, { causal, window, isPad })));
  const weights = mask.map((row, i) => maskedSoftmax(from.map((t) => scores[from[i]][t]), row));
  return { names, isPad, mask, weights, layers, reach: receptiveField(mask, layers) };
}

// ---- words -----------------------------------------------------------------------

const count = (row) => row.filter(Boolean).length;
const total = (table) => table.reduce((sum, row) => sum + count(row), 0);

// Never round to nothing: softmax gives every key that is open something.
const asText = (weight) => (weight > 0 && weight < 0.005 ? "<.01" : weight.toFixed(2));

// Only padding can be blind: any other token may at least see itself.
function describe({ mask, reach, layers }) {
  const blind = mask.filter((row) => !count(row)).length;
  const sentences = [`${total(mask)} of ${mask.length ** 2} pairs are open.`];
  if (blind === 1) sentences.push("One query sees nothing and gets zeros (padding).");
  if (blind > 1) sentences.push(`${NUMBERS[blind]} queries see nothing and get zeros (all padding).`);
  if (layers > 1) {
    const more = count(reach.flatMap((row, i) => row.map((open, j) => open && !mask[i][j] && i !== j)));
    sentences.push(`Through ${NUMBERS[layers]} layers ${more || "no"} more can be heard.`);
  }
  return sentences.map((s) => s[0].toUpperCase() + s.slice(1)).join(" ");
}

// ---- drawing ---------------------------------------------------------------------

function buildTable(parent, n) {
  const table = add(parent, "table", { class: "mx-table" });
  add(table, "caption", {}, "weights; a hatched key is hidden, a dot is heard through more layers");
  const heads = add(add(table, "thead"), "tr");
  add(heads, "td");
  const keys = range(n).map(() => add(heads, "th", { scope: "col", class: "mx-key" }));
  add(heads, "th", { scope: "col", class: "mx-count" }, "sees");
  const body = add(table, "tbody");
  const rows = range(n).map(() => {
    const row = add(body, "tr");
    const query = add(row, "th", { scope: "row", class: "mx-query" });
    const cells = range(n).map(() => add(row, "td", { class: "mx-cell" }));
    return { row, query, cells, count: add(row, "td", { class: "mx-count" }) };
  });
  return { keys, rows };
}

function updateName(head, name, isPad) {
  head.textContent = name;
  head.classList.toggle("mx-pad", isPad);
}

function updateCell(cell, { open, reached, weight }) {
  cell.className = `mx-cell ${open ? "mx-open" : "mx-hidden"}`;
  cell.classList.toggle("mx-reached", !open && reached);
  cell.classList.toggle("mx-bright", open && weight > BRIGHT);
  cell.style.backgroundColor = open ? cividis(weight) : "";
  cell.replaceChildren();
  if (open) cell.textContent = asText(weight);
  else add(cell, "span", { class: "mx-spoken" }, reached ? "through others" : "hidden");
}

function updateTable({ keys, rows }, { names, isPad, mask, weights, reach }) {
  keys.forEach((head, j) => updateName(head, names[j], isPad[j]));
  rows.forEach(({ row, query, cells, count: sees }, i) => {
    updateName(query, names[i], isPad[i]);
    cells.forEach((cell, j) => updateCell(cell, { open: mask[i][j], reached: reach[i][j] && i !== j, weight: weights[i][j] }));
    sees.textContent = count(mask[i]) || "none";
    row.classList.toggle("mx-blind", !count(mask[i]));
    const numbers = (list) => list.map(Number).join(",");
    Object.assign(row.dataset, { mask: numbers(mask[i]), weights: numbers(weights[i]), reach: numbers(reach[i]) });
  });
}

function render({ model, el }) {
  const state = compute(model);
  const table = buildTable(el, state.names.length);
  const reset = add(el, "button", { type: "button", class: "mx-reset" }, "reset");
  const words = buildWords(el, describe(state), "mx");
  const draw = () => {
    const now = compute(model);
    updateTable(table, now);
    words.say(describe(now));
  };
  updateTable(table, state);
  reset.addEventListener("click", () => {
    Object.entries(model.get("start")).forEach(([name, value]) => model.set(name, value));
    model.save_changes();
  });
  for (const name of MOVED) model.on(`change:${name}`, draw);
  return () => {
    for (const name of MOVED) model.off(`change:${name}`, draw);
    words.stop();
  };
}

export default { render };
