/* Revives stored Jupyter widgets in a page that has no kernel and no network.
 *
 * Reads the widget state that the notebook stored, makes a model of each widget, joins
 * linked models and draws each view into the place that book/_ext/static_widgets.py left
 * for it. It draws what stored_state.py lists as RENDERED, and nothing else: the build
 * fails on any other widget.
 */
(() => {
  "use strict";

  const STATE = 'script[type="application/vnd.jupyter.widget-state+json"]';
  const models = new Map(); // by id
  const cleanups = [];

  /** The part of anywidget's model interface that needs no kernel. */
  class Model {
    constructor({ model_name, state }) {
      this.name = model_name;
      this.state = { ...state };
      this.callbacks = new Map();
    }
    get(name) {
      return this.state[name];
    }
    set(name, value) {
      if (Object.is(this.state[name], value)) return; // so that a two-way link comes to rest
      this.state[name] = value;
      for (const event of [`change:${name}`, "change"])
        for (const callback of [...(this.callbacks.get(event) ?? [])]) callback(this, value);
    }
    on(event, callback) {
      if (!this.callbacks.has(event)) this.callbacks.set(event, new Set());
      this.callbacks.get(event).add(callback);
    }
    off(event, callback) {
      if (event == null) this.callbacks.clear();
      else if (callback == null) this.callbacks.delete(event);
      else this.callbacks.get(event)?.delete(callback);
    }
    save_changes() {} // there is no kernel to tell
    send() {}
  }

  const find = (reference) => models.get(reference.replace("IPY_MODEL_", ""));

  // ---- elements -------------------------------------------------------------------

  function element(tag, properties = {}, ...children) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  }

  /** Call `show` now and after each change of one trait. */
  function follow(model, trait, show) {
    model.on(`change:${trait}`, show);
    show();
  }

  let lastId = 0;

  /** One control with its visible label, which is also its accessible name. */
  function row(model, control, ...readout) {
    control.id = `sw-${++lastId}`;
    const label = element("label", { htmlFor: control.id, textContent: model.get("description") });
    return element("div", { className: "sw-row" }, label, control, ...readout);
  }

  /** Write a number as d3-format, which JupyterLab uses, would: "d", ".2f" or ".3g". */
  function format(value, pattern) {
    const [, digits, kind] = /^\.(\d)([fg])$/.exec(pattern) ?? [];
    let text = String(value);
    if (kind === "f") text = value.toFixed(digits);
    if (kind === "g") text = value.toPrecision(digits);
    return text.replace("-", "−");
  }

  // ---- one function per kind of widget ----------------------------------------------

  function slider(model, positionOf = (value) => value, valueAt = (position) => position) {
    const input = element("input", { type: "range" });
    // The limits come first: a browser clamps a position to the limits it knows.
    for (const name of ["min", "max", "step"]) input[name] = model.get(name);
    const readout = element("output");
    readout.setAttribute("aria-live", "off"); // the slider itself speaks its value
    input.addEventListener("input", () => model.set("value", valueAt(input.valueAsNumber)));
    follow(model, "value", () => {
      const value = model.get("value");
      if (valueAt(input.valueAsNumber) !== value) input.value = positionOf(value);
      readout.value = format(value, model.get("readout_format"));
      input.setAttribute("aria-valuetext", readout.value);
    });
    return row(model, input, readout);
  }

  function logSlider(model) {
    const base = model.get("base");
    return slider(model, (value) => Math.log(value) / Math.log(base), (exponent) => base ** exponent);
  }

  function checkbox(model) {
    const input = element("input", { type: "checkbox" });
    input.addEventListener("change", () => model.set("value", input.checked));
    follow(model, "value", () => { input.checked = model.get("value"); });
    return row(model, input);
  }

  function dropdown(model) {
    const options = model.get("_options_labels").map((text) => element("option", { textContent: text }));
    const select = element("select", {}, ...options);
    select.addEventListener("change", () => model.set("index", select.selectedIndex));
    follow(model, "index", () => { select.selectedIndex = model.get("index"); });
    return row(model, select);
  }

  const label = (model) => element("div", { className: "sw-label", textContent: model.get("value") });

  async function box(model, className) {
    const parts = model.get("children").map(find);
    const node = element("div", { className }, ...(await Promise.all(parts.map(build))));
    if (parts[0]?.name === "LabelModel") { // a heading: let it name the group
      node.setAttribute("role", "group");
      node.setAttribute("aria-label", parts[0].get("value"));
    }
    return node;
  }

  const modules = new Map(); // by source text: two widgets of one kind share their module

  function load(source) {
    if (!modules.has(source)) {
      // A blob: URL can be imported from file:// pages as well; a file: URL can not.
      const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      modules.set(source, import(url).finally(() => URL.revokeObjectURL(url)));
    }
    return modules.get(source);
  }

  async function custom(model) {
    const { default: widget } = await load(model.get("_esm"));
    const el = element("div");
    const cleanup = await widget.render({ model, el });
    if (cleanup) cleanups.push(cleanup);
    return el;
  }

  const kinds = {
    AnyModel: custom,
    BoxModel: (model) => box(model, "sw-box"),
    HBoxModel: (model) => box(model, "sw-box sw-hbox"),
    VBoxModel: (model) => box(model, "sw-box sw-vbox"),
    CheckboxModel: checkbox,
    DropdownModel: dropdown,
    FloatLogSliderModel: logSlider,
    FloatSliderModel: (model) => slider(model),
    IntSliderModel: (model) => slider(model),
    LabelModel: label,
  };

  // ---- the page ---------------------------------------------------------------------

  function failure(reason) {
    const text = `This interactive figure can't be shown here (${reason}). Open the notebook in JupyterLab to use it.`;
    return element("div", { className: "sw-failure", textContent: text });
  }

  async function build(model) {
    if (!model) return failure("its state was not stored");
    if (!(model.name in kinds)) return failure(`no ${model.name.replace("Model", "")} without a kernel`);
    try {
      const node = await kinds[model.name](model);
      node.classList.add(...model.get("_dom_classes"));
      return node;
    } catch (error) {
      console.error(error);
      return failure(error.message);
    }
  }

  function join(link) {
    const [[from, a], [to, b]] = [link.get("source"), link.get("target")];
    const [source, target] = [find(from), find(to)];
    follow(source, a, () => target.set(b, source.get(a)));
    if (link.name === "LinkModel") target.on(`change:${b}`, () => source.set(a, target.get(b)));
  }

  /** Wait for the last place. Deferred scripts, MathJax among them, run after this. */
  async function parsed() {
    if (document.readyState === "loading")
      await new Promise((done) => document.addEventListener("readystatechange", done, { once: true }));
  }

  async function start() {
    const { state } = JSON.parse(document.querySelector(STATE).textContent);
    for (const [id, record] of Object.entries(state)) models.set(id, new Model(record));
    for (const model of models.values()) if (/LinkModel$/.test(model.name)) join(model);
    // Loading starts now; build() tells the reader of a view that can't be loaded.
    for (const model of models.values()) if (model.name === "AnyModel") load(model.get("_esm")).catch(() => 0);
    await parsed();
    const places = [...document.querySelectorAll("[data-widget-view]")];
    await Promise.all(places.map(async (place) => {
      const view = await build(models.get(place.dataset.widgetView));
      place.replaceChildren(view); // all at once, so that the page moves at most once
    }));
    addEventListener("pagehide", (event) => {
      if (!event.persisted) for (const cleanup of cleanups) cleanup();
    });
    document.documentElement.dataset.widgets = "ready";
    performance.mark("widgets-ready");
  }

  start(); // the stored state stands above this script
})();
