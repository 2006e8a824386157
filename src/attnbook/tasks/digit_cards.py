"""Hands of cards: a symbol and a real handwritten digit on each, and one is asked for.

The digits are 1,797 scans of 8 x 8 pixels that come with scikit-learn (Alpaydin and
Kaynak 1998); nothing is downloaded. In one task the card with the star is always the
right one; in the other a question comes with the hand, and names the symbol.

Read from the bottom up: `load_images`, `split_images` and `deal_hands` are what a
chapter calls.

Chapter: 4-code/attention-pooling.
"""

from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Bool, Float, Int64
from torch import Tensor

SYMBOLS = "★●▲■◆♥♣♠"
STAR = SYMBOLS.index("★")
N_PIXELS = 64
D_CARD = len(SYMBOLS) + N_PIXELS
N_DIGITS = 10


@dataclass(frozen=True)
class DigitImages:
    """Handwritten digits.

    Attributes:
        pixels: Ink from 0 to 1, row by row.
        digits: What was written.
    """

    pixels: Float[np.ndarray, "n 64"]
    digits: Int64[np.ndarray, " n"]

    def __len__(self) -> int:
        return len(self.digits)


@dataclass(frozen=True)
class ImageSplits:
    """Three lots of images that share no image."""

    train: DigitImages
    validation: DigitImages
    test: DigitImages


@dataclass(frozen=True)
class Hands:
    """Hands of different sizes as one rectangle, filled up with empty cards.

    Attributes:
        cards: The symbol, one-hot, and the pixels of each card; zeros where none is.
        mask: True where there is a card.
        query: The symbol that is asked for, one-hot.
        answer: The digit on the card with that symbol.
        asked: Where that card is; for judging, not for models.
        digits: The digit on each card, -1 where none is; for judging, not for models.
    """

    cards: Float[Tensor, "b k d_card"]
    mask: Bool[Tensor, "b 1 k"]
    query: Float[Tensor, "b n_symbols"]
    answer: Int64[Tensor, " b"]
    asked: Int64[Tensor, " b"]
    digits: Int64[Tensor, "b k"]

    def __len__(self) -> int:
        return len(self.answer)

    def __getitem__(self, chosen: Int64[np.ndarray, " n"] | slice) -> "Hands":
        """Take some of the hands."""
        return Hands(**{name: part[chosen] for name, part in vars(self).items()})

    def only_the_right_card(self) -> "Hands":
        """Take all other cards away, so that nothing is left to choose."""
        place = torch.arange(self.mask.shape[-1])
        return replace(self, mask=self.mask & (place == self.asked[:, None, None]))


def load_images() -> DigitImages:
    """Read the 1,797 digits that come with scikit-learn.

    Source: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI
    Machine Learning Repository, 1998 (its test set, which scikit-learn ships).
    """
    from sklearn.datasets import load_digits  # takes a second, and not all need it

    pixels, digits = load_digits(return_X_y=True)
    return DigitImages((pixels / 16).astype(np.float32), digits.astype(np.int64))


def split_images(
    images: DigitImages, rng: np.random.Generator, *, n_validation: int, n_test: int
) -> ImageSplits:
    """Set images aside at random; the rest is to learn from.

    Raises:
        ValueError: If a part would get no image.
    """
    n_train = len(images) - n_validation - n_test
    if min(n_train, n_validation, n_test) < 1:
        raise ValueError(
            f"{len(images)} images make no parts of {n_train}, {n_validation} and "
            f"{n_test}: every part needs at least one"
        )
    order = rng.permutation(len(images))
    parts = np.split(order, [n_train, n_train + n_validation])
    return ImageSplits(
        *(DigitImages(images.pixels[part], images.digits[part]) for part in parts)
    )


def deal_hands(
    images: DigitImages,
    rng: np.random.Generator,
    n_hands: int,
    *,
    any_symbol: bool,
    n_cards: tuple[int, int] = (4, 8),
) -> Hands:
    """Deal hands of cards; all symbols in a hand differ.

    Args:
        images: Where the digits come from.
        rng: Draws how many cards, which symbols, which digits, which is asked for.
        n_hands: How many hands.
        any_symbol: Whether any card may be asked for; if not, it is always the star.
        n_cards: The fewest and the most cards in a hand.

    Raises:
        ValueError: If a hand would have no card, or more than there are symbols.

    Example:
        >>> rng = np.random.default_rng(0)
        >>> hands = deal_hands(load_images(), rng, 5, any_symbol=True)
        >>> hands.cards.shape, hands.mask.shape, hands.query.shape
        (torch.Size([5, 8, 72]), torch.Size([5, 1, 8]), torch.Size([5, 8]))
    """
    fewest, most = n_cards
    if not 1 <= fewest <= most <= len(SYMBOLS):
        raise ValueError(
            f"n_cards is {n_cards}: a hand has from 1 to {len(SYMBOLS)} cards, since "
            "no symbol comes twice"
        )
    lengths = rng.integers(fewest, most + 1, n_hands)  # (b,)
    asked = rng.integers(lengths)  # (b,)
    symbols = _draw_symbols(rng, asked, any_symbol)[:, :most]  # (b, k)
    images_dealt = rng.integers(len(images), size=(n_hands, most))  # (b, k)
    return _lay_out(images, images_dealt, symbols, lengths, asked)


def _draw_symbols(
    rng: np.random.Generator, asked: Int64[np.ndarray, " b"], any_symbol: bool
) -> Int64[np.ndarray, "b n_symbols"]:
    """Shuffle the symbols for each hand; put the star where it is asked for."""
    hands = np.arange(len(asked))
    symbols = rng.permuted(np.tile(np.arange(len(SYMBOLS)), (len(asked), 1)), axis=1)
    if not any_symbol:
        star = (symbols == STAR).argmax(axis=1)  # (b,)
        symbols[hands, star] = symbols[hands, asked]
        symbols[hands, asked] = STAR
    return symbols


def _lay_out(
    images: DigitImages,
    images_dealt: Int64[np.ndarray, "b k"],
    symbols: Int64[np.ndarray, "b k"],
    lengths: Int64[np.ndarray, " b"],
    asked: Int64[np.ndarray, " b"],
) -> Hands:
    """Write down who holds what, as numbers."""
    hands = np.arange(len(asked))
    one_hot = np.eye(len(SYMBOLS), dtype=np.float32)
    real = np.arange(symbols.shape[1]) < lengths[:, None]  # (b, k)
    cards = np.concatenate([one_hot[symbols], images.pixels[images_dealt]], axis=-1)
    digits = np.where(real, images.digits[images_dealt], -1)  # (b, k)
    return Hands(
        cards=torch.from_numpy(cards * real[..., None]),  # (b, k, d_card)
        mask=torch.from_numpy(real[:, None]),  # (b, 1, k)
        query=torch.from_numpy(one_hot[symbols[hands, asked]]),  # (b, n_symbols)
        answer=torch.from_numpy(digits[hands, asked]),  # (b,)
        asked=torch.from_numpy(asked),  # (b,)
        digits=torch.from_numpy(digits),  # (b, k)
    )
