import torch

from attnbook.functional import local_softmax, predicted_centres, window_mask


def double(*shape: int) -> torch.Tensor:
    return torch.randn(shape, dtype=torch.float64).requires_grad_()


def test_gradients_are_those_of_finite_differences() -> None:
    q, W, w = double(2, 3, 5), double(7, 5), double(7)
    lengths = torch.tensor([11, 13])

    def places(*inputs: torch.Tensor) -> torch.Tensor:
        return predicted_centres(*inputs, lengths=lengths)

    assert torch.autograd.gradcheck(places, (q, W, w))
    scores, centres = double(3, 7), torch.tensor([1.3, 3.1, 5.6]).double()

    def weigh(*inputs: torch.Tensor) -> torch.Tensor:
        return local_softmax(*inputs, reach=2, taper=True)

    assert torch.autograd.gradcheck(weigh, (scores, centres.requires_grad_()))


def test_only_the_gaussian_teaches_a_centre() -> None:
    centres = torch.tensor([3.3], requires_grad=True)
    edges, bell = (
        local_softmax(torch.zeros(1, 7), centres, reach=2, taper=taper)
        for taper in (False, True)
    )
    assert not edges.requires_grad
    (slope,) = torch.autograd.grad(bell @ torch.arange(7.0), centres)
    assert slope.item() > 0  # the larger values lie to the right


def test_a_query_without_keys_has_a_finite_gradient() -> None:
    scores, centres = double(3, 5), torch.tensor([-9.0, 2.0, 2.0]).double()
    centres.requires_grad_()
    mask = torch.tensor([[True], [False], [True]])
    weights = local_softmax(scores, centres, reach=1, taper=True, mask=mask)
    weights.square().sum().backward()
    assert scores.grad.isfinite().all()
    assert centres.grad.isfinite().all()
    assert (scores.grad[:2] == 0).all()


def test_results_stay_on_their_device() -> None:
    centres = torch.ones(3, device="meta")
    assert window_mask(centres, 5, reach=1).device.type == "meta"
    scores = torch.ones(3, 5, device="meta")
    weights = local_softmax(scores, centres, reach=1, taper=True)
    assert weights.device.type == "meta"
