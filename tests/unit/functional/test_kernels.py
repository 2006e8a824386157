import torch

from attnbook.functional import distance_scores, kernel_regression

SIZES = (2, 3, 7), (2, 5, 7), (2, 5, 11)


def draw() -> list[torch.Tensor]:
    return [torch.randn(s, dtype=torch.float64).requires_grad_() for s in SIZES]


def test_gradients_are_those_of_finite_differences() -> None:
    q, k, v = draw()
    assert torch.autograd.gradcheck(distance_scores, (q, k))

    def regress(*inputs: torch.Tensor) -> torch.Tensor:
        return kernel_regression(*inputs, bandwidth=1.7)

    assert torch.autograd.gradcheck(regress, (q, k, v))


def test_the_gradient_is_finite_where_a_key_equals_the_query() -> None:
    q, k = torch.zeros(1, 2, requires_grad=True), torch.zeros(3, 2)
    distance_scores(q, k).sum().backward()
    assert (q.grad == 0).all()


def test_a_query_without_keys_has_a_finite_gradient() -> None:
    q, k, v = draw()
    mask = torch.tensor([[True], [False], [True]]).expand(3, 5)
    kernel_regression(q, k, v, bandwidth=1.7, mask=mask).sum().backward()
    assert all(x.grad.isfinite().all() for x in (q, k, v))
    assert (q.grad[:, 1] == 0).all()


def test_the_slope_by_the_query_is_a_covariance_over_the_squared_bandwidth() -> None:
    k = torch.tensor([[1.0], [2.0], [4.0]], dtype=torch.float64)
    v = torch.tensor([[3.0], [5.0], [-1.0]], dtype=torch.float64)
    q = torch.tensor([[2.5]], dtype=torch.float64, requires_grad=True)
    context, weights = kernel_regression(q, k, v, bandwidth=1.3, return_weights=True)
    (slope,) = torch.autograd.grad(context.sum(), q)
    covariance = weights @ (k * v) - (weights @ k) * (weights @ v)  # (1, 1)
    torch.testing.assert_close(slope, covariance / 1.3**2)


def test_results_stay_on_their_device() -> None:
    q, k, v = (torch.randn(s, device="meta") for s in SIZES)
    context, weights = kernel_regression(q, k, v, bandwidth=1.7, return_weights=True)
    assert context.device.type == weights.device.type == "meta"
    assert context.shape == (2, 3, 11)
    assert weights.shape == (2, 3, 5)
