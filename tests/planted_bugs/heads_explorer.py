"""Bugs for the heads explorer, each with the test that must catch it."""

from tests.planted_bugs.bug import Bug

VIEW_JS = "src/attnbook/widgets/heads_explorer.js"
VIEW_CSS = "src/attnbook/widgets/heads_explorer.css"
VIEW_PY = "src/attnbook/widgets/heads_explorer.py"
UNIT = "unit/widgets/test_heads_explorer.py"
LOOKS = "widgets/test_explorer_appearance.py"


def bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug of the heads explorer for one test, named from ``tests/`` on."""
    return Bug(f"heads explorer: {name}", file, old, new, (f"tests/{test}",))


def in_view(name: str, old: str, new: str, test: str) -> Bug:
    """Make a bug in its drawing, for one test in a browser."""
    return bug(name, VIEW_JS, old, new, f"widgets/test_heads_explorer.py::test_{test}")


NUMBERS = "weights_equal_the_package_at_every_place_of_the_controls"
WORDS = "words_say_who_is_found_and_what_is_kept"
ARROWS = "arrows_point_where_the_heads_look"
DOTS = "dots_mark_the_helpers_of_the_heads_errand"
VIEW = [
    in_view("divided by all features", "/ Math.sqrt(d)", "/ Math.sqrt(n * d)", NUMBERS),
    in_view(
        "not divided", "dot(one, other) / Math.sqrt(d)", "dot(one, other)", NUMBERS
    ),
    in_view("features dealt out", "h * d, (h + 1) * d))", "h, h + d))", NUMBERS),
    in_view(
        "keys look",
        "[cut(queries, h), cut(keys, h)]",
        "[cut(keys, h), cut(queries, h)]",
        NUMBERS,
    ),
    in_view("errands exchanged", "head < n / 2 ? 0 : 1", "head < n / 2 ? 1 : 0", DOTS),
    in_view("one head for today only", "n === 1 ? [0, 1]", "n === 1 ? [0]", DOTS),
    in_view(
        "heads added, not averaged", "sum(looks) / looks.length", "sum(looks)", WORDS
    ),
    in_view("mean of all heads", "mean of ${n / 2} heads", "mean of ${n} heads", WORDS),
    in_view("parameters grow", "4 * (n * d) ** 2", "4 * n * (n * d) ** 2", WORDS),
    in_view(
        "one table for all heads", "n * names.length ** 2", "names.length ** 2", WORDS
    ),
    in_view(
        "a shared first place for one",
        "top - row[j] < 1e-9",
        "top === row[j] && j === row.indexOf(top)",
        "each_table_has_its_number_its_errand_and_its_winner",
    ),
    in_view("arrows upside down", "(-180 / Math.PI)", "(180 / Math.PI)", ARROWS),
    in_view(
        "arrow of a look nowhere",
        '"hx-empty", length < 1e-9',
        '"hx-empty", !head',
        "who_stands_between_opposite_helpers_looks_nowhere",
    ),
    in_view(
        "tables speak of someone else",
        "percent(head.weights[query][j])",
        "percent(head.weights[0][j])",
        "tables_speak_the_weights_of_who_looks",
    ),
]
LOOK = [
    bug(
        "words cut off",
        VIEW_CSS,
        "--ex-words: 174px",
        "--ex-words: 60px",
        LOOKS,
    ),
]
PYTHON = [
    bug(
        "no line half-way",
        VIEW_PY,
        "[half, half], [-half, half]",
        "[1.0, 0.0], [1.0, 0.0]",
        UNIT,
    ),
    bug("three heads", VIEW_PY, "n_heads not in possible", "n_heads > 8", UNIT),
    bug(
        "choice moves the heads",
        VIEW_PY,
        '(view, "query"))',
        '(view, "n_heads"))',
        UNIT,
    ),
]
BUGS = [*VIEW, *LOOK, *PYTHON]
