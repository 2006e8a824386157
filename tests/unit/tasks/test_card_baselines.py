import numpy as np
import pytest
import torch

from attnbook.tasks.card_baselines import (
    guess_a_card,
    name_the_commonest,
    read_the_right_card,
)
from attnbook.tasks.digit_cards import DigitImages, deal_hands, load_images

DIGITS = torch.tensor([[3, 5, 3, -1], [1, 2, 3, 4], [7, -1, -1, -1]])


@pytest.mark.parametrize(
    ("answer", "any_card", "commonest"),
    [
        ([3, 1, 7], (2 / 3 + 1 / 4 + 1) / 3, (1 + 1 / 4 + 1) / 3),
        ([5, 4, 7], (1 / 3 + 1 / 4 + 1) / 3, (0 + 1 / 4 + 1) / 3),
    ],
)
def test_guesses_are_counted_as_chance_would_have_them(answer, any_card, commonest):
    answer = torch.tensor(answer)
    assert guess_a_card(DIGITS, answer) == pytest.approx(any_card)
    assert name_the_commonest(DIGITS, answer) == pytest.approx(commonest)


def test_guesses_agree_with_guessing():
    rng = np.random.default_rng(0)
    hands = deal_hands(load_images(), rng, 4001, any_symbol=True)
    n_cards = (hands.digits >= 0).sum(1).numpy()
    chosen = hands.digits.numpy()[np.arange(len(hands)), rng.integers(n_cards)]
    share = (chosen == hands.answer.numpy()).mean()
    assert guess_a_card(hands.digits, hands.answer) == pytest.approx(share, abs=0.025)


def test_padding_is_never_the_commonest():
    padded = torch.tensor([[0, 4, 4, -1, -1, -1, -1]])
    assert name_the_commonest(padded, torch.tensor([4])) == 1.0


def test_classifiers_read_the_card_that_is_asked_for_and_no_other():
    # Ten kinds of image, each with a pixel of its own: whoever sees it can't be wrong.
    digits = np.tile(np.arange(10), 7)
    pixels = np.eye(64, dtype=np.float32)[digits]
    images = DigitImages(pixels, digits)
    hands = deal_hands(images, np.random.default_rng(0), 53, any_symbol=True)
    assert set(read_the_right_card(images, hands).values()) == {1.0}
    moved = hands[:]
    moved.asked[:] = 0  # the first card, which is asked for in few hands
    assert max(read_the_right_card(images, moved).values()) < 0.6
