"""How often is the right digit read, and do the weights lie on the right card?

Chapter: 4-code/attention-pooling.
"""

from typing import Any

from jaxtyping import Float, Int64
from torch import Tensor

from attnbook.tasks.digit_cards import Hands


def score_answers(
    predicted: Int64[Tensor, " b"],
    weights: Float[Tensor, "b 1 k"] | None,
    hands: Hands,
) -> dict[str, Any]:
    """Score answers, and the weights that they were found with.

    Args:
        predicted: A digit for each hand.
        weights: Attention over the cards; None if there was none.
        hands: What was asked.

    Returns:
        ``accuracy``, the share of right answers, also by number of cards; and with
        weights ``weight_on_right``, the mean weight of the right card,
        ``looks_at_right``, how often it has the largest weight (of equal ones the first
        counts), and ``chance``, the mean of one over the number of cards, which both
        would be if the weights knew nothing.

    Raises:
        ValueError: If there is no hand, or not one answer for each.

    Example:
        >>> import numpy as np
        >>> import torch
        >>> from attnbook.tasks.digit_cards import deal_hands, load_images
        >>> rng = np.random.default_rng(0)
        >>> hands = deal_hands(load_images(), rng, 2, any_symbol=True, n_cards=(4, 4))
        >>> weights = torch.full((2, 1, 4), 0.25)
        >>> scores = score_answers(hands.answer, weights, hands)
        >>> scores["accuracy"], scores["weight_on_right"], scores["chance"]
        (1.0, 0.25, 0.25)
    """
    if not len(hands) or len(predicted) != len(hands):
        raise ValueError(
            f"got {len(predicted)} answers for {len(hands)} hands: give one each"
        )
    right = (predicted == hands.answer).float()  # (b,)
    n_cards = hands.mask.sum((1, 2))  # (b,)
    scores = {
        "accuracy": _mean(right),
        "n": len(hands),
        "by_cards": {
            str(n): _mean(right[n_cards == n]) for n in n_cards.unique().tolist()
        },
    }
    if weights is not None:
        on_right = weights[:, 0].gather(1, hands.asked[:, None])[:, 0]  # (b,)
        scores["weight_on_right"] = _mean(on_right)
        scores["looks_at_right"] = _mean(
            (weights.argmax(-1)[:, 0] == hands.asked).float()
        )
        scores["chance"] = _mean(1 / n_cards)
    return scores


def _mean(values: Float[Tensor, " n"]) -> float:
    return round(values.mean().item(), 4)
