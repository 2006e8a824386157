import pytest
import torch

from attnbook.tasks.card_scores import score_answers
from attnbook.tasks.digit_cards import Hands

LENGTHS, ASKED = torch.tensor([2, 2, 4, 4]), torch.tensor([1, 0, 3, 2])
MASK = (torch.arange(4) < LENGTHS[:, None])[:, None]
HANDS = Hands(
    cards=torch.zeros(4, 4, 72),
    mask=MASK,
    query=torch.zeros(4, 8),
    answer=torch.tensor([3, 5, 7, 9]),
    asked=ASKED,
    digits=torch.zeros(4, 4).long(),
)
WEIGHTS = torch.tensor(
    [[0.1, 0.9, 0, 0], [0.3, 0.7, 0, 0], [0, 0, 0.4, 0.6], [0.25, 0.25, 0.25, 0.25]]
)[:, None]


def test_answers_are_counted_in_all_and_by_number_of_cards():
    scores = score_answers(torch.tensor([3, 4, 7, 9]), None, HANDS)
    assert scores == {
        "accuracy": 0.75,
        "n": 4,
        "by_cards": {"2": 0.5, "4": 1.0},
    }


def test_the_weight_of_the_right_card_stands_beside_chance():
    scores = score_answers(HANDS.answer, WEIGHTS, HANDS)
    assert scores["weight_on_right"] == 0.5125  # (0.9 + 0.3 + 0.6 + 0.25) / 4
    assert scores["looks_at_right"] == 0.5  # of four equal weights the first counts
    assert scores["chance"] == 0.375  # (1/2 + 1/2 + 1/4 + 1/4) / 4


def test_weights_that_know_nothing_are_at_chance():
    equal = MASK / LENGTHS[:, None, None]
    scores = score_answers(HANDS.answer, equal, HANDS)
    assert scores["weight_on_right"] == scores["chance"]


def test_an_answer_is_needed_for_each_hand():
    with pytest.raises(ValueError, match="got 3 answers for 4 hands"):
        score_answers(HANDS.answer[:3], None, HANDS)
    with pytest.raises(ValueError, match="got 0 answers for 0 hands"):
        score_answers(HANDS.answer[:0], None, HANDS[:0])
