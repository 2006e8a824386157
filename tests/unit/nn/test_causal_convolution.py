"""Causal convolution: torch's own, never ahead, and the same everywhere."""

import pytest
import torch
from torch import nn

from attnbook.nn import CausalConvolution

N = 13
close = torch.testing.assert_close


def make(kernel_size=3, dilation=2):
    torch.manual_seed(0)
    layer = CausalConvolution(5, 7, kernel_size=kernel_size, dilation=dilation)
    return layer.double()


def draw(*batch):
    return torch.randn(*batch, N, 5, dtype=torch.float64)


@pytest.mark.parametrize(("kernel_size", "dilation"), [(1, 1), (2, 1), (3, 2), (2, 5)])
def test_it_is_torchs_convolution_without_what_looks_ahead(kernel_size, dilation):
    layer, x = make(kernel_size, dilation), draw(3)
    both_sides = nn.Conv1d(
        5, 7, kernel_size, dilation=dilation, padding=(kernel_size - 1) * dilation
    ).double()
    both_sides.load_state_dict(layer.convolution.state_dict())
    close(layer(x), both_sides(x.mT)[..., :N].mT)


@pytest.mark.parametrize(("kernel_size", "dilation"), [(1, 1), (2, 1), (3, 2), (2, 5)])
def test_a_token_hears_exactly_the_places_of_the_kernel(kernel_size, dilation):
    layer, x = make(kernel_size, dilation), draw()
    slopes = torch.autograd.functional.jacobian(layer, x)  # (n, 7, n, 5)
    heard = slopes.abs().sum(dim=(1, 3)) > 0  # (n, n)
    back = torch.arange(N)[:, None] - torch.arange(N)
    places = dilation * torch.arange(kernel_size)
    assert torch.equal(heard, torch.isin(back, places))


def test_moving_all_tokens_moves_the_output():
    layer, x = make(), draw()
    x[:4] = 0
    moved = torch.cat([x[2:], torch.zeros(2, 5, dtype=torch.float64)])
    close(layer(moved)[:-2], layer(x)[2:])


def test_batches_are_not_mixed():
    layer, x = make(), draw(3)
    close(layer(x)[1], layer(x[1]))


def test_features_before_tokens_are_told():
    with pytest.raises(ValueError, match="the layout of torch's Conv1d"):
        make()(draw().mT)


@pytest.mark.parametrize(
    "wrong", [{"kernel_size": 0}, {"kernel_size": 2, "dilation": 0}]
)
def test_nothing_to_mix_is_refused(wrong):
    with pytest.raises(ValueError, match=f"{list(wrong)[-1]} is 0 and must be"):
        CausalConvolution(5, 7, **wrong)
