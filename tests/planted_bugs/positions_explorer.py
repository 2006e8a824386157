"""Bugs for the positions explorer, each with the test that must catch it."""

from tests.planted_bugs.bug import Bug

VIEW_JS = "src/attnbook/widgets/positions_explorer.js"
VIEW_CSS = "src/attnbook/widgets/positions_explorer.css"
VIEW_PY = "src/attnbook/widgets/positions_explorer.py"
UNIT = "unit/widgets/test_positions_explorer.py"
LOOKS = "widgets/test_explorer_appearance.py"


def bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug of the positions explorer for one test, named from ``tests/`` on."""
    return Bug(f"positions explorer: {name}", file, old, new, (f"tests/{test}",))


def in_view(name: str, old: str, new: str, test: str) -> Bug:
    """Make a bug in its drawing, for one test in a browser."""
    test = f"widgets/test_positions_explorer.py::test_{test}"
    return bug(name, VIEW_JS, old, new, test)


NUMBERS = "numbers_equal_the_package_over_the_full_range_of_the_sliders"
STRIPES = "stripes_are_the_sinusoidal_vectors"
WORDS = "words_say_the_score_and_where_it_is_highest"
VIEW = [
    in_view("speeds of half the features", "(-2 * c) / d", "-c / d", NUMBERS),
    in_view(
        "turned the other way",
        "x * cos - y * sin, x * sin +",
        "x * cos + y * sin, -x * sin +",
        NUMBERS,
    ),
    in_view("a mirror for a turn", "x * cos - y * sin", "x * cos + y * sin", NUMBERS),
    in_view(
        "halves for pairs",
        "vector.slice(2 * c, 2 * c + 2)",
        "[vector[c], vector[c + vector.length / 2]]",
        NUMBERS,
    ),
    in_view(
        "key turned by the offset alone",
        "rotary(k, place + offset, speeds)",
        "rotary(k, offset, speeds)",
        NUMBERS,
    ),
    in_view(
        "curve mirrored",
        "rotary(k, place + t, speeds)",
        "rotary(k, place - t, speeds)",
        NUMBERS,
    ),
    in_view(
        "tick without effect",
        'choices[model.get("tuned") ? 1 : 0]',
        "choices[0]",
        NUMBERS,
    ),
    in_view(
        "cosine first",
        "[Math.sin(place * speed), Math.cos(place * speed)]",
        "[Math.cos(place * speed), Math.sin(place * speed)]",
        STRIPES,
    ),
    in_view(
        "stripes stay with the first base",
        "String(speeds) === String(state.speeds)",
        "speeds",
        STRIPES,
    ),
    in_view(
        "dials count as pages do",
        "(-180 / Math.PI)",
        "(180 / Math.PI)",
        "hands_are_turned_as_far_as_their_pairs",
    ),
    in_view(
        "arc the long way",
        "a * y - b * x < 0 ? 1 : 0",
        "a * y - b * x < 0 ? 0 : 1",
        "arcs_take_the_shorter_way_around_the_middle",
    ),
    in_view(
        "key marked at its offset",
        "x(state.place + state.offset)",
        "x(state.offset)",
        "marks_stand_at_their_places",
    ),
    in_view("best offset from the left", " - (scores.length - 1) / 2", "", WORDS),
    in_view("rounds in radians", "(2 * Math.PI) / speed", "1 / speed", WORDS),
]
LOOK = [
    bug("words cut off", VIEW_CSS, "--ex-words: 150px", "--ex-words: 90px", LOOKS),
]
PYTHON = [
    bug(
        "tuned to what comes after",
        VIEW_PY,
        "[-_TUNED_OFFSET]",
        "[_TUNED_OFFSET]",
        UNIT,
    ),
    bug("a stripe too few", VIEW_PY, "Int(_LAST + _FARTHEST)", "Int(_LAST)", UNIT),
    bug(
        "all sliders move the place",
        VIEW_PY,
        "(view, trait))",
        '(view, "place"))',
        UNIT,
    ),
    bug(
        "base clamped", VIEW_PY, "smallest <= base <= largest", "smallest <= base", UNIT
    ),
]
BUGS = [*VIEW, *LOOK, *PYTHON]
