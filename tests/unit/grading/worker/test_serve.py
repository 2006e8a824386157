import pytest

from attnbook.grading.worker.serve import run_cell, without_magics


def test_after_an_error_the_definitions_of_a_cell_still_count():
    namespace: dict = {}
    cell = "a = 1\n1 / 0\nimport math\ndef f(): return math.pi\nb = 2"
    answer = run_cell(cell, namespace, "<cell 1>")
    assert answer["text"] == "ZeroDivisionError: division by zero"
    assert answer["line"] == "1 / 0"
    assert namespace["f"]() > 3
    assert "a" in namespace
    assert "b" not in namespace


def test_a_careful_run_takes_the_definitions_alone():
    namespace: dict = {}
    assert run_cell("1 / 0\ndef f(): pass", namespace, "x", careful=True) == {
        "kind": "done"
    }
    assert "f" in namespace


def test_a_syntax_error_shows_its_line():
    answer = run_cell("x = 1\ndef f(:", {}, "<cell 1>")
    assert answer["raised"][0] == "SyntaxError"
    assert answer["line"] == "def f(:"


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("%matplotlib inline", "pass"),
        ("if True:\n    !ls", "if True:\n    pass"),
        ("%%bash\nls", ""),
        ("%%time\nx = 1", "pass\nx = 1"),
        ("x = 5 % 3", "x = 5 % 3"),
    ],
)
def test_lines_of_ipython_are_left_out(source, plain):
    assert without_magics(source) == plain
