import torch

from attnbook.functional import hopfield_energy, hopfield_retrieval

close = torch.testing.assert_close


def draw() -> list[torch.Tensor]:
    return [torch.randn(2, n, 7, dtype=torch.float64).requires_grad_() for n in (3, 5)]


def test_gradients_are_those_of_finite_differences() -> None:
    q, k = draw()

    def two_steps(*inputs: torch.Tensor) -> torch.Tensor:
        return hopfield_retrieval(*inputs, temperature=1.7, n_steps=2)

    assert torch.autograd.gradcheck(two_steps, (q, k))
    assert torch.autograd.gradcheck(hopfield_energy, (q, k))


def test_the_slope_of_the_energy_is_what_a_step_takes_away() -> None:
    q, k = draw()
    energy = hopfield_energy(q, k, temperature=0.7)
    (slope,) = torch.autograd.grad(energy.sum(), q)
    close(slope, q - hopfield_retrieval(q, k, temperature=0.7))


def test_no_step_gives_a_tensor_of_its_own() -> None:
    q, k = (x.detach() for x in draw())
    same = hopfield_retrieval(q, k, n_steps=0)
    close(same, q)
    assert same.data_ptr() != q.data_ptr()


def test_results_stay_on_their_device() -> None:
    q, k = (torch.randn(2, n, 7, device="meta") for n in (3, 5))
    assert hopfield_retrieval(q, k, n_steps=2).shape == (2, 3, 7)
    assert hopfield_energy(q, k).device.type == "meta"
