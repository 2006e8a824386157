"""Bugs for the scale explorer, each with the test that must catch it."""

from tests.planted_bugs.bug import Bug

VIEW_JS = "src/attnbook/widgets/scale_explorer.js"
VIEW_CSS = "src/attnbook/widgets/scale_explorer.css"
VIEW_PY = "src/attnbook/widgets/scale_explorer.py"
SHARED_JS = "src/attnbook/widgets/explorer.js"
SHARED_CSS = "src/attnbook/widgets/explorer.css"
STORED = "src/attnbook/widgets/stored_state.py"
UNIT = "unit/widgets/test_scale_explorer.py"
LOOKS = "widgets/test_explorer_appearance.py"


def bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug of the scale explorer for one test, named from ``tests/`` on."""
    return Bug(f"scale explorer: {name}", file, old, new, (f"tests/{test}",))


def in_view(name: str, old: str, new: str, test: str, file: str = VIEW_JS) -> Bug:
    """Make a bug in its drawing, for one test in a browser."""
    return bug(name, file, old, new, f"widgets/test_scale_explorer.py::test_{test}")


NUMBERS = "numbers_equal_the_package_at_every_place_of_the_sliders"
WORDS = "words_say_the_spread_the_winner_and_the_slope"
VIEW = [
    in_view("divided by d_k itself", "Math.sqrt(2 ** e) : 1", "2 ** e : 1", NUMBERS),
    in_view("divided anyway", "(divided ?", "(true ?", NUMBERS),
    in_view("sums begin anew", "(total += parts", "(total = parts", NUMBERS),
    in_view(
        "keys and draws swapped", "(draw * keys + key)", "(key * 40 + draw)", NUMBERS
    ),
    in_view("slope of the square", "top * (1 - top)", "top * top", NUMBERS),
    in_view("the largest for the typical", "Math.floor(half)", "39", NUMBERS),
    in_view("sorted as text", ".sort((a, b) => a - b)", ".sort()", NUMBERS),
    in_view("spread about 0", "(x - mean) ** 2", "x ** 2", NUMBERS),
    in_view(
        "draws counted from 0", "scores: all[draw - 1]", "scores: all[draw]", NUMBERS
    ),
    in_view("entropy in nats", "Math.log2(p)", "Math.log(p)", NUMBERS, SHARED_JS),
    in_view(
        "curves exchanged",
        '[["undivided", false], ["divided", true]]',
        '[["undivided", true], ["divided", false]]',
        "curves_show_the_typical_slope_at_every_size",
    ),
    in_view(
        "marks on a straight axis",
        "(50 * Math.asinh(score)) / Math.asinh(FAR)",
        "(50 * score) / FAR",
        "marks_stand_where_their_numbers_say",
    ),
    in_view(
        "band of half the spread",
        "x: `${scoreX(-spread)}%`",
        "x: `${scoreX(-spread / 2)}%`",
        "the_band_is_as_wide_as_the_spread",
    ),
    in_view("dead slopes as 0.000", "x < 0.001 ?", "x < 0 ?", WORDS),
    in_view(
        "keys counted from 0", "weights.indexOf(top) + 1", "weights.indexOf(top)", WORDS
    ),
    in_view(
        "weights rounded to all",
        "weight < 1 && weight > 0.995",
        "false",
        "weights_are_never_rounded_to_nothing_or_to_all",
        SHARED_JS,
    ),
    in_view(
        "reset forgets",
        'Object.entries(model.get("start"))) model',
        'Object.entries(model.get("start")).slice(1)) model',
        "reset_restores_everything",
        SHARED_JS,
    ),
    in_view(
        "flooded screen reader",
        "const QUIET_MS = 700",
        "const QUIET_MS = 0",
        "a_screen_reader_hears_one_result_per_movement",
        SHARED_JS,
    ),
    in_view(
        "draws on after its page has gone",
        "model.off(event, draw)",
        "0",
        "the_view_rests_when_the_page_goes",
        SHARED_JS,
    ),
]
LOOK = [
    bug("words push the page", SHARED_CSS, "height: var(--ex-words);", "", LOOKS),
    bug(
        "height not reserved",
        SHARED_CSS,
        "height: var(--ex-height);",
        "",
        "widgets/test_appearance.py",
    ),
    bug(
        "title taken for a label in JupyterLab",
        SHARED_CSS,
        ".ex-controls :is(.widget-label",
        ".ex-explorer :is(.widget-label",
        "widgets/test_appearance.py",
    ),
    bug("small button", SHARED_CSS, "height: 40px;", "height: 28px;", LOOKS),
    bug(
        "never side by side", VIEW_CSS, '"curve controls" auto', '"curve curve"', LOOKS
    ),
]
PYTHON = [
    bug("one vector for all draws", VIEW_PY, "(_N_DRAWS, 1 + _N", "(1, 1 + _N", UNIT),
    bug(
        "parts one too long",
        VIEW_PY,
        "[0, *_SIZES[:-1]]",
        "[0, *(_SIZES[:-1] + 1)]",
        UNIT,
    ),
    bug(
        "size between steps",
        VIEW_PY,
        "d_k not in _SIZES",
        "d_k not in range(1025)",
        UNIT,
    ),
    bug("all controls move d_k", VIEW_PY, "(view, trait))", '(view, "d_k"))', UNIT),
    bug(
        "shared text not stored", STORED, 'read_text("utf-8") + own', "name + own", UNIT
    ),
]
BUGS = [*VIEW, *LOOK, *PYTHON]
