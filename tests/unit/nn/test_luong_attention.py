import math

import numpy as np
import pytest
import torch

from attnbook import reference
from attnbook.functional import causal_mask, padding_mask
from attnbook.nn import LuongAttention

B, Q, K, D_QUERY, D_KEY, D_V, REACH = 2, 3, 11, 5, 7, 13, 2
LOOKS = ("global", "local-m", "local-p")
looks = pytest.mark.parametrize("look", LOOKS)
close = torch.testing.assert_close


def layer(look, **settings):
    torch.manual_seed(0)
    reach = None if look == "global" else REACH
    made = LuongAttention(D_QUERY, D_KEY, look=look, reach=reach, **settings).double()
    for p in made.parameters():
        torch.nn.init.normal_(p)
    return made


def draw(n_queries=Q):
    sizes = (B, n_queries, D_QUERY), (B, K, D_KEY), (B, K, D_V)
    return [torch.randn(s, dtype=torch.float64).requires_grad_() for s in sizes]


def expected(made, q, k, v, mask=None, lengths=K):
    """The same, by the formulas in NumPy with the layer's weights."""
    q, k, v = (x.detach().numpy() for x in (q, k, v))
    W = made.score_matrix.detach().numpy()
    scores = reference.bilinear_scores(q, k, W)
    if made.look == "global":
        weights = reference.softmax(scores, mask=mask)
    else:
        centres = np.broadcast_to(np.arange(q.shape[1], dtype=float), q.shape[:2])
        if made.look == "local-p":
            W_p, w_p = made.place_proj.weight, made.place_vector
            centres = reference.predicted_centres(
                q, W_p.detach().numpy(), w_p.detach().numpy(), lengths=lengths
            )
        taper = made.look == "local-p"
        weights = reference.local_softmax(
            scores, centres, reach=REACH, taper=taper, mask=mask
        )
    return torch.tensor(weights @ v), torch.tensor(weights)


@looks
@pytest.mark.parametrize("masked", [False, True])
def test_it_equals_the_reference_with_the_same_weights(look, masked):
    made, inputs = layer(look), draw()
    lengths = np.array([K, 4])
    mask = reference.padding_mask(lengths, K) if masked else None
    given = {}
    if masked:
        given = {"mask": torch.tensor(mask), "lengths": torch.tensor(lengths)}
    result = made(*inputs, return_weights=True, **given)
    wanted = expected(made, *inputs, mask=mask, lengths=lengths if masked else K)
    for ours, theirs in zip(result, wanted, strict=True):
        close(ours.detach(), theirs)


def test_global_is_the_general_score_of_luong():
    made, (q, k, v) = layer("global"), draw()
    close(made(q, k, v), (q @ made.score_matrix @ k.mT).softmax(-1) @ v)


def test_local_m_sees_a_band_and_its_rows_sum_to_1():
    made, (q, k, v) = layer("local-m"), draw(n_queries=K)
    _, weights = made(q, k, v, return_weights=True)
    i, j = torch.meshgrid(torch.arange(K), torch.arange(K), indexing="ij")
    assert torch.equal(weights[0] > 0, (i - j).abs() <= REACH)
    close(weights.sum(-1), torch.ones(B, K).double())


def test_local_m_continues_where_a_decoder_stopped():
    made, (q, k, v) = layer("local-m"), draw(n_queries=K)
    close(made(q[:, 4:6], k, v, start=4), made(q, k, v)[:, 4:6])


def test_local_p_loses_weight_and_the_less_the_nearer_its_keys_are():
    made, inputs = layer("local-p"), draw()
    sums = made(*inputs, return_weights=True)[1].sum(-1)
    assert (sums < 1).all()
    assert (sums > math.exp(-2)).all()


def test_local_p_asks_the_query_alone_where_to_look():
    made, (q, k, v) = layer("local-p"), draw()
    _, before = made(q, k, v, return_weights=True)
    _, after = made(q, k + 97, v, return_weights=True)
    assert torch.equal(before > 0, after > 0)


@looks
def test_no_future_key_or_value_is_heard_through_a_causal_mask(look):
    made, (q, k, v) = layer(look), draw(n_queries=K)
    mask = causal_mask(K)
    before = made(q, k, v, mask=mask)
    for i in range(1, K):
        late = torch.arange(K)[:, None] >= i
        after = made(q, torch.where(late, 97, k), torch.where(late, 97, v), mask=mask)
        close(after[:, :i], before[:, :i])


@looks
def test_a_query_with_nothing_to_attend_to_gets_zeros_and_finite_gradients(look):
    made, inputs = layer(look), draw()
    mask = torch.ones(B, Q, K, dtype=torch.bool)
    mask[1, 2] = False
    context = made(*inputs, mask=mask)
    context.square().sum().backward()
    assert (context[1, 2] == 0).all()
    learnt = [x.grad for x in (*inputs, *made.parameters())]
    assert all(g.isfinite().all() for g in learnt)


@looks
def test_every_parameter_learns(look):
    made = layer(look)
    made(*draw()).square().sum().backward()
    assert all(p.grad.abs().max() > 0 for p in made.parameters())


@looks
def test_gradients_agree_with_finite_differences(look):
    made, inputs = layer(look), draw()
    assert torch.autograd.gradcheck(lambda *x: made(*x), inputs)


def test_there_are_no_more_parameters_than_the_equations_have():
    counts = {
        look: sum(p.numel() for p in layer(look, d_hidden=3).parameters())
        for look in LOOKS
    }
    score = D_QUERY * D_KEY
    place = 3 * D_QUERY + 3
    assert counts == {"global": score, "local-m": score, "local-p": score + place}


def test_lengths_move_the_places_and_hide_nothing():
    made, (q, k, v) = layer("local-p"), draw()
    short = torch.full((B,), 4)
    _, weights = made(q, k, v, lengths=short, return_weights=True)
    places = reference.predicted_centres(
        q.detach().numpy(),
        made.place_proj.weight.detach().numpy(),
        made.place_vector.detach().numpy(),
        lengths=4,
    )
    seen = reference.window_mask(places, K, reach=REACH)
    np.testing.assert_array_equal(weights.detach().numpy() > 0, seen)
    padded = made(q, k, v, lengths=short, mask=padding_mask([4, 4], K))
    assert not torch.allclose(padded, weights @ v)


@pytest.mark.usefixtures("without_type_hook")
def test_a_wrong_look_is_refused():
    with pytest.raises(ValueError, match="look is 'local'"):
        LuongAttention(2, 2, look="local", reach=1)
