"""Bugs for the mask explorer, each with the test that must catch it."""

from tests.planted_bugs.bug import Bug

VIEW_JS = "src/attnbook/widgets/mask_explorer.js"
VIEW_CSS = "src/attnbook/widgets/mask_explorer.css"
VIEW_PY = "src/attnbook/widgets/mask_explorer.py"
UNIT = "unit/widgets/test_mask_explorer.py"
LOOKS = "widgets/test_mask_appearance.py"


def bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug of the mask explorer for one test, named from ``tests/`` on."""
    return Bug(f"mask explorer: {name}", file, old, new, (f"tests/{test}",))


def in_view(name: str, old: str, new: str, test: str) -> Bug:
    """Make a bug in its drawing, for one test in a browser."""
    return bug(name, VIEW_JS, old, new, f"widgets/test_mask_explorer.py::test_{test}")


NUMBERS = "numbers_equal_the_package_in_every_state"
WORDS = "words_count_what_is_open_and_who_sees_nothing"
VIEW = [
    in_view("causal off by one", "!causal || j <= i", "!causal || j < i", NUMBERS),
    in_view("rows and columns swapped", "!isPad[j]", "!isPad[i]", NUMBERS),
    in_view("window off by one", "(j - i) < window", "(j - i) <= window", NUMBERS),
    in_view("window to one side", "Math.abs(j - i) <", "j - i <", NUMBERS),
    in_view("hidden after the softmax", "(mask[j] ? Math", "(true ? Math", NUMBERS),
    in_view("blind rows share equally", "p / sum : 0", "p / sum : 1 / 8", NUMBERS),
    in_view("scores stay behind", "scores[from[i]][t]", "scores[i][t]", NUMBERS),
    in_view("padding at the wrong end", "(i - shift + n)", "(i + shift)", NUMBERS),
    in_view("one layer too few", "layer = 1; layer <", "layer = 2; layer <", NUMBERS),
    in_view("residual forgotten", "=> open || i === j)", "=> open)", NUMBERS),
    in_view(
        "dots on open cells",
        '"mx-reached", !open && reached',
        '"mx-reached", reached',
        "more_layers_mark_what_comes_through_others",
    ),
    in_view(
        "weights rounded to nothing",
        'weight < 0.005 ? "<.01"',
        'weight < 0 ? "<.01"',
        "small_weights_are_never_rounded_to_nothing",
    ),
    in_view("own tokens counted as heard", " && i !== j)))", ")))", WORDS),
    in_view("blind rows not counted", "blind > 1", "blind > 8", WORDS),
    in_view(
        "blind rows not marked",
        '"mx-blind", !count(mask[i])',
        '"mx-blind", false',
        "a_row_that_sees_nothing_is_marked",
    ),
    in_view(
        "reset forgets",
        "forEach(([name, value]) => model.set",
        "slice(1).forEach(([name, value]) => model.set",
        "reset_restores_everything",
    ),
    in_view(
        "draws on after its page has gone",
        "model.off(`change:${name}`, draw)",
        "0",
        "the_view_rests_when_the_page_goes",
    ),
]
LOOK = [
    bug("words push the page", VIEW_CSS, "min-height: var(--mx-words);", "", LOOKS),
    bug("hidden cells not hatched", VIEW_CSS, "background-image: rep", "x: rep", LOOKS),
    bug("bright numbers", VIEW_CSS, "color: #010101", "color: #ffffff", LOOKS),
    bug("numbers too wide", VIEW_CSS, "font-size: 0.6875rem", "font-size: 15px", LOOKS),
]
PYTHON = [
    bug("labels swapped", VIEW_PY, "(view, trait))", '(view, "window"))', UNIT),
    bug("score clamped", VIEW_PY, "if outside:", "if False:", UNIT),
    bug("window beyond its slider", VIEW_PY, "window, 1, n)", "window, 1, 99)", UNIT),
]
BUGS = [*VIEW, *LOOK, *PYTHON]
