from attnbook.notebooks.docstrings import as_markdown

DOCSTRING = r"""Turn scores into weights.

.. math::  A_{ij} = \exp(S_{ij} / T)

A score :math:`S` of ``-inf`` gets nothing.

Args:
    scores: Any numbers :math:`S`,
        of any shape.
    mask: ``None`` forbids nothing.

Returns:
    The weights.

Example:
    Two equal keys:

    >>> 1 / 2
    0.5

Chapter: 2-concepts/scores-and-temperature.
"""


def test_a_formula_becomes_display_mathematics():
    assert "$$\nA_{ij} = \\exp(S_{ij} / T)\n$$" in as_markdown(DOCSTRING)


def test_roles_and_double_backticks_become_markdown():
    assert "A score $S$ of `-inf` gets nothing." in as_markdown(DOCSTRING)
    assert ":math:" not in as_markdown(DOCSTRING)
    assert "``" not in as_markdown(DOCSTRING).replace("```", "")


def test_arguments_become_a_list_with_their_further_lines():
    text = as_markdown(DOCSTRING)
    assert "**Args**\n\n- `scores`: Any numbers $S$, of any shape.\n- `mask`: " in text


def test_an_example_becomes_code():
    assert "Two equal keys:\n\n```pycon\n>>> 1 / 2\n0.5\n```" in as_markdown(DOCSTRING)


def test_a_section_of_one_line_keeps_its_text():
    text = as_markdown(DOCSTRING)
    assert text.endswith("**Chapter**\n\n2-concepts/scores-and-temperature.")


def test_a_line_alone_stays_a_line():
    assert as_markdown("Open it.") == "Open it."
