import pytest
from nbformat import v4

from tests.unit.notebooks.cells import code, printed, shown

ALT = {"mystnb": {"image": {"alt": "Four bars, the first as long as the others."}}}


def test_a_traceback_is_found(lint):
    error = v4.new_output("error", ename="ValueError", evalue="no", traceback=["no"])
    (problem,) = lint(code("f()", outputs=[error]))
    assert problem.startswith("cell 1: shows a traceback")


def test_a_warning_is_found(lint):
    (problem,) = lint(code("f()", outputs=[printed("careful", "stderr")]))
    assert problem.startswith("cell 1: writes to stderr")


def test_a_memory_address_is_found(lint):
    (problem,) = lint(code("print(f)", "<function f at 0x7f3a5c0b1e40>"))
    assert problem.startswith("cell 1: shows a memory address")


def test_the_text_of_matplotlibs_object_is_found(lint):
    axes = v4.new_output("execute_result", data={"text/plain": "<Axes: title='x'>"})
    (problem,) = lint(code("plot()", outputs=[axes]))
    assert "assign it: `ax = ...`" in problem


def test_a_semicolon_which_nbval_overlooks_is_found(lint):
    (problem,) = lint(code("ax.set_title('x');\n"))
    assert problem.startswith("cell 1: ends in `;`")


@pytest.mark.parametrize("kind", ["image_png", "image_svg+xml"])
def test_a_picture_without_alt_text_is_found(lint, kind):
    picture = [shown(**{kind: "data"})]
    (problem,) = lint(code("ax = plot()", outputs=picture))
    assert problem.startswith("cell 1: has a picture without alt text")
    assert lint(code("ax = plot()", outputs=picture, **ALT)) == []


def test_an_alt_text_of_a_word_or_two_is_no_description(lint):
    short = {"mystnb": {"image": {"alt": "A plot."}}}
    assert (
        len(lint(code("ax = plot()", outputs=[shown(image_png="data")], **short))) == 1
    )


IGNORED = ("nbval-ignore-output",)


def test_an_output_that_may_differ_needs_a_claim_below(lint):
    training = code("train()", "0.987 in 41 s", tags=IGNORED)
    assert lint(training, code("print(accuracy >= 0.95)", "True")) == []
    (problem,) = lint(training, code("print(accuracy >= 0.95)", "False"))
    assert problem.startswith("cell 1: has an output that nothing compares")


def test_a_claim_that_nothing_compares_is_no_claim(lint):
    training = code("train()", "0.987", tags=IGNORED)
    claim = code("print(accuracy >= 0.95)", "True", tags=IGNORED)
    assert [line[:6] for line in lint(training, claim)] == ["cell 1", "cell 2"]


@pytest.mark.parametrize(
    "cell",
    [code("f()", tags=("nbval-skip",)), code("# NBVAL_SKIP\nf()")],
    ids=["tag", "comment"],
)
def test_a_cell_that_nbval_would_skip_is_found(lint, cell):
    (problem,) = lint(cell)
    assert problem.startswith("cell 1: is skipped by nbval")
