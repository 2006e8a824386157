import pytest

from attnbook.grading.solution import solution_text

from .cells import write_notebook, write_set

SOLUTION = (
    "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
)
STUB = "def double(x):\n    '''Double it.'''\n    raise NotImplementedError"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = write_set(tmp_path)
    write_notebook(folder / "solution.ipynb", "import numpy", SOLUTION)
    monkeypatch.chdir(folder)
    return folder


def test_a_solution_is_shown_with_what_its_checks_ask(folder):
    write_notebook(folder / "exercise.ipynb", "def double(x):\n    return x ** 2")
    assert solution_text("double").splitlines() == [
        "def double(x):",
        "    return 2 * x",
        "",
        "What its checks ask:",
        "",
        "- numbers double (2 points):",
        "  add x to itself",
        "- random numbers double, too (1 point):",
        "  any numbers",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        (STUB,),
        ("def double(x): ...",),
        ("def double(x): pass",),
        ("def doubled(x): return 2 * x",),
        ("check('double')",),
        (),
    ],
)
def test_who_has_not_tried_is_asked_to(folder, cells):
    write_notebook(folder / "exercise.ipynb", *cells)
    with pytest.raises(ValueError, match=r"has not been tried: .*attnbook hint double"):
        solution_text("double")
    assert "return 2 * x" in solution_text("double", anyway=True)


@pytest.mark.parametrize(
    "cell",
    [
        "def double(x:\n    return",
        STUB.replace("raise", "y = x\n    raise"),
        f"{STUB}\ndef double(x): return x",
    ],
)
def test_an_attempt_need_not_be_right_nor_even_python(folder, cell):
    write_notebook(folder / "exercise.ipynb", cell)
    assert "return 2 * x" in solution_text("double")


def test_without_a_notebook_nothing_was_tried(folder):
    assert not (folder / "exercise.ipynb").exists()
    with pytest.raises(ValueError, match="has not been tried"):
        solution_text("double")


def test_where_the_solutions_are_not_it_says_so(folder):
    (folder / "solution.ipynb").unlink()
    with pytest.raises(ValueError, match="what a teacher hands out has none"):
        solution_text("double", anyway=True)
