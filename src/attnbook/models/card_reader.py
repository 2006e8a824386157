"""Read the digit on the right card of a hand: one model, five ways to pool the cards.

Read from the bottom up: `CardReader` encodes each card, pools the cards into one
vector, and classifies that. The ways to pool stand above it; all else is shared.

Chapter: 4-code/attention-pooling.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from attnbook.functional.scores import bilinear_scores
from attnbook.functional.softmax import softmax
from attnbook.nn.additive_attention import AdditiveAttention
from attnbook.nn.attention_pooling import AttentionPooling

Cards = Float[Tensor, "b k d_hidden"]
Query = Float[Tensor, "b d_query"]
Mask = Bool[Tensor, "b 1 k"]
Pooled = tuple[Float[Tensor, "b d_hidden"], Float[Tensor, "b 1 k"] | None]


@dataclass(frozen=True)
class CardReaderConfig:
    """What a `CardReader` is made of.

    Attributes:
        pooling: How the cards become one vector, a name in `POOLINGS`.
        card_layers: Hidden layers that each card goes through on its own, before the
            pooling; 0 is a linear map.
        query_on_cards: Whether the question is written on every card, beside what is
            there.
        d_card: Features of a card.
        d_query: Features of a question.
        d_hidden: Features of an encoded card, of the pooled vector, of hidden layers.
        n_classes: How many answers there are.
    """

    pooling: str = "attention"
    card_layers: int = 0
    query_on_cards: bool = False
    d_card: int = 72
    d_query: int = 8
    d_hidden: int = 64
    n_classes: int = 10


class MeanPooling(nn.Module):
    """Weigh all cards alike: attention whose scores are all zero."""

    def forward(self, cards: Cards, _query: Query, mask: Mask) -> Pooled:
        """Give the mean of the cards that are there."""
        weights = softmax(cards.new_zeros(mask.shape), mask=mask)  # (b, 1, k)
        return (weights @ cards).squeeze(-2), weights


class MaxPooling(nn.Module):
    """Take the largest value of each feature, from whichever card has it."""

    def forward(self, cards: Cards, _query: Query, mask: Mask) -> Pooled:
        """Give the maximum over the cards that are there; no card has a weight."""
        return cards.masked_fill(~mask.mT, -torch.inf).amax(dim=-2), None


class UnaskedPooling(nn.Module):
    """Attend with one learned vector: whatever is asked, the scores are the same."""

    def __init__(self, config: CardReaderConfig):
        super().__init__()
        self.attend = AttentionPooling(config.d_hidden)

    def forward(self, cards: Cards, _query: Query, mask: Mask) -> Pooled:
        """Score each card by w · x."""
        return self.attend(cards, mask=mask, return_weights=True)


class BilinearPooling(nn.Module):
    """Let the question choose the vector that scores the cards."""

    def __init__(self, config: CardReaderConfig):
        super().__init__()
        self.score_matrix = nn.Parameter(torch.empty(config.d_query, config.d_hidden))
        nn.init.normal_(self.score_matrix, std=config.d_hidden**-0.5)

    def forward(self, cards: Cards, query: Query, mask: Mask) -> Pooled:
        """Score each card by q W x."""
        scores = bilinear_scores(query.unsqueeze(-2), cards, self.score_matrix)
        weights = softmax(scores, mask=mask)  # (b, 1, k)
        return (weights @ cards).squeeze(-2), weights


class AdditivePooling(nn.Module):
    """Let a small network score each card with the question beside it."""

    def __init__(self, config: CardReaderConfig):
        super().__init__()
        d = config.d_hidden
        self.attend = AdditiveAttention(config.d_query, d_key=d, d_hidden=d)

    def forward(self, cards: Cards, query: Query, mask: Mask) -> Pooled:
        """Score each card by w · tanh(W_Q q + W_K x)."""
        q = query.unsqueeze(-2)  # (b, 1, d_query)
        pooled, weights = self.attend(q, cards, cards, mask=mask, return_weights=True)
        return pooled.squeeze(-2), weights  # (b, d_hidden), (b, 1, k)


POOLINGS: dict[str, Callable[[CardReaderConfig], nn.Module]] = {
    "mean": lambda _: MeanPooling(),
    "max": lambda _: MaxPooling(),
    "attention": UnaskedPooling,
    "bilinear": BilinearPooling,
    "additive": AdditivePooling,
}


def dense_network(d_in: int, d_hidden: int, d_out: int, n_hidden: int) -> nn.Sequential:
    """Stack linear maps with a ReLU between each two; no hidden layer is one map.

    Example:
        >>> [type(layer).__name__ for layer in dense_network(2, 3, 5, n_hidden=1)]
        ['Linear', 'ReLU', 'Linear']
    """
    sizes = [d_in, *[d_hidden] * n_hidden]
    hidden = [
        layer
        for d, d_next in pairwise(sizes)
        for layer in (nn.Linear(d, d_next), nn.ReLU())
    ]
    return nn.Sequential(*hidden, nn.Linear(sizes[-1], d_out))


class CardReader(nn.Module):
    r"""Name the digit on one card of a hand.

    .. math::
        x_j = \mathrm{encode}(\mathrm{card}_j), \qquad
        c = \sum_j A_j x_j, \qquad
        \mathrm{logits} = \mathrm{classify}(c)

    Only :math:`A` differs from one way of pooling to the next; taking the maximum has
    no :math:`A`. With ``card_layers`` above 0 and the mean this is a "deep set": each
    card is judged on its own, so that a network can silence the wrong ones.

    Raises:
        ValueError: If there is no such pooling.

    Example:
        >>> reader = CardReader(CardReaderConfig(pooling="mean", d_card=3, d_query=2))
        >>> cards, query = torch.ones(1, 4, 3), torch.ones(1, 2)
        >>> mask = torch.tensor([[[True, True, False, False]]])
        >>> logits, weights = reader(cards, query, mask, return_weights=True)
        >>> logits.shape, weights.tolist()
        (torch.Size([1, 10]), [[[0.5, 0.5, 0.0, 0.0]]])

    Chapter:
        4-code/attention-pooling

    Source:
        Zaheer et al., "Deep Sets", NeurIPS 2017 (the mean of deep cards, there a sum).
    """

    def __init__(self, config: CardReaderConfig):
        super().__init__()
        if config.pooling not in POOLINGS:
            raise ValueError(
                f"no pooling {config.pooling!r}: there are {', '.join(POOLINGS)}"
            )
        self.config, d = config, config.d_hidden
        d_card = config.d_card + config.query_on_cards * config.d_query
        self.encode = dense_network(d_card, d, d, config.card_layers)
        self.pool = POOLINGS[config.pooling](config)
        self.classify = dense_network(d, d, config.n_classes, n_hidden=1)

    def forward(
        self,
        cards: Float[Tensor, "b k d_card"],
        query: Query,
        mask: Mask,
        *,
        return_weights: bool = False,
    ) -> (
        Float[Tensor, "b n_classes"]
        | tuple[Float[Tensor, "b n_classes"], Float[Tensor, "b 1 k"] | None]
    ):
        """Say how likely each answer is.

        Args:
            cards: The hands, filled up with anything where no card is.
            query: What is asked for; most ways of pooling don't look at it.
            mask: True where there is a card.
            return_weights: Also return the weight of each card, None with "max".
        """
        if self.config.query_on_cards:
            on_each = query.unsqueeze(-2).expand(-1, cards.shape[-2], -1)
            cards = torch.cat([cards, on_each], dim=-1)  # (b, k, d_card + d_query)
        pooled, weights = self.pool(self.encode(cards), query, mask)
        logits = self.classify(pooled)  # (b, n_classes)
        return (logits, weights) if return_weights else logits
