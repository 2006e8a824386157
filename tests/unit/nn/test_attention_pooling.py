import math

import numpy as np
import pytest
import torch

from attnbook import reference
from attnbook.nn import AttentionPooling

B, K, D_IN = 3, 5, 7
close = torch.testing.assert_close


@pytest.fixture
def pool():
    torch.manual_seed(0)
    return AttentionPooling(D_IN).double()


@pytest.fixture
def items():
    random = torch.Generator().manual_seed(1)
    return torch.randn(B, K, D_IN, generator=random, dtype=torch.float64)


@pytest.mark.parametrize("masked", [False, True])
def test_it_equals_the_reference_with_the_same_weights(pool, items, masked):
    mask = reference.padding_mask([K, 2, 4], K) if masked else None
    w = pool.score_vector.detach().numpy()
    expected = reference.softmax(
        reference.linear_scores(items.numpy(), w), mask=mask
    )  # (b, 1, k)
    pooled, weights = pool(
        items,
        mask=mask if mask is None else torch.from_numpy(mask),
        return_weights=True,
    )
    np.testing.assert_allclose(weights.detach(), expected, rtol=0, atol=1e-12)
    np.testing.assert_allclose(
        pooled.detach(), (expected @ items.numpy())[:, 0], rtol=0, atol=1e-12
    )


def test_a_case_solved_by_hand():
    # Scores log 3 and 0, so weights 3/4 and 1/4.
    pool = AttentionPooling(1)
    with torch.no_grad():
        pool.score_vector.fill_(math.log(3))
    pooled, weights = pool(torch.tensor([[1.0], [0.0]]), return_weights=True)
    close(weights, torch.tensor([[0.75, 0.25]]))
    close(pooled, torch.tensor([0.75]))


def test_an_item_has_one_weight_and_not_one_for_each_feature(pool, items):
    pooled, weights = pool(items, return_weights=True)
    assert weights.shape == (B, 1, K)
    assert pooled.shape == (B, D_IN)
    assert (
        pool.score_vector.numel() == D_IN == sum(p.numel() for p in pool.parameters())
    )


def test_the_weights_of_the_items_sum_to_one(pool, items):
    _, weights = pool(items, return_weights=True)
    assert (weights > 0).all()
    close(weights.sum(-1), torch.ones(B, 1).double())


def test_the_output_is_the_same_without_the_weights(pool, items):
    assert torch.equal(pool(items), pool(items, return_weights=True)[0])


def test_the_order_of_the_items_does_not_matter(pool, items):
    order = torch.tensor([3, 0, 4, 2, 1])
    close(pool(items[:, order]), pool(items))


def test_the_pooled_features_lie_between_those_of_the_items(pool, items):
    pooled = pool(items)
    assert (pooled <= items.amax(1)).all()
    assert (pooled >= items.amin(1)).all()


def test_padding_gets_no_weight_and_no_say(pool, items):
    mask = torch.from_numpy(reference.padding_mask([K, 2, 4], K))
    pooled, weights = pool(items, mask=mask, return_weights=True)
    assert (weights[~mask] == 0).all()
    close(pool(items.masked_fill(~mask.mT, 97.0), mask=mask), pooled)
    close(pool(items[1, :2]), pooled[1])


def test_where_nothing_counts_the_sum_is_zero_and_gradients_are_finite(pool, items):
    mask = torch.from_numpy(reference.padding_mask([K, 0, 4], K))
    pooled, weights = pool(items.requires_grad_(), mask=mask, return_weights=True)
    pooled.sum().backward()
    assert (pooled[1] == 0).all()
    assert (weights[1] == 0).all()
    assert items.grad.isfinite().all()
    assert pool.score_vector.grad.isfinite().all()


def test_a_bias_would_do_nothing_and_never_learn(pool, items):
    bias = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
    w = pool.score_vector
    scores = items @ w + bias  # (b, k)
    pooled = (scores.softmax(-1).unsqueeze(-2) @ items).squeeze(-2)
    close(pooled, pool(items))
    (slope,) = torch.autograd.grad(pooled.square().sum(), bias)
    close(slope, torch.zeros_like(slope), rtol=0, atol=1e-12)


def test_the_score_vector_learns(pool, items):
    pool(items).square().sum().backward()
    assert (pool.score_vector.grad != 0).all()


def test_the_gradient_agrees_with_finite_differences(items):
    def pooled(x, w):
        pool = AttentionPooling(D_IN)
        return torch.func.functional_call(pool, {"score_vector": w}, (x,))

    inputs = [items.requires_grad_(), torch.randn(D_IN).double().requires_grad_()]
    assert torch.autograd.gradcheck(pooled, inputs)


@pytest.mark.usefixtures("without_type_hook")
def test_wrong_features_are_refused_in_words(pool, items):
    with pytest.raises(ValueError, match="w has 7 features and k has 6"):
        pool(items[..., 1:])


@pytest.mark.usefixtures("without_type_hook")
def test_a_mask_without_the_row_of_the_query_is_refused(pool, items):
    with pytest.raises(ValueError, match=r"must broadcast to the scores, \(..., q, k"):
        pool(items, mask=torch.ones(B, K, dtype=torch.bool))
