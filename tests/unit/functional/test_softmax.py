import math
from collections.abc import Callable

import pytest
import torch

from attnbook.functional import log_softmax, softmax

close = torch.testing.assert_close


def test_two_scores_one_apart_give_e_to_one() -> None:
    expected = torch.tensor([math.e, 1.0]) / (math.e + 1)
    close(softmax(torch.tensor([1.0, 0.0])), expected)


def test_masked_keys_get_zero_weight_and_zero_gradient() -> None:
    scores = torch.tensor([[0.0, 3.0, 0.0]], requires_grad=True)
    weights = softmax(scores, mask=torch.tensor([True, False, True]))
    close(weights, torch.tensor([[0.5, 0.0, 0.5]]))
    (gradient,) = torch.autograd.grad(weights[0, 0], scores)
    close(gradient, torch.tensor([[0.25, 0.0, -0.25]]))


def test_a_row_with_nothing_to_attend_to_passes_no_gradient() -> None:
    scores = torch.zeros(2, 3, requires_grad=True)
    weights = softmax(scores, mask=torch.tensor([[True] * 3, [False] * 3]))
    (gradient,) = torch.autograd.grad(
        weights.square().sum() + weights[:, 0].sum(), scores
    )
    assert gradient.isfinite().all()
    close(gradient[1], torch.zeros(3))


def test_scores_of_minus_infinity_pass_no_nan() -> None:
    scores = torch.full((2, 3), -math.inf)
    scores[0, 1] = 0.0
    scores.requires_grad_()
    weights = softmax(scores, temperature=0.5)
    close(weights.detach(), torch.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]))
    (gradient,) = torch.autograd.grad(weights[:, 1].sum(), scores)
    assert gradient.isfinite().all()


def test_logarithms_of_zeros_pass_no_nan() -> None:
    scores = torch.tensor([[0.0, -math.inf], [-math.inf, -math.inf]])
    scores.requires_grad_()
    logs = log_softmax(scores)
    (gradient,) = torch.autograd.grad(logs[0, 0] + logs[1].sum(), scores)
    assert gradient.isfinite().all()


@pytest.mark.parametrize("temperature", [1.0, 1e-30, 1e30])
def test_the_largest_scores_do_not_overflow(temperature: float) -> None:
    big = torch.finfo(torch.float32).max
    scores = torch.tensor([big, big, -big], requires_grad=True)
    weights = softmax(scores, temperature=temperature)
    close(weights.sum(), torch.tensor(1.0))
    (gradient,) = torch.autograd.grad(weights[0], scores)
    assert not gradient.isnan().any()


@pytest.mark.parametrize("axis", [0, 1, 2, -1])
def test_gradients_are_those_of_finite_differences(axis: int) -> None:
    scores = torch.randn(2, 3, 5, dtype=torch.float64, requires_grad=True)
    mask = torch.rand(2, 3, 5) < 0.6

    def weigh(scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        weights = softmax(scores, axis=axis, temperature=0.7, mask=mask)
        return weights, log_softmax(scores, axis=axis, temperature=0.7)

    assert torch.autograd.gradcheck(weigh, scores)
    assert torch.autograd.gradgradcheck(weigh, scores)


@pytest.mark.parametrize("function", [softmax, log_softmax])
def test_half_precision_is_left_before_the_first_step(function: Callable) -> None:
    scores = torch.tensor([60_000.0, -60_000.0])  # in float16 their difference is inf
    given = function(scores.half(), temperature=1e5)
    close(given, function(scores, temperature=1e5).half())
    assert given.dtype == torch.float16
