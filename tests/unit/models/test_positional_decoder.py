import pytest
import torch

from attnbook.models.positional_decoder import (
    POSITIONS,
    DecoderSizes,
    PositionalDecoder,
)

B, N, N_TOKENS = 3, 11, 7
SIZES = DecoderSizes(N_TOKENS, d_model=12, n_heads=3, n_positions=40)
close = torch.testing.assert_close


def make(positions: str) -> PositionalDecoder:
    torch.manual_seed(0)
    model = PositionalDecoder(SIZES, positions).double().eval()
    if positions == "relative":
        torch.nn.init.normal_(model.score_bias.table)
    if positions == "learned":
        torch.nn.init.normal_(model.add_places.table)
    return model


def draw() -> torch.Tensor:
    return torch.randint(N_TOKENS, (B, N))


@pytest.mark.parametrize("positions", POSITIONS)
def test_the_future_does_not_change_the_past(positions: str) -> None:
    model, tokens = make(positions), draw()
    before = model(tokens)
    assert before.shape == (B, N, N_TOKENS)
    for now in range(N - 1):
        changed = tokens.clone()
        changed[:, now + 1] = (changed[:, now + 1] + 1) % N_TOKENS
        after = model(changed)
        close(after[:, : now + 1], before[:, : now + 1])
        assert (after[:, now + 1] != before[:, now + 1]).any()


@pytest.mark.parametrize("positions", POSITIONS)
def test_only_what_is_added_to_the_tokens_minds_where_the_text_begins(
    positions: str,
) -> None:
    model, tokens = make(positions), draw()
    moved = torch.allclose(model(tokens, start=20), model(tokens))
    assert moved == (positions not in ("sinusoidal", "learned"))


@pytest.mark.parametrize("positions", POSITIONS)
def test_equal_tokens_are_told_apart_by_their_places_alone(positions: str) -> None:
    scores = make(positions)(torch.full((1, N), 5))[0]  # (n, n_tokens)
    same = torch.allclose(scores[1:], scores[:1].expand(N - 1, -1))
    # A turn or a bias moves weights between equal values, and that changes nothing.
    assert same == (positions not in ("sinusoidal", "learned"))


@pytest.mark.parametrize("positions", POSITIONS)
def test_the_order_of_what_was_read_matters(positions: str) -> None:
    model, tokens = make(positions), torch.tensor([[1, 2, 3, 4], [2, 1, 3, 4]])
    one, other = model(tokens)[:, -1]
    # Without positions too, thanks to the causal mask, from the second layer on.
    assert not torch.allclose(one, other)


def test_without_positions_one_layer_reads_a_bag() -> None:
    sizes = DecoderSizes(N_TOKENS, d_model=12, n_heads=3, n_layers=1)
    model = PositionalDecoder(sizes, "none").double()
    one, other = model(torch.tensor([[1, 2, 3, 4], [3, 2, 1, 4]]))[:, -1]
    close(one, other)


def test_all_variants_begin_with_the_same_weights() -> None:
    states = [make(positions).state_dict() for positions in POSITIONS]
    for state in states:
        for name, value in states[0].items():
            close(state[name], value)
    extra = [sorted(state.keys() - states[0].keys()) for state in states]
    assert extra == [[], [], ["add_places.table"], ["score_bias.table"], [], []]


@pytest.mark.parametrize("positions", POSITIONS)
def test_every_parameter_learns_but_the_bias_of_the_keys(positions: str) -> None:
    model = make(positions)
    model(draw()).square().sum().backward()
    for name, p in model.named_parameters():
        learns = p.grad.abs().max() > 1e-9
        assert learns == (not name.endswith("key_proj.bias")) or "rotary" in positions


def test_an_unknown_way_to_tell_places_lists_those_there_are() -> None:
    with pytest.raises(ValueError, match="'rope' and must be one of none, sinusoidal"):
        PositionalDecoder(SIZES, "rope")
