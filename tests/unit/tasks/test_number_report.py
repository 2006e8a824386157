import pytest

from attnbook.tasks.number_names import name_numbers
from attnbook.tasks.number_report import MAX_FAILURES, evaluate, n_digits

EXAMPLES = name_numbers([1000, 200_071, 300_005, 987_654_321, 111_222_333_444])
ANSWERS = [e.answer for e in EXAMPLES]


def test_right_answers_are_right_in_every_way():
    scores = evaluate(ANSWERS, EXAMPLES)
    assert (scores["exact_match"], scores["word_accuracy"], scores["n"]) == (1, 1, 5)
    assert {cell["share"] for cell in scores["by_length"].values()} == {1}
    assert sum(cell["n"] for cell in scores["by_length"].values()) == 5
    assert scores["failures"] == []


def test_digits_are_counted_so_that_their_names_sort():
    assert [n_digits(e) for e in EXAMPLES] == ["04", "06", "06", "09", "12"]
    by_digits = evaluate(ANSWERS, EXAMPLES)["by_digits"]
    assert {k: v["n"] for k, v in by_digits.items()} == {
        "04": 1,
        "06": 2,
        "09": 1,
        "12": 1,
    }


def test_groups_and_places_are_told_only_where_every_group_is_full():
    scores = evaluate(ANSWERS, EXAMPLES)
    assert list(scores["groups"]) == list(scores["first_errors"]) == ["06", "09", "12"]
    assert scores["groups"]["06"]["units"] == {"share": 1.0, "n": 2}
    assert "04" not in evaluate(ANSWERS[:1], EXAMPLES[:1])["groups"]


def test_an_error_is_told_by_its_own_size_group_and_place():
    wrong = [ANSWERS[0], "deux cent mille soixante", *ANSWERS[2:]]
    scores = evaluate(wrong, EXAMPLES)
    shares = {g: s["share"] for g, s in scores["groups"]["06"].items()}
    assert shares == {"billions": 1, "millions": 1, "thousands": 1, "units": 0.5}
    assert scores["first_errors"]["06"][:5] == [
        [0.0, 2],
        [0.0, 2],
        [0.0, 2],
        [0.0, 2],
        [0.5, 2],
    ]
    assert all(risk == 0 for risk, _ in scores["first_errors"]["09"])
    (failure,) = scores["failures"]
    assert failure["predicted"] == "deux cent mille soixante"


def test_only_the_first_failures_are_kept():
    assert len(evaluate(["cent"] * 7, EXAMPLES[:1] * 7)["failures"]) == MAX_FAILURES


def test_predictions_and_examples_must_pair():
    with pytest.raises(ValueError, match="4 predictions for 5 examples"):
        evaluate(ANSWERS[:4], EXAMPLES)
