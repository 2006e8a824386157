import math

import numpy as np
import pytest
import torch

from attnbook import reference
from attnbook.nn import AdditiveAttention

B, Q, K, D_QUERY, D_KEY, D_HIDDEN, D_V = 2, 3, 5, 7, 11, 13, 17


@pytest.fixture
def layer():
    torch.manual_seed(0)
    return AdditiveAttention(D_QUERY, D_KEY, D_HIDDEN).double()


@pytest.fixture
def qkv():
    random = torch.Generator().manual_seed(1)
    shapes = (B, Q, D_QUERY), (B, K, D_KEY), (B, K, D_V)
    return [torch.randn(s, generator=random, dtype=torch.float64) for s in shapes]


def expected(layer, q, k, v, mask=None):
    """The same, by the formulas in NumPy with the layer's weights."""
    parameters = (layer.query_proj.weight, layer.key_proj.weight, layer.score_vector)
    W_Q, W_K, w = (p.detach().numpy() for p in parameters)
    scores = reference.additive_scores(q.numpy(), k.numpy(), W_Q, W_K, w)
    weights = reference.softmax(scores, mask=None if mask is None else mask.numpy())
    return weights @ v.numpy(), weights


@pytest.mark.parametrize("masked", [False, True])
def test_it_equals_the_reference_with_the_same_weights(layer, qkv, masked):
    lengths = np.array([K, 2])
    mask = torch.from_numpy(reference.padding_mask(lengths, K)) if masked else None
    context, weights = layer(*qkv, mask=mask, return_weights=True)
    wanted_context, wanted_weights = expected(layer, *qkv, mask=mask)
    np.testing.assert_allclose(weights.detach(), wanted_weights, rtol=0, atol=1e-12)
    np.testing.assert_allclose(context.detach(), wanted_context, rtol=0, atol=1e-12)


def test_a_case_solved_by_hand():
    # One hidden feature: scores w·tanh(q + k) are 0 and log 3, so weights 1/4 and 3/4.
    layer = AdditiveAttention(1, 1, 1)
    with torch.no_grad():
        layer.query_proj.weight.fill_(1.0)
        layer.key_proj.weight.fill_(1.0)
        layer.score_vector.fill_(math.log(3) / math.tanh(2.0))
    q, k, v = (
        torch.ones(1, 1),
        torch.tensor([[-1.0], [1.0]]),
        torch.tensor([[0.0], [8.0]]),
    )
    context, weights = layer(q, k, v, return_weights=True)
    torch.testing.assert_close(weights, torch.tensor([[0.25, 0.75]]))
    torch.testing.assert_close(context, torch.tensor([[6.0]]))


def test_the_output_is_the_same_without_the_weights(layer, qkv):
    context, _ = layer(*qkv, return_weights=True)
    assert torch.equal(layer(*qkv), context)


def test_masked_keys_get_no_weight_and_no_say(layer, qkv):
    q, k, v = qkv
    mask = torch.tensor([True, False, True, True, False])
    context, weights = layer(q, k, v, mask=mask, return_weights=True)
    other_k, other_v = k.clone(), v.clone()
    other_k[:, ~mask], other_v[:, ~mask] = 97.0, -97.0
    assert weights[..., ~mask].abs().max() == 0
    torch.testing.assert_close(layer(q, other_k, other_v, mask=mask), context)


def test_a_query_with_nothing_to_attend_to_gets_zeros_and_finite_gradients(layer, qkv):
    q, k, v = (x.requires_grad_() for x in qkv)
    mask = torch.ones(B, Q, K, dtype=torch.bool)
    mask[1, 2] = False
    context = layer(q, k, v, mask=mask)
    context.sum().backward()
    assert context[1, 2].abs().max() == 0
    learnt = [p.grad for p in layer.parameters()]
    assert all(torch.isfinite(g).all() for g in (q.grad, k.grad, v.grad, *learnt))


def test_every_parameter_learns(layer, qkv):
    layer(*qkv).square().sum().backward()
    assert all(p.grad.abs().max() > 0 for p in layer.parameters())


def test_the_gradient_agrees_with_finite_differences(qkv):
    torch.manual_seed(0)
    layer = AdditiveAttention(D_QUERY, D_KEY, 2).double()
    inputs = [x.requires_grad_() for x in qkv]
    assert torch.autograd.gradcheck(lambda *x: layer(*x), inputs)


def test_each_query_attends_on_its_own(layer, qkv):
    q, k, v = qkv
    alone = layer(q[:, 1:2], k, v)
    torch.testing.assert_close(layer(q, k, v)[:, 1:2], alone)


def test_there_are_no_more_parameters_than_the_equation_has(layer):
    n = sum(p.numel() for p in layer.parameters())
    assert n == D_HIDDEN * D_QUERY + D_HIDDEN * D_KEY + D_HIDDEN
