"""What can be reached without a network: by guessing, or by knowing the right card.

Chapter: 4-code/attention-pooling.
"""

import torch
from jaxtyping import Int64
from torch import Tensor

from attnbook.tasks.digit_cards import N_DIGITS, N_PIXELS, DigitImages, Hands


def guess_a_card(digits: Int64[Tensor, "b k"], answer: Int64[Tensor, " b"]) -> float:
    """Give the share of answers that are right if any card's digit is named.

    It counts as if every digit were read without a mistake.

    Args:
        digits: The digit on each card, -1 where none is.
        answer: The right one.

    Example:
        Two cards of three have the right digit.

        >>> guess = guess_a_card(torch.tensor([[3, 5, 3, -1]]), torch.tensor([3]))
        >>> round(guess, 4)
        0.6667
    """
    right = (digits == answer[:, None]).sum(1)  # (b,)
    return (right / (digits >= 0).sum(1)).mean().item()


def name_the_commonest(
    digits: Int64[Tensor, "b k"], answer: Int64[Tensor, " b"]
) -> float:
    """Give the share that is right if the commonest digit of the hand is named.

    It counts as if every digit were read without a mistake; equally common ones are
    named equally often.

    Args:
        digits: The digit on each card, -1 where none is.
        answer: The right one.

    Example:
        3 and 5 come twice each: half of the time 3 is named.

        >>> name_the_commonest(torch.tensor([[3, 5, 3, 5, 7]]), torch.tensor([3]))
        0.5
    """
    counts = (digits[..., None] == torch.arange(N_DIGITS)).sum(1)  # (b, n_digits)
    commonest = counts == counts.amax(1, keepdim=True)  # (b, n_digits)
    named = commonest / commonest.sum(1, keepdim=True)  # (b, n_digits)
    return named.gather(1, answer[:, None]).mean().item()


def read_the_right_card(train: DigitImages, hands: Hands) -> dict[str, float]:
    """Let three classic classifiers read the one card that is asked for.

    They are told which card it is, so this is no rival: it shows how well single digits
    can be read after as many images as the networks learn from.

    Args:
        train: Images to learn from, each once, with its digit.
        hands: What to read from.

    Returns:
        The share of right digits of each classifier.
    """
    from sklearn.linear_model import LogisticRegression  # not all need these
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.svm import SVC

    classifiers = {
        "logistic regression": LogisticRegression(max_iter=1000),
        "three nearest neighbours": KNeighborsClassifier(3),
        "support vector machine": SVC(),
    }
    cards = hands.cards[torch.arange(len(hands)), hands.asked]  # (b, d_card)
    pixels, answer = cards[:, -N_PIXELS:].numpy(), hands.answer.numpy()
    return {
        name: float(classifier.fit(train.pixels, train.digits).score(pixels, answer))
        for name, classifier in classifiers.items()
    }
