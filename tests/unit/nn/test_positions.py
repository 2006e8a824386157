import pytest
import torch

from attnbook import functional
from attnbook.nn import (
    AlibiBias,
    LearnedPositions,
    MultiHeadAttention,
    RelativePositionBias,
    Rotary,
    SinusoidalPositions,
)

B, N, H, D_HEAD = 2, 7, 3, 4
D = H * D_HEAD
close = torch.testing.assert_close


def draw() -> torch.Tensor:
    return torch.randn(B, N, D, dtype=torch.float64)


@pytest.fixture
def attend() -> MultiHeadAttention:
    layer = MultiHeadAttention(D, H).double()
    for p in layer.parameters():
        torch.nn.init.normal_(p, std=0.4)
    return layer


def test_sinusoidal_positions_are_added_to_every_sequence() -> None:
    x = draw()
    waves = functional.sinusoidal(torch.arange(N), D)
    close(SinusoidalPositions(D)(x) - x, waves.double().expand(B, -1, -1))
    assert SinusoidalPositions(D)(x.half()).dtype == torch.float16


def test_sinusoidal_positions_have_nothing_to_learn_and_no_end() -> None:
    places = SinusoidalPositions(D)
    assert list(places.parameters()) == []
    assert places(torch.zeros(10_000, D)).isfinite().all()


def test_learned_positions_are_the_first_rows_of_a_table() -> None:
    places = LearnedPositions(N + 4, D)
    x = torch.randn(B, N, D)
    close(places(x), x + places.table[:N])
    places(x).sum().backward()
    assert (places.table.grad[:N] == B).all()
    assert (places.table.grad[N:] == 0).all()  # what is never seen never learns


@pytest.mark.parametrize("places", [SinusoidalPositions(D), LearnedPositions(N + 4, D)])
def test_tokens_may_stand_further_on(places) -> None:
    x = torch.randn(B, N + 4, D)
    close(places(x[:, 4:], start=4), places(x)[:, 4:])


def test_a_later_start_turns_both_and_changes_no_score() -> None:
    q, k = draw(), draw()
    turned_q, turned_k = Rotary()(q, k, start=30)
    close(turned_q, functional.rotary(q, torch.arange(N) + 30))
    scores, moved = (q @ k.mT for q, k in (Rotary()(q, k), (turned_q, turned_k)))
    close(moved, scores)


def test_learned_positions_end() -> None:
    places = LearnedPositions(5, D)
    with pytest.raises(ValueError, match="x ends at position 6 and n_positions is 5"):
        places(torch.zeros(2, D), start=4)
    with pytest.raises(ValueError, match="x ends at position 7 and n_positions is 5"):
        places(torch.zeros(N, D))


@pytest.mark.parametrize("places", [SinusoidalPositions(D), LearnedPositions(N, D)])
def test_features_that_do_not_fit_are_told(places) -> None:
    with pytest.raises(ValueError, match="x has 1 features and positions have 12"):
        places(torch.zeros(N, 1))


@pytest.mark.parametrize("bias", [RelativePositionBias(H), AlibiBias(H)])
def test_the_bias_of_the_last_queries_is_the_end_of_the_whole(bias) -> None:
    assert bias(N).shape == (H, N, N)
    close(bias(2, N), bias(N)[:, -2:])


def test_a_relative_bias_begins_by_saying_nothing_and_learns() -> None:
    bias = RelativePositionBias(H, n_buckets=8, max_distance=20)
    assert (bias(N) == 0).all()
    bias(N).sum().backward()
    assert bias.table.grad.shape == (8, H)
    assert (bias.table.grad[1] == N - 1).all()  # as many keys are one place before


def test_a_relative_bias_is_that_of_its_settings() -> None:
    settings = {"max_distance": 5, "bidirectional": False}
    bias = RelativePositionBias(H, n_buckets=4, **settings)
    torch.nn.init.normal_(bias.table)
    close(bias(3, N), functional.relative_bias(bias.table, 3, N, **settings))


def test_rotary_turns_queries_as_the_last_positions() -> None:
    q, k = draw()[:, -2:], draw()
    for interleaved in (False, True):
        turned_q, turned_k = Rotary(base=50, interleaved=interleaved)(q, k)
        settings = {"base": 50, "interleaved": interleaved}
        places = torch.tensor([N - 2, N - 1])
        close(turned_q, functional.rotary(q, places, **settings))
        close(turned_k, functional.rotary(k, **settings))


def with_each(attend: MultiHeadAttention) -> dict:
    relative = RelativePositionBias(H).double()
    torch.nn.init.normal_(relative.table)
    learned, waves = LearnedPositions(N, D).double(), SinusoidalPositions(D)
    torch.nn.init.normal_(learned.table)
    alibi = AlibiBias(H)

    def attention(x, **settings):
        return attend(x, x, x, **settings)

    return {
        "none": attention,
        "sinusoidal": lambda x, **s: attention(waves(x), **s),
        "learned": lambda x, **s: attention(learned(x), **s),
        "relative": lambda x, **s: attention(x, score_bias=relative(x.shape[1]), **s),
        "alibi": lambda x, **s: attention(x, score_bias=alibi(x.shape[1]), **s),
        "rotary": lambda x, **s: attention(x, rotate=Rotary(), **s),
    }


VARIANTS = ("none", "sinusoidal", "learned", "relative", "alibi", "rotary")


@pytest.mark.parametrize("name", VARIANTS)
def test_only_without_positions_is_attention_equivariant(attend, name) -> None:
    run, x, order = with_each(attend)[name], draw(), torch.tensor([3, 0, 6, 2, 5, 1, 4])
    same = torch.allclose(run(x[:, order]), run(x)[:, order])
    assert same == (name == "none")


@pytest.mark.parametrize("name", ["relative", "alibi", "rotary"])
def test_what_is_relative_does_not_mind_what_stands_before(attend, name) -> None:
    run, x = with_each(attend)[name], draw()
    last = torch.ones(N, N, dtype=torch.bool).tril() & ~torch.ones(N, N).tril(-3).bool()
    later = run(x, mask=last)[:, 2:]  # each sees itself and two before
    early = run(x[:, 2:], mask=last[:-2, :-2])
    close(later[:, 2:], early[:, 2:])


@pytest.mark.parametrize("return_weights", [False, True])
@pytest.mark.parametrize("name", VARIANTS)
def test_the_future_does_not_change_the_past(attend, name, return_weights) -> None:
    x, mask = draw(), functional.causal_mask(N)

    def run(x):
        result = with_each_seeded(x, mask=mask, return_weights=return_weights)
        return result[0] if return_weights else result

    with_each_seeded = with_each(attend)[name]
    before = run(x)
    for now in range(N - 1):
        changed = x.clone()
        changed[:, now + 1 :] += 30
        after = run(changed)
        close(after[:, : now + 1], before[:, : now + 1])
        assert (after[:, now + 1] != before[:, now + 1]).any()


@pytest.mark.parametrize("name", VARIANTS)
def test_a_query_with_nothing_to_attend_to_gives_the_bias_of_the_output(
    attend, name
) -> None:
    mask = torch.ones(N, N, dtype=torch.bool)
    mask[2] = False
    run, x = with_each(attend)[name], draw().requires_grad_()
    output, weights = run(x, mask=mask, return_weights=True)
    assert (weights[:, :, 2] == 0).all()
    for given in (output, run(x, mask=mask)):
        close(given[:, 2], attend.output_proj.bias.expand(B, -1))
        (grad,) = torch.autograd.grad(given.sum(), x, retain_graph=True)
        assert grad.isfinite().all()


@pytest.mark.parametrize("name", VARIANTS)
def test_the_fused_path_gives_what_the_path_with_weights_gives(attend, name) -> None:
    run, x, mask = with_each(attend)[name], draw(), functional.causal_mask(N)
    close(run(x, mask=mask), run(x, mask=mask, return_weights=True)[0])


def test_queries_are_turned_by_heads_and_values_are_not(attend) -> None:
    x = draw()
    _, weights = attend(x, x, x, rotate=Rotary(), return_weights=True)
    q, k = (
        functional.rotary(functional.split_heads(project(x), H))
        for project in (attend.query_proj, attend.key_proj)
    )
    v = functional.split_heads(attend.value_proj(x), H)
    context, expected = functional.scaled_dot_product_attention(
        q, k, v, return_weights=True
    )
    close(weights, expected)
    output = attend.output_proj(functional.merge_heads(context))
    close(attend(x, x, x, rotate=Rotary()), output)


def test_a_bias_is_that_of_its_head(attend) -> None:
    x = draw()
    bias = torch.zeros(H, N, N).double()
    bias[2, :, 4] = 1e3
    _, weights = attend(x, x, x, score_bias=bias, return_weights=True)
    _, plain = attend(x, x, x, return_weights=True)
    close(weights[:, 2, :, 4], torch.ones(B, N).double())
    close(weights[:, :2], plain[:, :2])


@pytest.mark.usefixtures("without_type_hook")
class TestErrors:
    @pytest.mark.parametrize(
        ("make", "told"),
        [
            (lambda: SinusoidalPositions(7), "d_model is 7 and must be even"),
            (lambda: LearnedPositions(0, D), "n_positions is 0"),
            (lambda: LearnedPositions(N, 0), "d_model is 0"),
            (lambda: RelativePositionBias(0), "n_heads is 0"),
            (lambda: RelativePositionBias(2, n_buckets=5), "must be even"),
            (lambda: AlibiBias(1.5), "n_heads is 1.5"),
        ],
    )
    def test_what_cannot_be_made(self, make, told) -> None:
        with pytest.raises(ValueError, match=told):
            make()

    def test_heads_of_an_odd_width_cannot_be_turned(self) -> None:
        attend, x = MultiHeadAttention(6, 2), torch.ones(B, N, 6)
        with pytest.raises(ValueError, match="d is 3 and must be even"):
            attend(x, x, x, rotate=Rotary())

    def test_a_bias_of_other_heads(self, attend) -> None:
        x = draw()
        with pytest.raises(ValueError, match=r"score_bias has shape \(5, 7, 7\)"):
            attend(x, x, x, score_bias=AlibiBias(5)(N))
