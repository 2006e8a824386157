"""Bugs for the pages' extension and styles, with the tests to catch them."""

from tests.planted_bugs.bug import Bug


def page_bug(name: str, module: str, old: str, new: str, tests: str = "") -> Bug:
    """Make a bug in a module of the extension, for the tests of that name to catch."""
    test = f"tests/book/test_{tests or module}.py"
    return Bug(name, f"book/_ext/page/{module}.py", old, new, (test,))


BUGS = [
    page_bug("ids not unique", "figures", '"id", prefix + ', '"id", "" + '),
    page_bug(
        "white face", "figures", 'sub("fill: none", style)', 'sub("\\\\g<0>", style)'
    ),
    page_bug("words in a mark's colour", "figures", r'r"\1-text"', r'r"\1"'),
    page_bug("style sheet leaks", "figures", '"metadata", "style")', '"metadata")'),
    page_bug(
        "colour left in an attribute", "figures", "paint in PAINTS", "paint in ()"
    ),
    page_bug("colour in scripts", "formulas", "not token.script and (", "("),
    page_bug("colour in words", "formulas", " or bool(WORDS.fullmatch(before))", ""),
    page_bug("bold forgotten", "formulas", "(named or token.bold)", "named"),
    page_bug("bare class", "formulas", 'f"{{\\\\class{{att-', 'f"\\\\class{{att-'),
    page_bug(
        "a label forgotten", "boxes", '"Loses to.": "loses-to",', "", "small_books"
    ),
    page_bug("too early", "citations", "priority=900", "priority=100", "small_books"),
    page_bug(
        "alt not asked", "figures", "not alt or alt == uri", "False", "small_books"
    ),
    page_bug("all captions", "figures", "len(parts) == 1 and", "", "small_books"),
    page_bug("thebe", "theme", '("sphinx_thebe", ', '("sphinx_x", ', "small_books"),
    page_bug(
        "small MathJax", "assets", "tex-chtml-full.js", "tex-chtml.js", "small_books"
    ),
    page_bug("cards forgotten", "theme", "mark not in body", "True", "small_books"),
    page_bug(
        "MathJax without formulas", "theme", "mark not in body", "False", "weight"
    ),
    Bug(
        "search index on every page",
        "book/_ext/page/templates/layout.html",
        "{%- block extrahead %}",
        "{%- block extrahead %}{{ super() }}",
        ("tests/book/test_weight.py",),
    ),
    Bug(
        "sliders wait for MathJax",
        "src/attnbook/widgets/static/static-widgets.js",
        "await parsed();",
        'await new Promise((done) => addEventListener("load", done));',
        ("tests/book/test_weight.py",),
    ),
    Bug(
        "icon over words",
        "book/assets/icons.css",
        "{ position: static; flex: none; }",
        "{ flex: none; }",
        (
            "tests/book/test_pages.py::test_the_icon_of_the_search_field_stands_beside_its_words",
        ),
    ),
    Bug(
        "environment read",
        "_config.yml",
        'exclude_patterns: [".*", ',
        "exclude_patterns: [",
        ("tests/book/test_small_books.py",),
    ),
    Bug(
        "pale words",
        "book/assets/palette.css",
        "--att-k-text: #bd3a05",
        "--att-k-text: #d9480f",
        ("tests/book/test_palette.py",),
    ),
]
