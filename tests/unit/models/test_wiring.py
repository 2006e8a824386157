"""Wirings: those of the models themselves, counted as a pencil counts."""

import math

import pytest
import torch
from torch import nn

from attnbook.models.positional_decoder import DecoderSizes, PositionalDecoder
from attnbook.models.sequence_readers import (
    ConvolutionReader,
    ConvolutionSizes,
    RecurrentReader,
    RecurrentSizes,
)
from attnbook.models.wiring import (
    attention_wiring,
    convolution_wiring,
    count_connections,
    count_multiplications,
    path_length,
    recurrent_wiring,
    waiting_steps,
)
from attnbook.nn import CausalConvolution

WIRINGS = [recurrent_wiring, convolution_wiring, attention_wiring]


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8, 9, 17])
def test_a_recurrent_network_goes_step_by_step(n):
    wiring = recurrent_wiring(n)
    assert path_length(wiring) == waiting_steps(wiring) == n
    assert count_connections(wiring) == 2 * n - 1


@pytest.mark.parametrize("kernel_size", [2, 3])
@pytest.mark.parametrize("n", [2, 3, 4, 5, 9, 10, 17])
def test_a_convolution_takes_as_many_layers_as_powers_reach_back(n, kernel_size):
    wiring = convolution_wiring(n, kernel_size=kernel_size)
    layers = next(i for i in range(n) if kernel_size**i >= n)
    assert path_length(wiring) == waiting_steps(wiring) == layers
    places = [kernel_size**i * j for i in range(layers) for j in range(kernel_size)]
    assert count_connections(wiring) == sum(max(n - back, 0) for back in places)


@pytest.mark.parametrize("n_layers", [1, 2, 3])
@pytest.mark.parametrize("n", [1, 2, 5, 11])
def test_attention_takes_as_many_steps_as_it_has_layers(n, n_layers):
    wiring = attention_wiring(n, n_layers=n_layers)
    assert path_length(wiring) == waiting_steps(wiring) == n_layers
    assert count_connections(wiring) == n_layers * n * (n + 1) // 2


def test_the_wiring_of_a_convolution_is_that_of_its_layers():
    n, layers = 11, 4
    wiring = convolution_wiring(n)
    assert len(wiring) == (layers + 1) * n
    for layer in range(layers):
        torch.manual_seed(0)
        convolve = CausalConvolution(3, 5, kernel_size=2, dilation=2**layer).double()
        x = torch.randn(n, 3, dtype=torch.float64)
        slopes = torch.autograd.functional.jacobian(convolve, x)  # (n, 5, n, 3)
        heard = slopes.abs().sum(dim=(1, 3)) > 0  # (n, n)
        rows, columns = (slice(i * n, (i + 1) * n) for i in (layer + 1, layer))
        assert torch.equal(wiring[rows, columns], heard)


@pytest.mark.parametrize("wire", WIRINGS)
def test_nothing_hears_what_comes_after_it(wire):
    wiring = wire(7)
    assert not wiring.triu().any()
    assert not wiring[:7].any()  # the tokens are given


def test_the_shortest_way_and_the_longest_may_differ():
    wiring = torch.tensor([[0, 0, 0], [1, 0, 0], [1, 1, 0]]) == 1
    assert path_length(wiring) == 1
    assert waiting_steps(wiring) == 2


def test_an_answer_that_hears_nothing_has_no_path():
    with pytest.raises(ValueError, match="never hears the first token"):
        path_length(torch.zeros(5, 5, dtype=torch.bool))


def test_a_circle_never_ends_and_is_refused():
    with pytest.raises(ValueError, match="runs in a circle"):
        waiting_steps(torch.tensor([[False, True], [True, False]]))


@pytest.mark.parametrize("wire", WIRINGS)
def test_no_token_has_no_wiring(wire):
    with pytest.raises(ValueError, match="n is 0 and must be"):
        wire(0)


@pytest.mark.parametrize("n", [11, 23])
def test_a_gru_costs_six_matrices_a_token(n):
    model = RecurrentReader(RecurrentSizes(7, d_embedding=5, d_state=3))
    assert count_multiplications(model, n) == n * (3 * 5 * 3 + 3 * 3 * 3 + 3 * 7)


@pytest.mark.parametrize("n", [11, 23])
def test_a_convolution_costs_a_matrix_for_each_place_of_its_kernel(n):
    model = ConvolutionReader(ConvolutionSizes(7, 5, n_layers=3, kernel_size=2))
    assert count_multiplications(model, n) == n * (3 * (2 * 5 * 10 + 5 * 5) + 5 * 7)


@pytest.mark.parametrize("positions", ["none", "alibi", "rotary"])
@pytest.mark.parametrize("n", [11, 23])
def test_attention_costs_a_square_whichever_path_torch_takes(n, positions):
    sizes = DecoderSizes(7, d_model=12, n_heads=3, n_layers=2)
    model = PositionalDecoder(sizes, positions).eval()
    each = n * (4 * 12 * 12 + 2 * 4 * 12 * 12)  # projections, and the small network
    square = 2 * n * n * 12  # scores and sums
    assert count_multiplications(model, n) == 2 * (each + square) + n * 12 * 7


def test_counting_leaves_the_model_as_it_was():
    model = nn.Sequential(nn.Embedding(7, 5), nn.Linear(5, 3))
    before = model[1].weight.clone()
    assert math.prod((11, 5, 3)) == count_multiplications(model, 11)
    assert torch.equal(model[1].weight, before)
    assert model[1].weight.grad is None
