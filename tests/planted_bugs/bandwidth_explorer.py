"""Bugs for the bandwidth explorer, with the tests to catch them."""

from tests.planted_bugs.bug import Bug

JS = "src/attnbook/widgets/bandwidth_explorer.js"
PY = "src/attnbook/widgets/bandwidth_explorer.py"
NUMBERS = ("tests/widgets/test_bandwidth_explorer.py",)
UNIT = ("tests/unit/widgets/test_bandwidth_explorer.py",)

BUGS = [
    Bug(
        "bandwidth explorer: powers without their maximum",
        JS,
        "Math.exp((s - top) / temperature)",
        "Math.exp(s / temperature)",
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: distance not squared",
        JS,
        "-((query - k) ** 2)",
        "-Math.abs(query - k)",
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: temperature h², as for dot products",
        JS,
        "lookUp(query, keys, values, 2 * bandwidth ** 2)",
        "lookUp(query, keys, values, bandwidth ** 2)",
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: sum of the shifted Gaussians",
        JS,
        "sum(scores.map((s) => Math.exp(s / temperature)))",
        "sum(powers)",
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: curve at another temperature",
        JS,
        'const temperature = 2 * model.get("bandwidth") ** 2;\n  return places',
        'const temperature = model.get("bandwidth") ** 2;\n  return places',
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: curve not drawn anew",
        JS,
        '["bandwidth", drawCurve], ["bandwidth", draw]',
        '["bandwidth", draw]',
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: temperature slider leads nowhere",
        JS,
        'return [["bandwidth", follow], ["temperature", lead]];',
        'return [["bandwidth", follow]];',
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: query jumps to the hand",
        JS,
        "move(grip.query + (event.clientX - grip.x) / unit)",
        "move((event.clientX - svg.getBoundingClientRect().x) / unit)",
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: query leaves its limits",
        JS,
        "Math.min(highest, Math.max(lowest, onStep))",
        "onStep",
        NUMBERS,
    ),
    Bug(
        "bandwidth explorer: two scales with different ends",
        PY,
        "min=log10(2) + 2 * _NARROWEST",
        "min=2 * _NARROWEST",
        UNIT,
    ),
    Bug(
        "bandwidth explorer: keys out of order accepted",
        PY,
        "if any(b <= a for a, b in pairwise(keys)):",
        "if any(b == a for a, b in pairwise(keys)):",
        UNIT,
    ),
]
