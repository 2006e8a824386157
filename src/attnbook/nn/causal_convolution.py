"""Convolution that looks back only, at places that may lie apart."""

from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import pad

from attnbook import shapes


class CausalConvolution(nn.Module):
    r"""Mix each token with earlier ones, by weights that depend on the distance alone.

    .. math::  y_t = b + \sum_{i=0}^{m-1} W_i \, x_{t - i \cdot \mathrm{dilation}}

    Before the first token there are zeros. What stands at a place never changes the
    weight that it gets: the opposite of attention.

    Args:
        d_in: Features of a token before.
        d_out: Features of a token after.
        kernel_size: Places that are mixed, :math:`m`, the token's own included.
        dilation: Tokens from one of these places to the next.

    Raises:
        ValueError: If one of the numbers is below 1.

    Example:
        Each token plus twice the one that stands two before it.

        >>> import torch
        >>> convolve = CausalConvolution(1, 1, kernel_size=2, dilation=2)
        >>> with torch.no_grad():
        ...     _ = convolve.convolution.weight.copy_(torch.tensor([[[2.0, 1.0]]]))
        ...     _ = convolve.convolution.bias.zero_()
        >>> x = torch.tensor([[1.0], [10.0], [100.0], [1000.0]])
        >>> convolve(x).flatten().tolist()
        [1.0, 10.0, 102.0, 1020.0]

    Chapter:
        2-concepts/attention-rnn-cnn

    Source:
        van den Oord et al., "WaveNet: A Generative Model for Raw Audio", 2016,
        section 2.1.
    """

    def __init__(self, d_in: int, d_out: int, *, kernel_size: int, dilation: int = 1):
        super().__init__()
        sizes = {"d_in": d_in, "d_out": d_out, "kernel_size": kernel_size}
        for name, value in (sizes | {"dilation": dilation}).items():
            shapes.check_count(name, value, at_least=1)
        self.convolution = nn.Conv1d(d_in, d_out, kernel_size, dilation=dilation)
        self.n_before = (kernel_size - 1) * dilation

    def forward(
        self, x: Float[Tensor, "*batch n d_in"]
    ) -> Float[Tensor, "*batch n d_out"]:
        """Mix; a token depends on itself and on earlier ones.

        Raises:
            ValueError: If ``x`` has other features.
        """
        shapes.check("x: ... n d_in", x)
        if x.shape[-1] != self.convolution.in_channels:
            raise ValueError(
                f"x has {x.shape[-1]} features and d_in is "
                f"{self.convolution.in_channels}: tokens are rows, features columns. "
                "Did you pass the layout of torch's Conv1d, features before tokens?"
            )
        before = pad(x.mT, (self.n_before, 0))  # (*batch, d_in, n_before + n)
        return self.convolution(before).mT  # (*batch, n, d_out)
