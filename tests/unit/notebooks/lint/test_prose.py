import pytest

from tests.unit.notebooks.cells import md


@pytest.mark.parametrize(
    "line",
    [
        "One thing. Another thing.",
        "Is it so? It is.",
        "- A point. Another.",
        "> **By hand.** A question? Another.",
        "It ends in $x$. Then more.",
        'He said "no." Then he left.',
    ],
)
def test_two_sentences_in_a_line_are_found(lint, line):
    (problem,) = lint(md(line))
    assert problem.startswith("cell 1: has two sentences in one line")


@pytest.mark.parametrize(
    "line",
    [
        "One thing.\nAnother thing.",
        "> **By hand.** What does it print?",
        "1. First come the scores.",
        "As Bahdanau et al. Found, e.g. Here, and D. Knuth knew.",
        "The date *3. März 2026* has three parts.",
        "| a. B | c. D |",
        "```python\nx = 1. Y\n```",
        "[Why](https://example.org/A. B) leads on.",
        "See Fig. 3 and Eq. 2.",
    ],
)
def test_what_only_resembles_two_sentences_passes(lint, line):
    assert lint(md(line)) == []


@pytest.mark.parametrize(
    "word", ["Obviously", "simply", "of course", "trivially", "just", "easy to see"]
)
def test_words_that_wave_hands_are_found(lint, word):
    (problem,) = lint(md(f"{word} it holds."))
    assert word in problem


@pytest.mark.parametrize("text", ["just as before", "`simply` is a name", "unjust"])
def test_other_uses_of_such_words_pass(lint, text):
    assert lint(md(text)) == []
