import pytest
import torch

from attnbook.models.rnn_encoder_decoder import (
    EncoderDecoder,
    EncoderDecoderConfig,
    count_parameters,
)

N_SOURCE, N_TARGET, D_EMBEDDING, D_HIDDEN = 23, 17, 5, 7
LENGTHS = torch.tensor([11, 3, 8])
B, K, Q = 3, 11, 6


def make_model(*, attention=True, bidirectional=True):
    torch.manual_seed(0)
    return EncoderDecoder(
        EncoderDecoderConfig(
            n_source_tokens=N_SOURCE,
            n_target_tokens=N_TARGET,
            d_embedding=D_EMBEDDING,
            d_hidden=D_HIDDEN,
            attention=attention,
            bidirectional=bidirectional,
        )
    ).double()


@pytest.fixture(
    params=[(True, True), (False, True), (True, False), (False, False)],
    ids=["attention", "no attention", "attention, one way", "no attention, one way"],
)
def model(request):
    attention, bidirectional = request.param
    return make_model(attention=attention, bidirectional=bidirectional)


@pytest.fixture
def source():
    random = torch.Generator().manual_seed(1)
    source = torch.randint(4, N_SOURCE, (B, K), generator=random)
    return source.masked_fill(torch.arange(K) >= LENGTHS[:, None], 0)


@pytest.fixture
def target_in():
    random = torch.Generator().manual_seed(2)
    return torch.randint(1, N_TARGET, (B, Q), generator=random)


def test_logits_come_for_each_target_token(model, source, target_in):
    assert model(source, LENGTHS, target_in).shape == (B, Q, N_TARGET)


def test_a_logit_never_depends_on_a_later_target_token(model, source, target_in):
    logits = model(source, LENGTHS, target_in)
    for cut in range(1, Q):
        changed = target_in.clone()
        changed[:, cut:] = (changed[:, cut:] + 5) % N_TARGET
        other = model(source, LENGTHS, changed)
        assert torch.equal(other[:, :cut], logits[:, :cut])
        assert not torch.allclose(other[:, cut], logits[:, cut])


def test_padding_changes_nothing(model, source, target_in):
    together = model(source, LENGTHS, target_in)
    for row, n in enumerate(LENGTHS.tolist()):
        alone = model(source[row, None, :n], LENGTHS[row, None], target_in[row, None])
        torch.testing.assert_close(alone[0], together[row])


def test_what_stands_in_the_padding_changes_nothing(model, source, target_in):
    filled = source.masked_fill(source == 0, 9)
    torch.testing.assert_close(
        model(filled, LENGTHS, target_in), model(source, LENGTHS, target_in)
    )


@pytest.mark.parametrize("position", [0, 4, 10])
def test_every_source_token_counts(model, source, target_in, position):
    changed = source.clone()
    changed[0, position] = changed[0, position] % (N_SOURCE - 4) + 4
    logits = model(source, LENGTHS, target_in)
    others = model(changed, LENGTHS, target_in)
    assert not torch.allclose(others[0], logits[0])
    assert torch.equal(others[1:], logits[1:])


def test_greedy_writes_what_teacher_forcing_finds_likeliest(model, source):
    written, _ = model.greedy(source, LENGTHS, n_tokens=Q)
    begin = torch.full((B, 1), model.config.bos)
    logits = model(source, LENGTHS, torch.cat([begin, written[:, :-1]], dim=1))
    assert torch.equal(logits.argmax(dim=-1), written)


def test_the_weights_are_over_the_source_and_sum_to_one(source):
    _, weights = make_model().greedy(source, LENGTHS, n_tokens=Q)
    assert weights.shape == (B, Q, K)
    torch.testing.assert_close(weights.sum(dim=-1), torch.ones(B, Q).double())


def test_padding_gets_no_attention(source):
    _, weights = make_model().greedy(source, LENGTHS, n_tokens=Q)
    for row, n in enumerate(LENGTHS.tolist()):
        assert (weights[row, :, n:] == 0).all()
        assert (weights[row, :, :n] > 0).all()


def test_the_weights_follow_a_permuted_batch(source):
    model, order = make_model(), torch.tensor([2, 0, 1])
    _, weights = model.greedy(source, LENGTHS, n_tokens=Q)
    _, permuted = model.greedy(source[order], LENGTHS[order], n_tokens=Q)
    torch.testing.assert_close(permuted, weights[order])


def test_attention_changes_from_one_output_token_to_the_next(source):
    _, weights = make_model().greedy(source, LENGTHS, n_tokens=Q)
    assert (weights[0, 1:] - weights[0, :-1]).abs().max() > 1e-4


def test_without_attention_there_are_no_weights(source):
    _, weights = make_model(attention=False).greedy(source, LENGTHS, n_tokens=Q)
    assert weights is None


def test_without_attention_the_decoder_sees_the_last_state_only(source, target_in):
    model = make_model(attention=False)
    encode = model.encoder.forward

    def forget_all_but_the_last(source, lengths):
        states, last = encode(source, lengths)
        return torch.full_like(states, float("nan")), last

    logits = model(source, LENGTHS, target_in)
    model.encoder.forward = forget_all_but_the_last
    assert torch.equal(model(source, LENGTHS, target_in), logits)


def test_taking_attention_away_takes_its_parameters_and_no_others():
    with_it, without = make_model(), make_model(attention=False)
    names = {n for n, _ in with_it.named_parameters()}
    gone = names - {n for n, _ in without.named_parameters()}
    assert gone == {n for n in names if n.startswith("decoder.attention.")}
    n_attention = D_HIDDEN * D_HIDDEN + D_HIDDEN * 2 * D_HIDDEN + D_HIDDEN
    assert count_parameters(with_it) - count_parameters(without) == n_attention


@pytest.mark.parametrize("bidirectional", [True, False])
def test_only_an_encoder_of_both_directions_knows_what_comes_later(
    source, bidirectional
):
    model, changed = make_model(bidirectional=bidirectional), source.clone()
    changed[0, 10] = changed[0, 10] % (N_SOURCE - 4) + 4
    states, _ = model.encoder(source, LENGTHS)
    others, _ = model.encoder(changed, LENGTHS)
    assert torch.equal(states[0, :10], others[0, :10]) is not bidirectional
    assert states.shape[-1] == (14 if bidirectional else 7)


def test_every_parameter_learns(model, source, target_in):
    model(source, LENGTHS, target_in).square().sum().backward()
    assert all(p.grad.abs().max() > 0 for p in model.parameters())


def test_greedy_leaves_no_gradient(model, source):
    model.greedy(source, LENGTHS, n_tokens=2)
    assert all(p.grad is None for p in model.parameters())
