"""Bugs for the query explorer, each with the test that must catch it."""

from tests.planted_bugs.bug import Bug

VIEW_JS = "src/attnbook/widgets/query_explorer.js"
VIEW_CSS = "src/attnbook/widgets/query_explorer.css"
VIEW_PY = "src/attnbook/widgets/query_explorer.py"
UNIT = "unit/widgets/test_query_explorer.py"


def bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug of the query explorer for one test, named from ``tests/`` on."""
    return Bug(f"query explorer: {name}", file, old, new, (f"tests/{test}",))


def in_view(name: str, old: str, new: str, test: str, file: str = "explorer") -> Bug:
    """Make a bug in its drawing, for one test in a browser."""
    return bug(name, VIEW_JS, old, new, f"widgets/test_query_{file}.py::test_{test}")


RANDOM = "numbers_equal_the_package_on_200_random_states"
NUMBERS = [
    in_view(
        "softmax over queries",
        'scores.map((row) => softmax(row, model.get("temperature")))',
        "scores.map((row, i) => row.map((_, j) => "
        'softmax(scores.map((r) => r[j]), model.get("temperature"))[i]))',
        "each_row_is_a_softmax_of_its_own",
    ),
    in_view("nearest key wins", "=> dot(q, k)", "=> -distance(q, k)", RANDOM),
    in_view("context mixes keys", "mixture(row, values)", "mixture(row, keys)", RANDOM),
    bug(
        "temperature multiplied",
        "src/attnbook/widgets/explorer.js",
        "s / temperature",
        "s * temperature",
        f"widgets/test_query_explorer.py::test_{RANDOM}",
    ),
    in_view(
        "tick without effect",
        '"values_are_keys") ? "key_points"',
        '"values_are_keys") ? "value_points"',
        "a_tick_makes_the_keys_serve_as_values",
    ),
    in_view(
        "all queries move",
        "(n === i ? point : q)",
        "(point || q)",
        "moving_one_query_changes_no_other_row",
    ),
    in_view(
        "up is down",
        "ArrowDown: [0, -1], ArrowUp: [0, 1]",
        "ArrowDown: [0, 1], ArrowUp: [0, -1]",
        "arrow_keys_move_the_query_in_focus",
    ),
    in_view(
        "steps add up their rounding",
        "Math.round(10 * c) / 10",
        "c",
        "many_small_steps_add_up_exactly",
    ),
    in_view(
        "sliders swapped",
        '["x", lead(0)], ["y", lead(1)]',
        '["x", lead(1)], ["y", lead(0)]',
        "sliders_move_the_query_in_hand",
    ),
    in_view(
        "sliders stay with the first query",
        '["active", follow], ',
        "",
        "sliders_and_choice_follow_the_query_in_focus",
    ),
    in_view(
        "page scrolls along",
        "event.preventDefault(); // or the page scrolls",
        "",
        "arrow_keys_do_not_scroll_the_page",
    ),
    in_view(
        "reset moves the queries only",
        'set(model.get("start"))',
        'set({ queries: model.get("start").queries })',
        "reset_restores_everything",
    ),
    in_view(
        "explorers share the page's rows",
        "Object.assign(row.dataset,",
        'Object.assign(document.querySelectorAll(".qx-table tbody tr")[i].dataset,',
        "explorers_on_a_page_do_not_disturb_each_other",
    ),
]
WORDS = [
    in_view(
        "the nearest is not named",
        "winners.includes(nearest) ?",
        "nearest ?",
        "words_name_the_winner_and_who_is_nearer",
        "words",
    ),
    in_view(
        "axes swapped in what a query says",
        "`x ${fixed(queries[i][0], 1)}, y ${fixed(queries[i][1], 1)}`",
        "`x ${fixed(queries[i][1], 1)}, y ${fixed(queries[i][0], 1)}`",
        "everything_has_a_name_that_says_its_numbers",
        "words",
    ),
]
GESTURES = [
    in_view(
        "drag ignores the scale",
        "(c - grip.hand[axis]) / unit",
        "(c - grip.hand[axis]) / 35",
        "a_query_goes_where_the_mouse_takes_it",
        "gestures",
    ),
    in_view(
        "drag ignores the margin",
        ".width / (2 * EDGE)",
        ".width / (2 * LIMIT)",
        "a_query_goes_where_the_mouse_takes_it",
        "gestures",
    ),
    in_view(
        "a finger scrolls the page away",
        "event.preventDefault(), { passive: false }",
        "0, { passive: false }",
        "a_query_follows_a_finger_and_the_page_stays",
        "gestures",
    ),
    in_view(
        "every button drags",
        "if (event.button !== 0) return;",
        "",
        "the_second_button_takes_nothing",
        "gestures",
    ),
    in_view(
        "plane upside down",
        "50 - (50 * y) / EDGE",
        "50 + (50 * y) / EDGE",
        "every_mark_stands_at_its_point",
        "gestures",
    ),
    in_view(
        "feet off the query's line",
        "point(dot([a, b], key) / length, 0)",
        "point(dot([a, b], key), 0)",
        "feet_on_the_querys_line_measure_the_scores",
        "gestures",
    ),
    in_view(
        "hull with a dent",
        "chain.at(-1), p) <= 0",
        "chain.at(-1), p) < -99",
        "the_hull_is_convex_and_holds_every_value_and_context",
        "gestures",
    ),
    in_view(
        "lines as thick as another query's weights",
        "THICKEST * weights[active][j]",
        "THICKEST * weights[0][j]",
        "lines_to_values_are_as_thick_as_the_weights",
        "gestures",
    ),
]
LOOKS = [
    in_view(
        "small handles",
        "r: 22 })",
        "r: 15 })",
        "handles_are_as_large_as_a_fingertip",
        "gestures",
    ),
    in_view(
        "white numbers on yellow",
        "weights[i][j] > BRIGHT",
        "weights[i][j] > 0.8",
        "numbers_can_be_read_in_every_cell",
        "appearance",
    ),
    bug(
        "height not reserved for the choice",
        VIEW_CSS,
        "(4 + var(--qx-choices))",
        "4",
        "widgets/test_appearance.py::test_height_is_reserved_before_the_widget_comes",
    ),
    bug(
        "a longer number moves its row",
        VIEW_CSS,
        "{ padding-top: 5px; vertical-align: top; }",
        "{ vertical-align: middle; }",
        "widgets/test_query_appearance.py::test_nothing_jumps_while_loading_or_moving",
    ),
]
PYTHON = [
    bug(
        "not a number is a place",
        VIEW_PY,
        "if not all(-_LIMIT <= c <= _LIMIT for c in (x, y)):",
        "if any(abs(c) > _LIMIT for c in (x, y)):",
        UNIT,
    ),
    bug(
        "choice moves a query",
        VIEW_PY,
        '(choice, "index"), (view, "active")',
        '(choice, "index"), (view, "x")',
        UNIT,
    ),
    bug(
        "values cut to the keys",
        VIEW_PY,
        '"values", len(keys), len(keys))',
        '"values", len(keys), 6)',
        UNIT,
    ),
    bug("address in the text", VIEW_PY, "def __repr__", "def _repr", UNIT),
]
BUGS = [*NUMBERS, *WORDS, *GESTURES, *LOOKS, *PYTHON]
