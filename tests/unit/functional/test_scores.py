import pytest
import torch

from attnbook import functional

SIZES = {
    "dot_scores": ((2, 3, 7), (2, 5, 7)),
    "scaled_dot_scores": ((2, 3, 7), (2, 5, 7)),
    "additive_scores": ((2, 3, 11), (2, 5, 7), (13, 11), (13, 7), (13,)),
    "bilinear_scores": ((2, 3, 11), (2, 5, 7), (11, 7)),
    "linear_scores": ((2, 5, 7), (7,)),
}


@pytest.mark.parametrize("name", SIZES)
def test_gradients_are_those_of_finite_differences(name: str) -> None:
    inputs = [torch.randn(s, dtype=torch.float64) for s in SIZES[name]]
    inputs = [x.requires_grad_() for x in inputs]
    assert torch.autograd.gradcheck(getattr(functional, name), inputs)


@pytest.mark.parametrize("name", SIZES)
def test_scores_stay_on_their_device(name: str) -> None:
    inputs = [torch.randn(s, device="meta") for s in SIZES[name]]
    scores = getattr(functional, name)(*inputs)
    assert scores.device.type == "meta"
    assert scores.shape == (2, 1 if name == "linear_scores" else 3, 5)


def test_additive_scores_take_the_weights_of_linear_layers() -> None:
    query_proj = torch.nn.Linear(11, 13, bias=False)
    key_proj = torch.nn.Linear(7, 13, bias=False)
    energy = torch.nn.Linear(13, 1, bias=False)
    q, k = torch.randn(2, 3, 11), torch.randn(2, 5, 7)
    hidden = query_proj(q)[:, :, None] + key_proj(k)[:, None]  # (b, q, k, d_hidden)
    expected = energy(hidden.tanh())[..., 0]
    weights = (query_proj.weight, key_proj.weight, energy.weight[0])
    torch.testing.assert_close(functional.additive_scores(q, k, *weights), expected)
