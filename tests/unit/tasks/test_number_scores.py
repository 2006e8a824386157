import numpy as np
import pytest

from attnbook.tasks.number_names import name_numbers
from attnbook.tasks.number_scores import (
    BANDS,
    cut_into_groups,
    first_errors,
    groups_right,
    length_band,
    n_words_before_error,
    word_accuracy,
    words_right,
)

LONG, SHORT = name_numbers([2_001_000_071, 5007])
# deux milliards un million soixante et onze; cinq mille sept
EXAMPLES = [LONG, SHORT]


def test_every_length_has_a_band_and_the_longest_share_one():
    bands = []
    for n_words in (1, 5, 6, 17, 18, 25):
        example = type(LONG)(0, "", " ".join(["mille"] * n_words))
        bands.append(length_band(example))
    assert bands == ["01-05", "01-05", "06-08", "15-17", "18+", "18+"]
    assert bands == sorted(bands)


def test_the_bands_leave_no_gap():
    ends = [0, *(last for _, last in BANDS)]
    assert [first for first, _ in BANDS] == [end + 1 for end in ends[:-1]]


def test_a_missing_word_makes_all_that_follow_wrong():
    right = words_right("deux milliards million soixante et onze", LONG.answer)
    assert right.tolist() == [True, True, False, False, False, False, False]


def test_word_accuracy_weighs_words_not_texts():
    predicted = [LONG.answer, "six mille sept"]
    assert word_accuracy(predicted, EXAMPLES) == pytest.approx(9 / 10)


@pytest.mark.parametrize(
    ("predicted", "place"),
    [
        ("", 0),
        ("six mille sept", 0),
        ("cinq mille", 2),
        ("cinq mille huit", 2),
        ("cinq mille sept cent", 3),
        ("cinq mille sept", None),
    ],
)
def test_the_first_error_is_found_also_at_the_end(predicted, place):
    assert n_words_before_error(predicted, SHORT.answer) == place


def test_the_risk_counts_only_texts_that_got_so_far():
    predicted = [
        "six mille sept",
        "cinq mille huit",
        SHORT.answer,
        "cinq mille sept un",
    ]
    risks = first_errors(predicted, [SHORT] * 4)
    assert [(r.share, r.n) for r in risks] == [
        (0.25, 4),
        (0.0, 3),
        (pytest.approx(1 / 3), 3),
        (0.5, 2),
    ]


def test_short_texts_do_not_count_at_places_they_have_not_got():
    risks = first_errors([LONG.answer, SHORT.answer], EXAMPLES)
    assert [r.n for r in risks] == [2] * 4 + [1] * 4
    assert all(r.share == 0 for r in risks)


def test_the_risks_together_give_the_exact_match():
    rng = np.random.default_rng(0)
    words = SHORT.answer.split()
    predicted = [" ".join(words[: rng.integers(4)]) for _ in range(211)]
    kept = np.prod([1 - r.share for r in first_errors(predicted, [SHORT] * 211)])
    assert kept == pytest.approx(np.mean([p == SHORT.answer for p in predicted]))


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        (LONG.answer, ("deux milliards", "un million", "", "soixante et onze")),
        ("un milliard mille", ("un milliard", "", "mille", "")),
        ("cent", ("", "", "", "cent")),
        ("", ("", "", "", "")),
        ("mille millions", ("", "mille millions", "", "")),
    ],
)
def test_a_name_is_cut_after_each_great_unit(name, groups):
    assert tuple(cut_into_groups(name).values()) == groups
    assert " ".join(filter(None, cut_into_groups(name).values())) == name


def test_a_wrong_group_leaves_the_others_right():
    predicted = ["deux milliards trois millions soixante et onze", SHORT.answer]
    shares = groups_right(predicted, EXAMPLES)
    assert {g: (s.share, s.n) for g, s in shares.items()} == {
        "billions": (1.0, 2),
        "millions": (0.5, 2),
        "thousands": (1.0, 2),
        "units": (1.0, 2),
    }


@pytest.mark.parametrize("score", [word_accuracy, first_errors, groups_right])
def test_predictions_and_examples_must_pair(score):
    with pytest.raises(ValueError, match="1 predictions for 2 examples"):
        score([SHORT.answer], EXAMPLES)
