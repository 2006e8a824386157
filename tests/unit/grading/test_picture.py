import re
from xml.etree import ElementTree

import numpy as np
import pytest

from attnbook.grading.picture import Comparison

YOURS = np.array([[0.25, 0.75, 0.0], [0.5, 0.125, 0.375]])
TARGET = np.array([[0.25, 0.5, 0.25], [0.5, 0.125, 0.375]])


def svg(yours, target):
    return Comparison(yours, target).svg()


def test_words_name_the_first_entry_that_differs():
    assert Comparison(YOURS, TARGET).words == (
        "2 of 6 entries differ; the first, in row 0 and column 1, is 0.75 "
        "and should be 0.5"
    )


def test_a_frame_marks_each_entry_that_differs_and_no_other():
    assert svg(YOURS, TARGET).count("stroke-width='2'") == 2


def test_the_same_number_has_the_same_colour_on_both_sides():
    """On scales of their own, 0.25 would be darker beside 6 than beside 0.5."""
    yours = YOURS.copy()
    yours[0, 1] = 6
    fills = re.findall(r"fill='(#\w{6})' stroke='#6B7280'", svg(yours, TARGET))
    assert len(fills) == 12
    assert fills[0] == fills[6]
    assert fills[1] != fills[7]


def test_a_picture_is_a_whole_document_without_anything_from_outside():
    drawn = ElementTree.fromstring(svg(YOURS, TARGET))
    texts = [node.text for node in drawn.iter() if node.tag.endswith("text")]
    assert texts[:3] == ["yours", "0.25", "0.75"]
    assert "target" in texts


def test_nan_is_hatched_and_said():
    broken = YOURS.copy()
    broken[1, 2] = np.nan
    assert "is nan and should be 0.375" in Comparison(broken, YOURS).words
    assert svg(broken, YOURS).count("fill='url(#h)'") == 1


def test_the_largest_numbers_break_nothing():
    ElementTree.fromstring(svg(np.full((2, 3), 1.7e308), np.full((2, 3), -1.7e308)))


def test_masks_are_drawn_in_letters_for_a_terminal():
    drawn = repr(Comparison(np.tri(3, 5, dtype=bool), np.tri(3, 5, 1, dtype=bool)))
    assert drawn.splitlines()[1:] == [
        "      yours    target   # = True, . = False",
        "      #....    ##...",
        "      ##...    ###..",
        "      ###..    ####.",
    ]


@pytest.mark.parametrize(("one", "other"), [(bool, float), (int, bool), (bool, bool)])
def test_a_mask_is_drawn_as_one_whoever_wrote_it_in_numbers(one, other):
    drawn = Comparison(np.tri(3, dtype=one), np.tri(3, k=1, dtype=other))
    assert ">False</text>" in drawn.svg()
    assert "#.." in repr(drawn)
    assert drawn.words.endswith("is False and should be True")


def test_numbers_beside_a_mask_stay_numbers():
    assert "is 0.5 and should be 1" in (
        Comparison(np.full((1, 2), 0.5), np.ones((1, 2), bool)).words
    )


def test_an_array_too_wide_for_numbers_is_told_in_words_alone():
    wide = Comparison(np.zeros((1, 7)), np.ones((1, 7)))
    assert repr(wide) == f"      {wide.words}"


def test_the_picture_has_a_text_alternative():
    html = Comparison(YOURS, TARGET)._repr_html_()
    assert 'alt="Your array beside the target: 2 of 6 entries differ;' in html


@pytest.mark.parametrize(
    ("yours", "target"),
    [
        (TARGET, TARGET),
        (TARGET + 1e-9, TARGET),
        (YOURS.T, TARGET),
        (YOURS[0], TARGET[0]),
        (YOURS[None], TARGET[None]),
        (np.zeros((1, 17)), np.ones((1, 17))),
        (np.zeros((0, 3)), np.ones((0, 3))),
        ("text", TARGET),
        (None, TARGET),
    ],
    ids=("equal", "near", "turned", "one axis", "three", "wide", "empty", "text", "no"),
)
def test_nothing_is_drawn_where_a_picture_says_no_more(yours, target):
    assert not Comparison(yours, target).helps
