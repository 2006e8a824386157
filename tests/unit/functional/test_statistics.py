import math

import torch

from attnbook.functional import attention_entropy, softmax


def test_equal_weights_on_eight_keys_are_three_bits() -> None:
    entropy = attention_entropy(torch.full((2, 8), 1 / 8), base=2)
    torch.testing.assert_close(entropy, torch.tensor([3.0, 3.0]))


def test_nats_are_the_default() -> None:
    entropy = attention_entropy(torch.tensor([0.5, 0.5]))
    torch.testing.assert_close(entropy, torch.tensor(math.log(2)))


def test_weights_of_zero_pass_no_nan() -> None:
    scores = torch.tensor([[0.0, -1e4, 1.0], [0.0, 0.0, 0.0]], requires_grad=True)
    mask = torch.tensor([[True, True, True], [False, False, False]])
    entropy = attention_entropy(softmax(scores, mask=mask))
    (gradient,) = torch.autograd.grad(entropy.sum(), scores)
    assert entropy.isfinite().all()
    assert gradient.isfinite().all()
    assert gradient[0, 0] > 0  # a higher score for the lesser key evens out


def test_gradients_are_those_of_finite_differences() -> None:
    scores = torch.randn(2, 3, 5, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(lambda s: attention_entropy(softmax(s)), scores)


def test_a_result_of_all_attention_on_one_key_is_zero() -> None:
    entropy = attention_entropy(torch.tensor([[1.0, 0.0], [0.0, 0.0]]))
    assert entropy.tolist() == [0.0, 0.0]
    assert not entropy.signbit().any()
