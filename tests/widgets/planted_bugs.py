"""Plant one bug at a time in a copy of the project and see that a test catches it.

Run it from the project's root; it changes nothing there::

    python -m tests.widgets.planted_bugs [word of the bug's name]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
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

# name: (file, the right text, the bug, the tests that must fail)
BUGS = {
    "softmax without its maximum": (
        VIEW_JS,
        "Math.exp(s - top)",
        "Math.exp(s)",
        EXPLORER,
    ),
    "temperature multiplied": (VIEW_JS, "s / temperature", "s * temperature", EXPLORER),
    "entropy in nats": (VIEW_JS, "Math.log2(p)", "Math.log(p)", EXPLORER),
    "constant added to one score": (
        VIEW_JS,
        '(s) => s + model.get("constant")',
        '(s, i) => s + (i ? 0 : model.get("constant"))',
        EXPLORER,
    ),
    "constant not shown": (VIEW_JS, "signed(score)", "signed(state.own[i])", EXPLORER),
    "ghost moves too": (VIEW_JS, "scoreX(state.own[i])", "scoreX(score)", EXPLORER),
    "reset forgets the temperature": (
        VIEW_JS,
        'Object.entries(model.get("start")).forEach',
        'Object.entries(model.get("start")).slice(0, 4).forEach',
        EXPLORER,
    ),
    "coldest is hottest": (
        VIEW_JS,
        'model.get("coldest")',
        'model.get("hottest")',
        EXPLORER,
    ),
    "only one winner named": (
        VIEW_JS,
        "top - weights[i] < 1e-9",
        "top === weights[i] && i === weights.indexOf(top)",
        EXPLORER,
    ),
    "weights rounded to zero": (VIEW_JS, "value < smallest / 2", "false", EXPLORER),
    "flooded screen reader": (
        VIEW_JS,
        "const QUIET_MS = 700",
        "const QUIET_MS = 0",
        EXPLORER,
    ),
    "drawing without a name": (
        VIEW_JS,
        'svg.setAttribute("aria-label"',
        'svg.setAttribute("data-label"',
        EXPLORER,
    ),
    "views share the page's bars": (
        VIEW_JS,
        "row.bar.dataset.weight = ",
        'document.querySelectorAll(".att-bar")[i].dataset.weight = ',
        EXPLORER,
    ),
    "link goes one way": (RUNTIME, 'link.name === "LinkModel"', "false", EXPLORER),
    "one-way link goes both ways": (
        RUNTIME,
        'link.name === "LinkModel"',
        "true",
        PAGES,
    ),
    "two-way link never rests": (
        RUNTIME,
        "if (Object.is(this.state[name], value)) return;",
        "",
        PAGES,
    ),
    "log slider gives its exponent": (
        RUNTIME,
        "(exponent) => base ** exponent",
        "(exponent) => exponent",
        EXPLORER,
    ),
    "slider ignores a new value": (
        RUNTIME,
        "if (valueAt(input.valueAsNumber) !== value)",
        "if (false)",
        EXPLORER,
    ),
    "position before its limits": (
        RUNTIME,
        'for (const name of ["min", "max", "step"]) input[name] = model.get(name);',
        "",
        EXPLORER,
    ),
    "readout stands still": (
        RUNTIME,
        "readout.value = format(value",
        "readout.value ||= format(value",
        PAGES,
    ),
    "readouts speak as well": (
        RUNTIME,
        'setAttribute("aria-live", "off")',
        'setAttribute("data-live", "off")',
        EXPLORER,
    ),
    "label without control": (RUNTIME, "htmlFor: control.id, ", "", LOOKS),
    "checkbox tells nobody": (RUNTIME, 'model.set("value", input.checked)', "0", PAGES),
    "dropdown off by one": (
        RUNTIME,
        'model.set("index", select.selectedIndex)',
        'model.set("index", select.selectedIndex - 1)',
        PAGES,
    ),
    "boxes lose their classes": (
        RUNTIME,
        'node.classList.add(...model.get("_dom_classes"));',
        "",
        LOOKS,
    ),
    "needs a server": (
        RUNTIME,
        "async function start() {",
        "async function start() {\n    await fetch(location.href);",
        PAGES,
    ),
    "asks another host": (
        RUNTIME,
        "async function start() {",
        'async function start() {\n    fetch("https://example.org/").catch(() => 0);',
        PAGES,
    ),
    "never cleaned up": (
        RUNTIME,
        "for (const cleanup of cleanups) cleanup();",
        "",
        PAGES,
    ),
    "cleaned up too early": (RUNTIME, "if (!event.persisted) ", "", PAGES),
    "off() does nothing": (
        RUNTIME,
        "if (event == null) this.callbacks.clear();",
        "if (event == null) return;",
        BUILD,
    ),
    "silent on an unknown widget": (
        RUNTIME,
        "if (!(model.name in kinds)) return failure",
        "if (!(model.name in kinds)) return element('div', {}) ?? failure",
        BUILD,
    ),
    "error swallowed": (
        RUNTIME,
        "return failure(error.message);",
        'return element("div");',
        BUILD,
    ),
    "pale figures": (
        VIEW_CSS,
        ".att-figure .att-tick { fill: var(--att-quiet);",
        ".att-figure .att-tick { fill: #aaa;",
        LOOKS,
    ),
    "colour for one theme": (
        VIEW_CSS,
        "--att-ink: var(--pst-color-text-base, var(--jp-content-font-color1, #1f2328))",
        "--att-ink: #1f2328",
        LOOKS,
    ),
    "wider than a phone": (
        VIEW_CSS,
        ".att-explorer .att-figure { display: flex;",
        ".att-explorer .att-figure { min-width: 420px; display: flex;",
        LOOKS,
    ),
    "height not reserved": (
        VIEW_CSS,
        ".att-explorer:empty::after {\n  content",
        ".att-none:empty::after {\n  content",
        LOOKS,
    ),
    "words push the page": (
        VIEW_CSS,
        ".att-words { min-height: 100px;",
        ".att-words {",
        LOOKS,
    ),
    "rows out of line": (VIEW_JS, "const ROW = 44;", "const ROW = 40;", LOOKS),
    "bar under its number": (
        VIEW_JS,
        "const FULL_BAR = 52;",
        "const FULL_BAR = 90;",
        LOOKS,
    ),
    "small buttons": (VIEW_CSS, "min-height: 40px;", "min-height: 28px;", LOOKS),
    "thin sliders": (
        RUNTIME_CSS,
        "  height: 44px;\n  margin: 0;\n  background: none;",
        "  height: 20px;\n  margin: 0;\n  background: none;",
        LOOKS,
    ),
    "words not printed": (
        VIEW_CSS,
        "@media print { .att-explorer .att-buttons",
        "@media print { .att-explorer :is(.att-buttons, .att-words)",
        LOOKS,
    ),
    "build does not check": (
        EXTENSION,
        'app.connect("env-before-read-docs", check)',
        "0",
        BUILD,
    ),
    "build checks new pages only": (
        EXTENSION,
        "sorted(env.found_docs)",
        "sorted(docnames)",
        BUILD,
    ),
    "place not left": (
        EXTENSION,
        'app.connect("doctree-resolved", leave_places)',
        "0",
        EXPLORER,
    ),
    "styles come late": (
        EXTENSION,
        'context["metatags"] = context.get("metatags", "") + styles',
        "0",
        LOOKS,
    ),
    "loads another widget manager": (
        EXTENSION,
        'app.connect("config-inited", choose_runtime)',
        "0",
        PAGES,
    ),
    "runtime on every page": (
        EXTENSION,
        "    app.config.html_static_path",
        '    app.add_js_file("static-widgets.js")\n    app.config.html_static_path',
        PAGES,
    ),
    "no lower limit": (
        CHECK,
        "not low - slack <= value <= high + slack",
        "value > high + slack",
        UNIT,
    ),
    "no rounding allowed": (CHECK, "1e-9 * max(abs(low), abs(high))", "-1e-3", UNIT),
    "stale styles pass": (
        CHECK,
        '(("_esm", ".js"), ("_css", ".css"))',
        '(("_esm", ".js"),)',
        UNIT,
    ),
    "exponent taken for value": (
        CHECK,
        'if name == "FloatLogSliderModel":',
        "if False:",
        UNIT,
    ),
    "check needs the package": (
        CHECK,
        "import math\n",
        "import math\nimport ipywidgets\n",
        UNIT,
    ),
    "runtime and check differ": (
        RUNTIME,
        "    LabelModel: label,",
        "    LabelModel: label,\n    HTMLModel: label,",
        UNIT,
    ),
    "all sliders move key 1": (
        VIEW_PY,
        'jslink((slider, "value"), (view, trait))',
        'jslink((slider, "value"), (view, "score_1"))',
        UNIT,
    ),
    "temperature of zero": (VIEW_PY, "lowest <= temperature", "0 <= temperature", UNIT),
    "labels cut short": (
        VIEW_PY,
        "if len(labels) != len(scores):",
        "if len(labels) > len(scores):",
        UNIT,
    ),
    "score clamped": (VIEW_PY, "if outside:", "if False:", UNIT),
    "address in the text": (VIEW_PY, "def __repr__", "def _repr", UNIT),
}


def caught(copy: Path, file: str, right: str, wrong: str, tests: str) -> bool:
    """Tell whether the tests fail on the bug; the copy is left as it was."""
    path = copy / file
    text = path.read_text("utf-8")
    if right not in text:
        raise SystemExit(f"{file} no longer contains {right!r}: mend this list")
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    try:
        run = subprocess.run(
            [*command, tests], cwd=copy, env=environment, capture_output=True
        )
    finally:
        path.write_text(text, "utf-8")
    return run.returncode == 1  # 1: a test failed; anything else is not a catch


def main() -> int:
    """Plant the bugs whose name contains the word given; count those that got away."""
    word = " ".join(sys.argv[1:])
    away = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        keep = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=keep)
        for name in (name for name in BUGS if word in name):
            found = caught(copy, *BUGS[name])
            print(f"{'caught' if found else 'GOT AWAY':9} {name}", flush=True)
            away += [] if found else [name]
    return len(away)


if __name__ == "__main__":
    sys.exit(main())
