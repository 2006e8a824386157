import math

import torch

from attnbook.functional import gumbel_noise, hardmax, reinforce_gradient


def test_a_choice_has_no_slope() -> None:
    scores = torch.randn(3, 5, requires_grad=True)
    assert not hardmax(scores).requires_grad


def test_a_finished_row_and_a_nan_are_told_apart() -> None:
    scores = torch.tensor([[1.0, 2.0], [math.nan, 0.0], [0.0, 1.0]])
    weights = hardmax(scores, mask=torch.tensor([[False], [True], [True]]))
    assert (weights[0] == 0).all()
    assert weights[1].isnan().all()
    assert weights[2].tolist() == [0.0, 1.0]


def test_results_stay_on_their_device() -> None:
    scores = torch.ones(3, 5, device="meta")
    assert hardmax(scores).device.type == "meta"
    losses = torch.ones(3, device="meta")
    assert reinforce_gradient(scores, scores, losses).device.type == "meta"


def test_noise_is_that_of_the_gumbel_distribution_of_torch() -> None:
    uniform = torch.rand(5, 7, dtype=torch.float64)
    log_share = torch.distributions.Gumbel(0.0, 1.0).cdf(gumbel_noise(uniform))
    torch.testing.assert_close(log_share, uniform)
