from dataclasses import fields

import numpy as np
import pytest
import torch

from attnbook.tasks.digit_cards import (
    D_CARD,
    N_DIGITS,
    N_PIXELS,
    STAR,
    SYMBOLS,
    DigitImages,
    Hands,
    deal_hands,
    load_images,
    split_images,
)

N_HANDS, N_SYMBOLS = 311, len(SYMBOLS)
both_tasks = pytest.mark.parametrize("any_symbol", [False, True])


@pytest.fixture(scope="module")
def images():
    return load_images()


@pytest.fixture(scope="module")
def numbered():
    """Images that say their own number: none could be taken for another."""
    numbers = np.arange(1, 98)
    pixels = np.repeat(numbers[:, None] / 97, N_PIXELS, axis=1).astype(np.float32)
    return DigitImages(pixels, numbers % N_DIGITS)


def deal(images, *, any_symbol=True, seed=0, n_hands=N_HANDS, **settings):
    rng = np.random.default_rng(seed)
    return deal_hands(images, rng, n_hands, any_symbol=any_symbol, **settings)


def symbols_of(hands):
    return hands.cards[..., :N_SYMBOLS]


def test_the_images_are_real_digits_with_ink_from_0_to_1(images):
    assert images.pixels.shape == (1797, N_PIXELS)
    assert (images.pixels.min(), images.pixels.max()) == (0.0, 1.0)
    assert np.bincount(images.digits).min() > 170
    left_and_right = images.pixels.reshape(-1, 8, 8)[:, :, [0, 7]]
    assert left_and_right.mean() < 0.05 < images.pixels.mean()  # ink is in the middle


def test_no_image_is_in_two_parts_and_none_is_lost(numbered):
    rng = np.random.default_rng(0)
    splits = split_images(numbered, rng, n_validation=13, n_test=29)
    parts = (splits.train, splits.validation, splits.test)
    assert [len(part) for part in parts] == [55, 13, 29]
    ink = np.concatenate([part.pixels[:, 0] for part in parts])
    assert len(set(ink.tolist())) == len(numbered)
    for part in parts:
        numbers = np.rint(part.pixels[:, 0] * 97).astype(int)
        np.testing.assert_array_equal(part.digits, numbers % N_DIGITS)


def test_the_split_depends_on_the_seed(numbered):
    first, again, other = (
        split_images(numbered, np.random.default_rng(s), n_validation=13, n_test=29)
        for s in (0, 0, 1)
    )
    np.testing.assert_array_equal(first.test.pixels, again.test.pixels)
    assert (first.test.pixels != other.test.pixels).any()


@pytest.mark.parametrize(("n_validation", "n_test"), [(0, 5), (5, 0), (50, 47)])
def test_a_part_without_images_is_refused(numbered, n_validation, n_test):
    with pytest.raises(ValueError, match="every part needs at least one"):
        split_images(
            numbered,
            np.random.default_rng(0),
            n_validation=n_validation,
            n_test=n_test,
        )


@both_tasks
def test_hands_have_the_shapes_they_say(images, any_symbol):
    hands = deal(images, any_symbol=any_symbol)
    shapes = {f.name: tuple(getattr(hands, f.name).shape) for f in fields(hands)}
    assert shapes == {
        "cards": (N_HANDS, 8, D_CARD),
        "mask": (N_HANDS, 1, 8),
        "query": (N_HANDS, N_SYMBOLS),
        "answer": (N_HANDS,),
        "asked": (N_HANDS,),
        "digits": (N_HANDS, 8),
    }
    assert len(hands) == N_HANDS


@both_tasks
def test_all_symbols_in_a_hand_differ(images, any_symbol):
    hands = deal(images, any_symbol=any_symbol)
    assert symbols_of(hands).sum(1).max() == 1
    assert torch.equal(symbols_of(hands).sum(2), hands.mask[:, 0].float())


@both_tasks
def test_the_answer_is_the_digit_on_the_only_card_with_the_symbol(numbered, any_symbol):
    hands = deal(numbered, any_symbol=any_symbol)
    matches = (symbols_of(hands) * hands.query[:, None]).sum(-1)  # (b, k)
    assert torch.equal(matches.sum(-1), torch.ones(N_HANDS))
    assert torch.equal(matches.argmax(-1), hands.asked)
    chosen = hands.cards[torch.arange(N_HANDS), hands.asked]
    numbers = (chosen[:, -1] * 97).round().long()
    assert torch.equal(numbers % N_DIGITS, hands.answer)


def test_it_is_always_the_star_that_is_asked_for_or_any_symbol(images):
    star, any_symbol = (deal(images, any_symbol=a) for a in (False, True))
    assert (star.query.argmax(-1) == STAR).all()
    counts = any_symbol.query.sum(0)
    assert counts.min() > 0.5 * N_HANDS / N_SYMBOLS


@both_tasks
def test_the_right_card_may_lie_anywhere(images, any_symbol):
    hands = deal(images, any_symbol=any_symbol, n_hands=2003, n_cards=(5, 5))
    shares = torch.bincount(hands.asked, minlength=5) / len(hands)
    torch.testing.assert_close(shares, torch.full((5,), 0.2), rtol=0, atol=0.04)


@both_tasks
def test_neither_the_place_nor_a_wrong_card_tells_the_answer(images, any_symbol):
    hands = deal(images, any_symbol=any_symbol, n_hands=4001)
    for place in (0, 3):
        elsewhere = hands.asked != place
        same = (hands.digits[:, place] == hands.answer)[elsewhere]
        assert same.float().mean() < 0.13


def test_hands_have_from_four_to_eight_cards_and_padding_is_empty(images):
    hands = deal(images)
    n_cards = hands.mask.sum((1, 2))
    assert n_cards.unique().tolist() == [4, 5, 6, 7, 8]
    padding = ~hands.mask[:, 0]
    assert torch.equal(padding, torch.arange(8) >= n_cards[:, None])
    assert (hands.cards[padding] == 0).all()
    assert (hands.digits[padding] == -1).all()
    assert (hands.digits[~padding] >= 0).all()


def test_the_same_seed_deals_the_same_hands(images):
    first, again, other = (deal(images, seed=s) for s in (0, 0, 1))
    assert torch.equal(first.cards, again.cards)
    assert not torch.equal(first.cards, other.cards)


def test_taking_hands_takes_all_that_belongs_to_them(images):
    hands = deal(images)
    some = hands[np.array([7, 2])]
    assert isinstance(some, Hands)
    for f in fields(hands):
        part = getattr(hands, f.name)
        assert torch.equal(getattr(some, f.name), part[[7, 2]])
        assert torch.equal(getattr(hands[:3], f.name), part[:3])
    assert len(hands[:None]) == N_HANDS


def test_the_right_card_alone_is_the_only_one_in_the_mask(images):
    hands = deal(images)
    alone = hands.only_the_right_card()
    assert torch.equal(alone.mask.sum((1, 2)), torch.ones(N_HANDS).long())
    assert torch.equal(alone.mask[:, 0].float().argmax(-1), hands.asked)
    assert torch.equal(alone.cards, hands.cards)


@pytest.mark.parametrize("n_cards", [(0, 3), (5, 4), (4, 9)])
def test_hands_that_cannot_be_dealt_are_refused(images, n_cards):
    with pytest.raises(ValueError, match="a hand has from 1 to 8 cards"):
        deal(images, n_cards=n_cards)
