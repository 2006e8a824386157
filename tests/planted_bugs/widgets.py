"""Bugs for the explorer, its runtime and its checks, with the tests to catch them."""

from tests.planted_bugs.bug import Bug

SRC = "src/attnbook/widgets"
VIEW_JS = f"{SRC}/softmax_explorer.js"
VIEW_CSS = f"{SRC}/softmax_explorer.css"
VIEW_PY = f"{SRC}/softmax_explorer.py"
CHECK = f"{SRC}/stored_state.py"
RUNTIME = f"{SRC}/static/static-widgets.js"
RUNTIME_CSS = f"{SRC}/static/static-widgets.css"
EXTENSION = "book/_ext/static_widgets.py"
EXPLORER = "tests/widgets/test_softmax_explorer.py"
PAGES = "tests/widgets/test_runtime.py"
LOOKS = "tests/widgets/test_appearance.py"
BUILD = "tests/widgets/test_build.py"
UNIT = "tests/unit/widgets"

BUGS = [
    Bug(
        "softmax without its maximum",
        VIEW_JS,
        "Math.exp(s - top)",
        "Math.exp(s)",
        (EXPLORER,),
    ),
    Bug(
        "temperature multiplied",
        VIEW_JS,
        "s / temperature",
        "s * temperature",
        (EXPLORER,),
    ),
    Bug("entropy in nats", VIEW_JS, "Math.log2(p)", "Math.log(p)", (EXPLORER,)),
    Bug(
        "constant added to one score",
        VIEW_JS,
        '(s) => s + model.get("constant")',
        '(s, i) => s + (i ? 0 : model.get("constant"))',
        (EXPLORER,),
    ),
    Bug(
        "constant not shown",
        VIEW_JS,
        "signed(score)",
        "signed(state.own[i])",
        (EXPLORER,),
    ),
    Bug(
        "ghost moves too", VIEW_JS, "scoreX(state.own[i])", "scoreX(score)", (EXPLORER,)
    ),
    Bug(
        "reset forgets the temperature",
        VIEW_JS,
        'Object.entries(model.get("start")).forEach',
        'Object.entries(model.get("start")).slice(0, 4).forEach',
        (EXPLORER,),
    ),
    Bug(
        "coldest is hottest",
        VIEW_JS,
        'model.get("coldest")',
        'model.get("hottest")',
        (EXPLORER,),
    ),
    Bug(
        "only one winner named",
        VIEW_JS,
        "top - weights[i] < 1e-9",
        "top === weights[i] && i === weights.indexOf(top)",
        (EXPLORER,),
    ),
    Bug(
        "weights rounded to zero", VIEW_JS, "value < smallest / 2", "false", (EXPLORER,)
    ),
    Bug(
        "flooded screen reader",
        VIEW_JS,
        "const QUIET_MS = 700",
        "const QUIET_MS = 0",
        (EXPLORER,),
    ),
    Bug(
        "drawing without a name",
        VIEW_JS,
        'svg.setAttribute("aria-label"',
        'svg.setAttribute("data-label"',
        (EXPLORER,),
    ),
    Bug(
        "views share the page's bars",
        VIEW_JS,
        "row.bar.dataset.weight = ",
        'document.querySelectorAll(".att-bar")[i].dataset.weight = ',
        (EXPLORER,),
    ),
    Bug(
        "link goes one way", RUNTIME, 'link.name === "LinkModel"', "false", (EXPLORER,)
    ),
    Bug(
        "one-way link goes both ways",
        RUNTIME,
        'link.name === "LinkModel"',
        "true",
        (PAGES,),
    ),
    Bug(
        "two-way link never rests",
        RUNTIME,
        "if (Object.is(this.state[name], value)) return;",
        "",
        (PAGES,),
    ),
    Bug(
        "log slider gives its exponent",
        RUNTIME,
        "(exponent) => base ** exponent",
        "(exponent) => exponent",
        (EXPLORER,),
    ),
    Bug(
        "slider ignores a new value",
        RUNTIME,
        "if (valueAt(input.valueAsNumber) !== value)",
        "if (false)",
        (EXPLORER,),
    ),
    Bug(
        "position before its limits",
        RUNTIME,
        'for (const name of ["min", "max", "step"]) input[name] = model.get(name);',
        "",
        (EXPLORER,),
    ),
    Bug(
        "readout stands still",
        RUNTIME,
        "readout.value = format(value",
        "readout.value ||= format(value",
        (PAGES,),
    ),
    Bug(
        "readouts speak as well",
        RUNTIME,
        'setAttribute("aria-live", "off")',
        'setAttribute("data-live", "off")',
        (EXPLORER,),
    ),
    Bug("label without control", RUNTIME, "htmlFor: control.id, ", "", (LOOKS,)),
    Bug(
        "checkbox tells nobody",
        RUNTIME,
        'model.set("value", input.checked)',
        "0",
        (PAGES,),
    ),
    Bug(
        "dropdown off by one",
        RUNTIME,
        'model.set("index", select.selectedIndex)',
        'model.set("index", select.selectedIndex - 1)',
        (PAGES,),
    ),
    Bug(
        "boxes lose their classes",
        RUNTIME,
        'node.classList.add(...model.get("_dom_classes"));',
        "",
        (LOOKS,),
    ),
    Bug(
        "needs a server",
        RUNTIME,
        "async function start() {",
        "async function start() {\n    await fetch(location.href);",
        (PAGES,),
    ),
    Bug(
        "asks another host",
        RUNTIME,
        "async function start() {",
        'async function start() {\n    fetch("https://example.org/").catch(() => 0);',
        (PAGES,),
    ),
    Bug(
        "never cleaned up",
        RUNTIME,
        "for (const cleanup of cleanups) cleanup();",
        "",
        (PAGES,),
    ),
    Bug("cleaned up too early", RUNTIME, "if (!event.persisted) ", "", (PAGES,)),
    Bug(
        "off() does nothing",
        RUNTIME,
        "if (event == null) this.callbacks.clear();",
        "if (event == null) return;",
        (BUILD,),
    ),
    Bug(
        "silent on an unknown widget",
        RUNTIME,
        "if (!(model.name in kinds)) return failure",
        "if (!(model.name in kinds)) return element('div', {}) ?? failure",
        (BUILD,),
    ),
    Bug(
        "error swallowed",
        RUNTIME,
        "return failure(error.message);",
        'return element("div");',
        (BUILD,),
    ),
    Bug(
        "pale figures",
        VIEW_CSS,
        ".att-figure .att-tick { fill: var(--att-quiet);",
        ".att-figure .att-tick { fill: #aaa;",
        (LOOKS,),
    ),
    Bug(
        "colour for one theme",
        VIEW_CSS,
        "--att-ink: var(--pst-color-text-base, var(--jp-content-font-color1, #1f2328))",
        "--att-ink: #1f2328",
        (LOOKS,),
    ),
    Bug(
        "wider than a phone",
        VIEW_CSS,
        ".att-explorer .att-figure { display: flex;",
        ".att-explorer .att-figure { min-width: 420px; display: flex;",
        (LOOKS,),
    ),
    Bug(
        "height not reserved",
        VIEW_CSS,
        ".att-explorer:empty::after {\n  content",
        ".att-none:empty::after {\n  content",
        (LOOKS,),
    ),
    Bug(
        "words push the page",
        VIEW_CSS,
        ".att-words { min-height: 100px;",
        ".att-words {",
        (LOOKS,),
    ),
    Bug("rows out of line", VIEW_JS, "const ROW = 44;", "const ROW = 40;", (LOOKS,)),
    Bug(
        "bar under its number",
        VIEW_JS,
        "const FULL_BAR = 52;",
        "const FULL_BAR = 90;",
        (LOOKS,),
    ),
    Bug("small buttons", VIEW_CSS, "min-height: 40px;", "min-height: 28px;", (LOOKS,)),
    Bug(
        "thin sliders",
        RUNTIME_CSS,
        "  height: 44px;\n  margin: 0;\n  background: none;",
        "  height: 20px;\n  margin: 0;\n  background: none;",
        (LOOKS,),
    ),
    Bug(
        "words not printed",
        VIEW_CSS,
        "@media print { .att-explorer .att-buttons",
        "@media print { .att-explorer :is(.att-buttons, .att-words)",
        (LOOKS,),
    ),
    Bug(
        "build does not check",
        EXTENSION,
        'app.connect("env-before-read-docs", check)',
        "0",
        (BUILD,),
    ),
    Bug(
        "build checks new pages only",
        EXTENSION,
        "sorted(env.found_docs)",
        "sorted(docnames)",
        (BUILD,),
    ),
    Bug(
        "place not left",
        EXTENSION,
        'app.connect("doctree-resolved", leave_places)',
        "0",
        (EXPLORER,),
    ),
    Bug(
        "styles come late",
        EXTENSION,
        'context["metatags"] = context.get("metatags", "") + styles',
        "0",
        (LOOKS,),
    ),
    Bug(
        "loads another widget manager",
        EXTENSION,
        'app.connect("config-inited", choose_runtime)',
        "0",
        (PAGES,),
    ),
    Bug(
        "runtime on every page",
        EXTENSION,
        "    app.config.html_static_path",
        '    app.add_js_file("static-widgets.js")\n    app.config.html_static_path',
        (PAGES,),
    ),
    Bug(
        "no lower limit",
        CHECK,
        "not low - slack <= value <= high + slack",
        "value > high + slack",
        (UNIT,),
    ),
    Bug(
        "no rounding allowed",
        CHECK,
        "1e-9 * max(abs(low), abs(high))",
        "-1e-3",
        (UNIT,),
    ),
    Bug(
        "stale styles pass",
        CHECK,
        '(("_esm", ".js"), ("_css", ".css"))',
        '(("_esm", ".js"),)',
        (UNIT,),
    ),
    Bug(
        "exponent taken for value",
        CHECK,
        'if name == "FloatLogSliderModel":',
        "if False:",
        (UNIT,),
    ),
    Bug(
        "check needs the package",
        CHECK,
        "import math\n",
        "import math\nimport ipywidgets\n",
        (UNIT,),
    ),
    Bug(
        "runtime and check differ",
        RUNTIME,
        "    LabelModel: label,",
        "    LabelModel: label,\n    HTMLModel: label,",
        (UNIT,),
    ),
    Bug(
        "all sliders move key 1",
        VIEW_PY,
        'jslink((slider, "value"), (view, trait))',
        'jslink((slider, "value"), (view, "score_1"))',
        (UNIT,),
    ),
    Bug(
        "temperature of zero",
        VIEW_PY,
        "lowest <= temperature",
        "0 <= temperature",
        (UNIT,),
    ),
    Bug(
        "labels cut short",
        VIEW_PY,
        "if len(labels) != len(scores):",
        "if len(labels) > len(scores):",
        (UNIT,),
    ),
    Bug("score clamped", VIEW_PY, "if outside:", "if False:", (UNIT,)),
    Bug("address in the text", VIEW_PY, "def __repr__", "def _repr", (UNIT,)),
]
