import pytest

from tests.unit.notebooks.cells import code, md

QUESTION = md("Some text.\n\n> **Predict.** What does it print?")
ANSWER = code(
    "print(2 + 2)", "4", tags=("hide-output",), jupyter={"outputs_hidden": True}
)
WHY = md("<details><summary>Why</summary>\n\nFour.\n\n</details>")
HIDDEN = {"outputs_hidden": True}


def test_question_hidden_answer_and_folded_why_pass(lint):
    assert lint(QUESTION, ANSWER, WHY) == []


def test_a_question_without_a_code_cell_below_is_found(lint):
    (problem,) = lint(QUESTION, WHY)
    assert problem.startswith("cell 1: ends in a Predict box, and no code cell follows")


@pytest.mark.parametrize(
    "answer",
    [
        code("print(4)", "4"),
        code("print(4)", "4", tags=("hide-output",)),
        code("print(4)", "4", jupyter=HIDDEN),
    ],
    ids=["bare", "only the tag", "only the metadata"],
)
def test_an_answer_that_is_not_hidden_twice_is_found(lint, answer):
    assert any(
        "cell 2: answers a Predict box in plain sight" in line
        for line in lint(QUESTION, answer, WHY)
    )


@pytest.mark.parametrize(
    "why",
    [md("Because."), code("print(1)", "1"), md("Because.\n\n" + WHY.source)],
    ids=["not folded", "code", "folded further down"],
)
def test_an_answer_without_a_folded_why_is_found(lint, why):
    (problem,) = lint(QUESTION, ANSWER, why)
    assert "cell 2: answers a Predict box; begin the Markdown cell below" in problem


def test_a_why_that_is_never_closed_is_found(lint):
    (problem,) = lint(QUESTION, ANSWER, md("<details><summary>Why</summary>\n\nFour."))
    assert problem == "cell 3: opens <details> and never closes it"


def test_a_hidden_output_without_a_question_is_found(lint):
    (problem,) = lint(md("Look."), ANSWER)
    assert problem.startswith("cell 2: hides its output without a question")


def test_an_output_hidden_in_jupyterlab_alone_is_found(lint):
    (problem,) = lint(code("print(4)", "4", jupyter=HIDDEN))
    assert problem.startswith("cell 1: is folded in JupyterLab and not on the page")


def test_an_answer_that_the_text_above_tells_is_found(lint):
    answer = code("print(shape)", "(2, 3, 5)", tags=("hide-output",), jupyter=HIDDEN)
    (problem,) = lint(md("The shape is (2, 3, 5)."), QUESTION, answer, WHY)
    assert "cell 3: prints '(2, 3, 5)', which stands above the question" in problem


def test_a_question_may_offer_the_answer_among_others(lint):
    question = md("> **Predict.** Is it (2, 3, 5) or (2, 5, 3)?")
    answer = code("print(shape)", "(2, 3, 5)", tags=("hide-output",), jupyter=HIDDEN)
    assert lint(question, answer, WHY) == []
