"""Two ways to read from left to right without attention, beside which it is measured.

Both take tokens and score the next one after each, as `PositionalDecoder` does with
attention; only what connects the tokens differs.

Chapter: 2-concepts/attention-rnn-cnn.
"""

from dataclasses import dataclass

from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import glu

from attnbook.nn.causal_convolution import CausalConvolution


@dataclass(frozen=True)
class RecurrentSizes:
    """How large a recurrent reader is.

    Attributes:
        n_tokens: Size of the vocabulary.
        d_embedding: Features of a token.
        d_state: Numbers that are carried from one token to the next.
    """

    n_tokens: int
    d_embedding: int = 32
    d_state: int = 64


class RecurrentReader(nn.Module):
    """Carry one state along, and change it at each token (a GRU).

    Example:
        >>> import torch
        >>> reader = RecurrentReader(RecurrentSizes(n_tokens=7))
        >>> reader(torch.zeros(2, 5, dtype=torch.long)).shape
        torch.Size([2, 5, 7])

    Source:
        Cho et al., "Learning Phrase Representations using RNN Encoder-Decoder", EMNLP
        2014, section 2.3.
    """

    def __init__(self, sizes: RecurrentSizes):
        super().__init__()
        d = sizes.d_state
        self.embed = nn.Embedding(sizes.n_tokens, sizes.d_embedding)
        self.recur = nn.GRU(sizes.d_embedding, d, batch_first=True)
        self.next_token = nn.Sequential(nn.LayerNorm(d), nn.Linear(d, sizes.n_tokens))

    def forward(self, tokens: Int[Tensor, "b n"]) -> Float[Tensor, "b n n_tokens"]:
        """Score every token of the vocabulary as the next one, after each token."""
        states, _ = self.recur(self.embed(tokens))  # (b, n, d_state)
        return self.next_token(states)  # (b, n, n_tokens)


@dataclass(frozen=True)
class ConvolutionSizes:
    """How large a convolutional reader is.

    Attributes:
        n_tokens: Size of the vocabulary.
        d_model: Features of a token.
        n_layers: Layers; each looks farther back than the one before.
        kernel_size: Places that a layer mixes. They lie ``kernel_size ** i`` tokens
            apart in layer i, so that ``kernel_size ** n_layers`` tokens are in reach
            and no path to one of them is there twice.
    """

    n_tokens: int
    d_model: int = 32
    n_layers: int = 6
    kernel_size: int = 2


class ConvolutionBlock(nn.Module):
    """A gated convolution, added to what was there."""

    def __init__(self, d: int, *, kernel_size: int, dilation: int):
        super().__init__()
        self.normalise = nn.LayerNorm(d)
        self.convolve = CausalConvolution(
            d, 2 * d, kernel_size=kernel_size, dilation=dilation
        )
        self.mix = nn.Linear(d, d)

    def forward(self, x: Float[Tensor, "b n d_model"]) -> Float[Tensor, "b n d_model"]:
        """Mix each token with earlier ones."""
        gated = glu(self.convolve(self.normalise(x)), dim=-1)  # (b, n, d_model)
        return x + self.mix(gated)


class ConvolutionReader(nn.Module):
    """Mix near tokens, then farther ones, in layers.

    Example:
        >>> import torch
        >>> reader = ConvolutionReader(ConvolutionSizes(n_tokens=7))
        >>> reader(torch.zeros(2, 5, dtype=torch.long)).shape
        torch.Size([2, 5, 7])

    Source:
        van den Oord et al., "WaveNet: A Generative Model for Raw Audio", 2016,
        sections 2.1 to 2.4.
    """

    def __init__(self, sizes: ConvolutionSizes):
        super().__init__()
        d, m = sizes.d_model, sizes.kernel_size
        self.embed = nn.Embedding(sizes.n_tokens, d)
        self.blocks = nn.Sequential(
            *(
                ConvolutionBlock(d, kernel_size=m, dilation=m**layer)
                for layer in range(sizes.n_layers)
            )
        )
        self.next_token = nn.Sequential(nn.LayerNorm(d), nn.Linear(d, sizes.n_tokens))

    def forward(self, tokens: Int[Tensor, "b n"]) -> Float[Tensor, "b n n_tokens"]:
        """Score every token of the vocabulary as the next one, after each token."""
        return self.next_token(self.blocks(self.embed(tokens)))  # (b, n, n_tokens)
