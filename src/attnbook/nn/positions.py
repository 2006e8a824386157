"""Ways to tell attention where tokens stand: three to put first, three between."""

import torch
from jaxtyping import Float
from torch import Tensor, nn

from attnbook import shapes
from attnbook.functional.position_bias import alibi_bias, relative_bias
from attnbook.functional.positions import rotary, sinusoidal
from attnbook.shapes.positions import check_buckets, check_waves


class SinusoidalPositions(nn.Module):
    r"""Add to each token the waves of its place; nothing is learned.

    .. math::  y_i = x_i + p_i

    Args:
        d_model: Features of a token, an even number.
        base: How slow the slowest wave is.

    Raises:
        ValueError: If ``d_model`` is not even, or ``base`` not above 1.

    Example:
        >>> SinusoidalPositions(2)(torch.zeros(1, 2)).tolist()  # sin 0 and cos 0
        [[0.0, 1.0]]

    Chapter:
        3-formulas/positions

    Source:
        Vaswani et al., "Attention Is All You Need", NeurIPS 2017, section 3.5.
    """

    def __init__(self, d_model: int, *, base: float | int = 10_000.0):
        super().__init__()
        check_waves("d_model", d_model, base)
        self.d_model, self.base = d_model, base

    def forward(
        self, x: Float[Tensor, "*batch length d_model"], *, start: int = 0
    ) -> Float[Tensor, "*batch length d_model"]:
        """Add the encodings of consecutive places.

        Args:
            x: Tokens.
            start: The place of the first.

        Raises:
            ValueError: If ``x`` has not ``d_model`` features, or ``start`` is no whole
                number, 0 or more.
        """
        _check_tokens(x, self.d_model, start)
        places = torch.arange(x.shape[-2], device=x.device) + start  # (length,)
        waves = sinusoidal(places, self.d_model, base=self.base)  # (length, d_model)
        return x + waves.to(x.dtype)


class LearnedPositions(nn.Module):
    r"""Add to each token a vector that was learned for its place.

    .. math::  y_i = x_i + P_i

    There is a vector for each of ``n_positions`` places and none beyond, and a place
    that training never saw keeps the vector that it was born with.

    Args:
        n_positions: Places that there is a vector for, the longest text in tokens.
        d_model: Features of a token.

    Raises:
        ValueError: If a number is no whole number above 0.

    Example:
        >>> places = LearnedPositions(n_positions=2, d_model=1)
        >>> with torch.no_grad():
        ...     _ = places.table.copy_(torch.tensor([[1.0], [10.0]]))
        >>> places(torch.zeros(2, 1)).tolist()
        [[1.0], [10.0]]

    Chapter:
        3-formulas/positions

    Source:
        Gehring et al., "Convolutional Sequence to Sequence Learning", ICML 2017,
        section 3.1.
    """

    def __init__(self, n_positions: int, d_model: int):
        super().__init__()
        shapes.check_count("n_positions", n_positions, at_least=1)
        shapes.check_count("d_model", d_model, at_least=1)
        self.table = nn.Parameter(torch.empty(n_positions, d_model))
        nn.init.normal_(self.table, std=0.02)

    def forward(
        self, x: Float[Tensor, "*batch length d_model"], *, start: int = 0
    ) -> Float[Tensor, "*batch length d_model"]:
        """Add the vectors of consecutive places.

        Args:
            x: Tokens.
            start: The place of the first.

        Raises:
            ValueError: If ``x`` has other features, ``start`` is no whole number, 0 or
                more, or a token stands where there is no place.
        """
        n_positions, d_model = self.table.shape
        _check_tokens(x, d_model, start)
        end = start + x.shape[-2]
        if end > n_positions:
            raise ValueError(
                f"x ends at position {end} and n_positions is {n_positions}: "
                "learned positions know no place beyond the last"
            )
        return x + self.table[start:end]


class RelativePositionBias(nn.Module):
    r"""Learn, for each head, what a distance adds to the score.

    .. math::  B_{hij} = T_{b(j - i),\, h}

    Args:
        n_heads: Number of heads; each has a column of the table.
        n_buckets: Rows of the table: how many distances are told apart.
        max_distance: From here on all distances share a row, in tokens.
        bidirectional: Whether later keys have rows of their own; not needed behind a
            causal mask.

    Raises:
        ValueError: If the numbers do not fit together; see ``relative_buckets``.

    Note:
        It begins at 0, where it says nothing about places.

    Example:
        >>> bias = RelativePositionBias(n_heads=3)
        >>> bias(5).shape, bias(1, 7).shape
        (torch.Size([3, 5, 5]), torch.Size([3, 1, 7]))

    Chapter:
        3-formulas/positions

    Source:
        Raffel et al., "Exploring the Limits of Transfer Learning with a Unified
        Text-to-Text Transformer", JMLR 2020, section 2.1.
    """

    def __init__(
        self,
        n_heads: int,
        *,
        n_buckets: int = 32,
        max_distance: int = 128,
        bidirectional: bool = True,
    ):
        super().__init__()
        shapes.check_count("n_heads", n_heads, at_least=1)
        check_buckets(n_buckets, max_distance, bidirectional)
        self.max_distance, self.bidirectional = max_distance, bidirectional
        self.table = nn.Parameter(torch.zeros(n_buckets, n_heads))

    def forward(
        self, n_queries: int, n_keys: int | None = None
    ) -> Float[Tensor, "n_heads q k"]:
        """Give the bias of a table of scores; the queries are the last positions."""
        return relative_bias(
            self.table,
            n_queries,
            n_keys,
            max_distance=self.max_distance,
            bidirectional=self.bidirectional,
        )


class AlibiBias(nn.Module):
    r"""Lower every score by the distance, in each head at its own price.

    .. math::  B_{hij} = -m_h \cdot |i - j|

    Nothing is learned: the slopes follow from the number of heads.

    Args:
        n_heads: Number of heads.

    Raises:
        ValueError: If ``n_heads`` is no whole number above 0.

    Example:
        >>> AlibiBias(8)(3)[0].tolist()  # half a point for each step
        [[0.0, -0.5, -1.0], [-0.5, 0.0, -0.5], [-1.0, -0.5, 0.0]]

    Chapter:
        3-formulas/positions

    Source:
        Press, Smith and Lewis, "Train Short, Test Long", ICLR 2022, section 3.
    """

    def __init__(self, n_heads: int):
        super().__init__()
        shapes.check_count("n_heads", n_heads, at_least=1)
        self.n_heads = n_heads

    def forward(
        self, n_queries: int, n_keys: int | None = None
    ) -> Float[Tensor, "n_heads q k"]:
        """Give the bias of a table of scores; the queries are the last positions."""
        return alibi_bias(self.n_heads, n_queries, n_keys)


class Rotary(nn.Module):
    r"""Turn queries and keys so that their product sees how far apart they stand.

    .. math::  S_{ij} = R_i\, q_i \cdot R_j\, k_j = q_i \cdot R_{j-i}\, k_j

    Nothing is learned. For ``MultiHeadAttention(...)(..., rotate=Rotary())``.

    Args:
        base: How slow the last pair of features turns.
        interleaved: Whether pairs are neighbours; see ``rotary``.

    Example:
        >>> q, k = Rotary()(torch.ones(1, 2), torch.ones(3, 2))
        >>> torch.equal(q[0], k[2])  # the one query stands at the last key
        True

    Chapter:
        3-formulas/positions

    Source:
        Su et al., "RoFormer: Enhanced Transformer with Rotary Position Embedding",
        2021, section 3.2.
    """

    def __init__(self, *, base: float | int = 10_000.0, interleaved: bool = True):
        super().__init__()
        self.base, self.interleaved = base, interleaved

    def forward(
        self,
        q: Float[Tensor, "*batch q d_head"],
        k: Float[Tensor, "*batch k d_head"],
        *,
        start: int = 0,
    ) -> tuple[Float[Tensor, "*batch q d_head"], Float[Tensor, "*batch k d_head"]]:
        """Turn both; with more keys than queries the queries are the last positions.

        Args:
            q: Queries of the heads.
            k: Keys of the heads.
            start: The place of the first key. It changes no score.

        Raises:
            ValueError: If they do not share ``d_head``, or it is not even, or ``start``
                is no whole number, 0 or more.
        """
        shapes.check("q: ... q d_head, k: ... k d_head", q, k)
        shapes.check_count("start", start)
        n_queries, n_keys = q.shape[-2], k.shape[-2]
        places = torch.arange(n_keys, device=k.device) + start  # (k,)
        settings = {"base": self.base, "interleaved": self.interleaved}
        ahead = places[n_keys - n_queries :]  # (q,)
        return rotary(q, ahead, **settings), rotary(k, places, **settings)


def _check_tokens(x: Tensor, d_model: int, start: int) -> None:
    shapes.check_count("start", start)
    shapes.check("x: ... length d_model", x)
    if x.shape[-1] != d_model:
        raise ValueError(
            f"x has {x.shape[-1]} features and positions have {d_model}: they are "
            "added, so they must share d_model"
        )
