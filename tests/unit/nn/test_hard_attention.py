import pytest
import torch

from attnbook.functional import bilinear_scores, causal_mask, softmax, softmax_backward
from attnbook.nn import HardAttention, reinforce_loss

B, Q, K, D_QUERY, D_KEY, D_V = 2, 3, 5, 7, 11, 13
WAYS = ("reinforce", "straight-through", "gumbel")
ways = pytest.mark.parametrize("way", WAYS)
close = torch.testing.assert_close


def layer(way="reinforce", **settings):
    torch.manual_seed(0)
    made = HardAttention(D_QUERY, D_KEY, gradient=way, **settings).double()
    torch.nn.init.normal_(made.score_matrix, std=0.3)
    return made


def draw(n_queries=Q):
    sizes = (B, n_queries, D_QUERY), (B, K, D_KEY), (B, K, D_V)
    return [torch.randn(s, dtype=torch.float64) for s in sizes]


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


@ways
def test_each_query_gets_the_value_of_one_key(way):
    q, k, v = draw()
    context, choice = layer(way)(q, k, v, generator=seeded(), return_choice=True)
    assert (choice.drawn.sum(-1) == 1).all()
    assert set(choice.drawn.unique().tolist()) == {0.0, 1.0}
    close(context, choice.drawn @ v)


def test_the_likeliest_is_taken_in_evaluation():
    made, (q, k, v) = layer().eval(), draw()
    _, choice = made(q, k, v, return_choice=True)
    assert torch.equal(choice.drawn.argmax(-1), choice.weights.argmax(-1))


def test_keys_are_drawn_as_often_as_their_weights_say():
    made, (q, k, v) = layer(), draw()
    many = [x[:1].expand(20_000, -1, -1) for x in (q, k, v)]
    _, choice = made(*many, generator=seeded(), return_choice=True)
    close(choice.drawn.mean(0), choice.weights[0], atol=0.015, rtol=0)


def test_a_generator_decides_the_draws():
    made, inputs = layer(), draw()
    one, same, other = (made(*inputs, generator=seeded(s)) for s in (1, 1, 2))
    assert torch.equal(one, same)
    assert not torch.equal(one, other)


def test_log_chances_are_those_of_the_drawn_keys():
    made, (q, k, v) = layer(), draw()
    mask = torch.rand(B, Q, K) < 0.6
    mask[..., 0] = True
    _, choice = made(q, k, v, mask=mask, generator=seeded(), return_choice=True)
    wanted = (choice.weights * choice.drawn).sum(-1).log()
    close(choice.log_chance, wanted)
    close(choice.weights, softmax(bilinear_scores(q, k, made.score_matrix), mask=mask))


def slope_by_scores(way, seed, **settings):
    """Score three keys freely: queries are 1, keys one-hot; return slopes and draw."""
    made = HardAttention(1, 3, gradient=way, **settings).double()
    scores = torch.tensor([[0.4, -0.2, 0.1]], dtype=torch.float64)
    made.score_matrix.data.copy_(scores)
    v = torch.tensor([[0.0], [4.0], [10.0]], dtype=torch.float64)
    q, k = torch.ones(1, 1).double(), torch.eye(3).double()
    context, choice = made(q, k, v, generator=seeded(seed), return_choice=True)
    loss = (context - 5).square().sum(-1)
    if way == "reinforce":
        loss = reinforce_loss(loss, choice.log_chance, baseline=7.0)
    loss.sum().backward()
    return made.score_matrix.grad[0], choice, context.detach(), v


@pytest.mark.parametrize("seed", range(5))
def test_straight_through_has_the_slope_of_the_weights(seed):
    slope, choice, context, v = slope_by_scores("straight-through", seed)
    by_draw = 2 * (context - 5) @ v.mT  # the slope of the loss by the draw
    close(slope, softmax_backward(choice.weights.detach().log(), by_draw)[0])


@pytest.mark.parametrize("seed", range(5))
def test_reinforce_has_the_slope_of_the_log_chance_times_the_lead(seed):
    slope, choice, context, _ = slope_by_scores("reinforce", seed)
    lead = (context - 5).square().sum() - 7
    close(slope, (lead * (choice.drawn - choice.weights))[0].detach())


def test_gumbel_has_the_slope_of_torchs_own():
    scores = torch.tensor([[0.4, -0.2, 0.1]], dtype=torch.float64, requires_grad=True)
    slope, choice, _, v = slope_by_scores("gumbel", 3, temperature=0.7)
    uniform = torch.rand(1, 3, generator=seeded(3), dtype=torch.float64)
    soft = ((scores - (-uniform.log()).log()) / 0.7).softmax(-1)
    hard = choice.drawn + soft - soft.detach()
    ((hard @ v) - 5).square().sum().backward()
    close(slope, scores.grad[0])


@ways
def test_a_draw_hears_no_key_that_is_hidden(way):
    made, (q, k, v) = layer(way), draw(n_queries=K)
    mask = causal_mask(K)
    before = made(q, k, v, mask=mask, generator=seeded())
    for i in range(1, K):
        late = torch.arange(K)[:, None] >= i
        k2, v2 = torch.where(late, 97, k), torch.where(late, 97, v)
        after = made(q, k2, v2, mask=mask, generator=seeded())
        close(after[:, :i], before[:, :i])


@ways
def test_a_query_with_nothing_to_attend_to_gets_zeros_and_finite_gradients(way):
    made, inputs = layer(way), [x.requires_grad_() for x in draw()]
    mask = torch.ones(B, Q, K, dtype=torch.bool)
    mask[1, 2] = False
    context, choice = made(*inputs, mask=mask, return_choice=True)
    reinforce_loss(context.square().sum(-1), choice.log_chance).backward()
    assert (context[1, 2] == 0).all()
    assert choice.log_chance[1, 2] == 0
    assert made.score_matrix.grad.isfinite().all()
    assert all(x.grad is None or x.grad.isfinite().all() for x in inputs)


@ways
def test_the_scores_learn(way):
    made, inputs = layer(way), draw()
    context, choice = made(*inputs, generator=seeded(), return_choice=True)
    loss = context.square().sum(-1)
    if way == "reinforce":
        loss = reinforce_loss(loss, choice.log_chance)
    loss.mean().backward()
    assert made.score_matrix.grad.abs().max() > 0


def test_without_its_own_loss_reinforce_learns_nothing():
    made, inputs = layer(), draw()
    assert not made(*inputs).requires_grad


def test_the_surrogate_has_the_value_of_the_mean_loss_and_teaches_what_follows():
    losses = torch.tensor([3.0, 5.0], requires_grad=True)
    log_chance = torch.tensor([-1.0, -2.0], requires_grad=True)
    loss = reinforce_loss(losses, log_chance, baseline=torch.tensor([1.0, 6.0]))
    loss.backward()
    close(loss, torch.tensor(4.0))
    close(losses.grad, torch.tensor([0.5, 0.5]))
    close(log_chance.grad, torch.tensor([1.0, -0.5]))


@pytest.mark.usefixtures("without_type_hook")
def test_an_unknown_gradient_is_refused():
    with pytest.raises(ValueError, match="gradient is 'soft'"):
        HardAttention(2, 2, gradient="soft")
