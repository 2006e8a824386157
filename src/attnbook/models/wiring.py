"""Who hears whom inside a model, as one table; and what can be counted in it.

A wiring has a row and a column for each vector of a model that reads ``n`` tokens: the
tokens first, what is computed from them after, the answer to the last token at the
end. True says that the vector of the row is computed from the vector of the column.
How far a token's news has to go, how many things must wait for one another and how
many connections there are can then be counted, for every kind of model alike.

Chapter: 2-concepts/attention-rnn-cnn.
"""

import torch
from jaxtyping import Bool
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode, sdpa_flop_count

from attnbook.functional.masks import causal_mask
from attnbook.functional.receptive_field import receptive_field
from attnbook.shapes import check_count

Wiring = Bool[Tensor, "v v"]


def recurrent_wiring(n: int) -> Wiring:
    """Wire a state for each token, computed from the token and the state before it.

    Example:
        >>> recurrent_wiring(2).int().tolist()
        [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 1, 1, 0]]
    """
    check_count("n", n, at_least=1)
    wiring = torch.zeros(2 * n, 2 * n, dtype=torch.bool)  # (v, v)
    states = torch.arange(n, 2 * n)
    wiring[states, states - n] = True
    wiring[states[1:], states[:-1]] = True
    return wiring


def convolution_wiring(n: int, *, kernel_size: int = 2) -> Wiring:
    """Wire layers of convolution, each over places farther apart, till all is in reach.

    Layer i mixes ``kernel_size`` places that lie ``kernel_size ** i`` tokens apart.

    Example:
        >>> convolution_wiring(2).int().tolist()
        [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [1, 1, 0, 0]]
    """
    check_count("n", n, at_least=1)
    check_count("kernel_size", kernel_size, at_least=2)
    place = torch.arange(n)
    back = place[:, None] - place  # (n, n)
    masks, step = [], 1
    while step < n:
        near = (back >= 0) & (back < kernel_size * step)  # (n, n)
        masks.append(near & (back % step == 0))
        step *= kernel_size
    return _stack_layers(n, masks)


def attention_wiring(n: int, *, n_layers: int = 1) -> Wiring:
    """Wire layers in which each token hears itself and all before it.

    Example:
        >>> attention_wiring(2).int().tolist()
        [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [1, 1, 0, 0]]
    """
    check_count("n", n, at_least=1)
    check_count("n_layers", n_layers, at_least=1)
    return _stack_layers(n, [causal_mask(n)] * n_layers)


def _stack_layers(n: int, masks: list[Bool[Tensor, "n n"]]) -> Wiring:
    """Put the mask of each layer where its rows hear the layer before."""
    v = n * (len(masks) + 1)
    wiring = torch.zeros(v, v, dtype=torch.bool)  # (v, v)
    for layer, mask in enumerate(masks):
        begin = layer * n
        wiring[begin + n : begin + 2 * n, begin : begin + n] = mask
    return wiring


def path_length(wiring: Wiring) -> int:
    """Count the steps on the shortest way from the first token to the last answer.

    Raises:
        ValueError: If there is no way.

    Example:
        >>> path_length(recurrent_wiring(8))
        8
        >>> path_length(convolution_wiring(8)), path_length(attention_wiring(8))
        (3, 1)
    """
    for steps in range(1, len(wiring)):
        if receptive_field(*[wiring] * steps)[-1, 0]:
            return steps
    raise ValueError("the last answer never hears the first token: no path")


def waiting_steps(wiring: Wiring) -> int:
    """Count the steps that must wait for one another: the longest way there is.

    With enough processors all else can be done at the same time.

    Raises:
        ValueError: If something waits for itself.

    Example:
        >>> waiting_steps(recurrent_wiring(8))
        8
        >>> waiting_steps(convolution_wiring(8)), waiting_steps(attention_wiring(8))
        (3, 1)
    """
    ways, steps = wiring.float(), 0
    while ways.any():
        steps += 1
        if steps >= len(wiring):
            raise ValueError("the wiring runs in a circle: something waits for itself")
        ways = (ways @ wiring.float() > 0).float()  # ways of one more step
    return steps


def count_connections(wiring: Wiring) -> int:
    """Count the pairs of a vector and one that it is computed from.

    Example:
        >>> count_connections(recurrent_wiring(8))
        15
        >>> count_connections(convolution_wiring(8))  # 15 + 14 + 12
        41
        >>> count_connections(attention_wiring(8))  # 1 + 2 + ... + 8
        36
    """
    return int(wiring.sum())


@torch.no_grad()
def count_multiplications(model: nn.Module, n: int) -> int:
    """Run a model on ``n`` tokens and count the products of its matrices.

    Args:
        model: What takes tokens (b, n).
        n: Tokens that it reads, in one sequence.

    Returns:
        Multiplications, each with its addition. Hidden pairs of attention count, since
        they are computed.

    Example:
        A table of 7 vectors with 5 features costs nothing, the map after it 5 x 3.

        >>> model = nn.Sequential(nn.Embedding(7, 5), nn.Linear(5, 3))
        >>> count_multiplications(model, 11)  # 11 * 5 * 3
        165
    """
    fused = torch.ops.aten._scaled_dot_product_flash_attention_for_cpu

    def attention(q: tuple, k: tuple, v: tuple, *_: object, **__: object) -> int:
        return sdpa_flop_count(q, k, v)

    with FlopCounterMode(display=False, custom_mapping={fused: attention}) as counter:
        model(torch.zeros(1, n, dtype=torch.long))
    return counter.get_total_flops() // 2  # it counts products and sums
