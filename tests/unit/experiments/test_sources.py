import pytest

from attnbook.experiments import sources
from attnbook.experiments.sources import fingerprint, imported_modules, source_hashes

RECIPE = "attnbook.experiments.translation_with_attention"

PLAIN = '''
"""A module."""
import math  # for pi

def area(r):
    """Give the area."""
    return math.pi * r ** 2
'''


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"""A module."""', '"""Another one, explained better."""'),
        ('    """Give the area."""\n', ""),
        ("# for pi", ""),
        ("return math.pi * r ** 2", "return (\n        math.pi * r**2\n    )"),
    ],
)
def test_words_and_layout_do_not_count(old, new):
    assert old in PLAIN
    assert fingerprint(PLAIN.replace(old, new)) == fingerprint(PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("r ** 2", "r ** 3"),
        ("r ** 2", "2 ** r"),
        ("(r)", "(r=1)"),
        ("math.pi", "math.e"),
        ("return ", ""),
        ("import math", "import cmath as math"),
    ],
)
def test_meaning_counts(old, new):
    assert old in PLAIN
    assert fingerprint(PLAIN.replace(old, new)) != fingerprint(PLAIN)


def test_a_string_that_is_no_docstring_counts():
    assert fingerprint("x = 1\n'a'") != fingerprint("x = 1\n'b'")
    assert fingerprint("x = 'a'") != fingerprint("x = 'b'")


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A small package in place of the real one; returns a function that adds a file."""
    root = tmp_path / "attnbook"
    monkeypatch.setattr(sources, "_PACKAGE", root)

    def write(path, text=""):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)

    write("__init__.py", "import attnbook.never")
    write("never.py")
    write("deep/__init__.py", "from attnbook.deep.unused import x")
    write("deep/unused.py", "x = 1")
    write("deep/used.py", "from . import beside\nfrom ..top import y")
    write("deep/beside.py")
    write("top.py", "def f():\n    import attnbook.late\ny = 2")
    write("late.py", "import torch, numpy as np")
    return write


def test_imports_are_followed_in_turn_also_relative_and_late_ones(package):
    package("recipe.py", "from attnbook.deep.used import y")
    assert imported_modules("attnbook.recipe") == [
        "attnbook.deep.beside",
        "attnbook.deep.used",
        "attnbook.late",
        "attnbook.recipe",
        "attnbook.top",
    ]


def test_a_package_imported_by_name_brings_all_that_it_imports(package):
    package("recipe.py", "from attnbook.deep import x")
    assert "attnbook.deep.unused" in imported_modules("attnbook.recipe")


def test_a_module_imported_from_its_package_is_found(package):
    package("recipe.py", "from attnbook.deep import beside")
    assert "attnbook.deep.beside" in imported_modules("attnbook.recipe")


def test_circles_end(package):
    package("a.py", "import attnbook.b")
    package("b.py", "import attnbook.a")
    assert imported_modules("attnbook.a") == ["attnbook.a", "attnbook.b"]


def test_a_change_far_down_is_seen(package):
    package("recipe.py", "from attnbook.deep.used import y")
    before = source_hashes("attnbook.recipe")
    package("late.py", "import torch, numpy as np\nz = 3")
    after = source_hashes("attnbook.recipe")
    assert {n for n in before if before[n] != after[n]} == {"attnbook.late"}


@pytest.mark.parametrize("module", ["attnbook.nothing", "torch", "json.decoder"])
def test_a_module_that_is_not_ours_is_an_error(module):
    with pytest.raises(ValueError, match=f"no module '{module}'"):
        imported_modules(module)


def test_the_recipe_depends_on_its_data_model_layer_formula_and_loop():
    assert set(imported_modules(RECIPE)) >= {
        RECIPE,
        "attnbook.tasks.dates",
        "attnbook.tasks.vocabulary",
        "attnbook.experiments.encoder_decoder",
        "attnbook.tasks.date_scores",
        "attnbook.models.rnn_encoder_decoder",
        "attnbook.nn.additive_attention",
        "attnbook.functional.scores",
        "attnbook.functional.softmax",
        "attnbook.functional.masks",
        "attnbook.training",
    }


def test_the_recipe_does_not_depend_on_figures_or_on_its_own_results():
    names = " ".join(imported_modules(RECIPE))
    for other in ("plotting", "widgets", "notebooks", "results", "reference"):
        assert other not in names
