import math

import pytest
import torch

from attnbook.functional import (
    from_half_split,
    position_angles,
    rotary,
    sinusoidal,
    to_half_split,
)

N, D = 5, 6
close = torch.testing.assert_close


def draw(*shape: int) -> torch.Tensor:
    return torch.randn(shape, dtype=torch.float64).requires_grad_()


@pytest.mark.parametrize("interleaved", [False, True])
def test_gradients_are_those_of_finite_differences(interleaved: bool) -> None:
    def turn(x: torch.Tensor) -> torch.Tensor:
        return rotary(x, interleaved=interleaved)

    assert torch.autograd.gradcheck(turn, (draw(2, N, D),))


def test_the_gradient_is_turned_back() -> None:
    x, pull = draw(N, D), torch.randn(N, D).double()
    (grad,) = torch.autograd.grad(rotary(x), x, pull)
    close(grad, rotary(pull, -torch.arange(N)))


def test_whole_numbers_count_as_floats_of_torchs_default() -> None:
    whole = torch.arange(N)
    assert position_angles(whole, D).dtype == torch.float32
    close(sinusoidal(whole, D), sinusoidal(whole.float(), D))


def test_doubles_are_turned_by_angles_in_double_precision() -> None:
    x = torch.tensor([[1.0, 0.0, 1.0, 0.0]], dtype=torch.float64)
    turned = rotary(x, torch.tensor([1_000_003]))  # the second pair by a hundredth
    expected = [f(a) for a in (1_000_003, 10_000.03) for f in (math.cos, math.sin)]
    close(turned, torch.tensor([expected], dtype=torch.float64))


def test_half_precision_is_turned_in_single_precision() -> None:
    x = torch.randn(3000, D)
    for dtype, atol in ((torch.float16, 5e-3), (torch.bfloat16, 4e-2)):
        turned = rotary(x.to(dtype))
        assert turned.dtype == dtype
        close(turned.float(), rotary(x.to(dtype).float()), atol=atol, rtol=0)


def test_results_stay_on_their_device() -> None:
    x = torch.randn(2, N, D, device="meta")
    places = torch.arange(N, device="meta")
    results = (
        rotary(x),
        sinusoidal(places, D),
        position_angles(places, D),
        to_half_split(x),
        from_half_split(x),
    )
    assert {result.device.type for result in results} == {"meta"}


def test_scores_depend_on_offsets_alone_also_in_single_precision() -> None:
    q, k = torch.randn(2, D)
    scores = rotary(q.expand(N, D)) @ rotary(k.expand(N, D)).T  # (n, n)
    for offset in range(1 - N, N):
        diagonal = scores.diagonal(offset)
        close(diagonal, diagonal[:1].expand_as(diagonal), atol=1e-5, rtol=0)
