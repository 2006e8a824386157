"""A small decoder that reads from left to right, with any way to tell places.

Read from the bottom up: `PositionalDecoder` is the whole model.

Chapter: 3-formulas/positions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from jaxtyping import Float, Int
from torch import Tensor, nn

from attnbook.functional.masks import causal_mask
from attnbook.nn.multi_head_attention import MultiHeadAttention
from attnbook.nn.positions import (
    AlibiBias,
    LearnedPositions,
    RelativePositionBias,
    Rotary,
    SinusoidalPositions,
)

POSITIONS = ("none", "sinusoidal", "learned", "relative", "rotary", "alibi")


@dataclass(frozen=True)
class DecoderSizes:
    """How large a decoder is, the same for every way to tell places.

    Attributes:
        n_tokens: Size of the vocabulary.
        d_model: Features of a token.
        n_heads: Heads of each layer.
        n_layers: Layers, each of attention and a small network.
        n_positions: Places that learned positions have a vector for.
    """

    n_tokens: int
    d_model: int = 64
    n_heads: int = 4
    n_layers: int = 2
    n_positions: int = 64


class Block(nn.Module):
    """Attention and then a network for each token, each added to what was there."""

    def __init__(self, sizes: DecoderSizes):
        super().__init__()
        d = sizes.d_model
        self.attend = MultiHeadAttention(d, sizes.n_heads)
        self.think = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))
        self.before_attending, self.before_thinking = nn.LayerNorm(d), nn.LayerNorm(d)

    def forward(
        self,
        x: Float[Tensor, "b n d_model"],
        score_bias: Float[Tensor, "h n n"] | None,
        rotate: Callable | None,
    ) -> Float[Tensor, "b n d_model"]:
        """Let each token look at itself and those before it, then at nothing."""
        h = self.before_attending(x)  # (b, n, d_model)
        mask = causal_mask(x.shape[1], device=x.device)  # (n, n)
        x = x + self.attend(h, h, h, mask=mask, score_bias=score_bias, rotate=rotate)
        return x + self.think(self.before_thinking(x))


class PositionalDecoder(nn.Module):
    """Read tokens from left to right, and say after each which comes next.

    Args:
        sizes: How large it is.
        positions: One of `POSITIONS`. Everything else is the same for all.

    Raises:
        ValueError: If there is no such way to tell places.

    Example:
        >>> import torch
        >>> model = PositionalDecoder(DecoderSizes(n_tokens=7), "rotary")
        >>> model(torch.zeros(2, 5, dtype=torch.long)).shape
        torch.Size([2, 5, 7])
    """

    def __init__(self, sizes: DecoderSizes, positions: str):
        super().__init__()
        if positions not in POSITIONS:
            raise ValueError(
                f"positions is {positions!r} and must be one of {', '.join(POSITIONS)}"
            )
        d, h = sizes.d_model, sizes.n_heads
        self.embed = nn.Embedding(sizes.n_tokens, d)
        self.blocks = nn.ModuleList(Block(sizes) for _ in range(sizes.n_layers))
        self.next_token = nn.Sequential(nn.LayerNorm(d), nn.Linear(d, sizes.n_tokens))
        # Made last, so that all else begins with the same weights, whichever it is.
        self.add_places = {
            "sinusoidal": lambda: SinusoidalPositions(d),
            "learned": lambda: LearnedPositions(sizes.n_positions, d),
        }.get(positions, lambda: None)()
        self.score_bias = {
            "relative": lambda: RelativePositionBias(h, bidirectional=False),
            "alibi": lambda: AlibiBias(h),
        }.get(positions, lambda: None)()
        self.rotate = Rotary() if positions == "rotary" else None

    def forward(
        self, tokens: Int[Tensor, "b n"], *, start: int = 0
    ) -> Float[Tensor, "b n n_tokens"]:
        """Score every token of the vocabulary as the next one, after each token.

        Args:
            tokens: What is read.
            start: The place of the first token.
        """
        x = self.embed(tokens)  # (b, n, d_model)
        x = self.add_places(x, start=start) if self.add_places else x
        rotate = partial(self.rotate, start=start) if self.rotate else None
        bias = self.score_bias(tokens.shape[1]) if self.score_bias else None
        for block in self.blocks:
            x = block(x, bias, rotate)  # (b, n, d_model)
        return self.next_token(x)  # (b, n, n_tokens)
