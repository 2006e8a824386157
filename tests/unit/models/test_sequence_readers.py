"""Readers without attention: causal, as large as they say, alike on all lengths."""

import pytest
import torch

from attnbook.models.sequence_readers import (
    ConvolutionReader,
    ConvolutionSizes,
    RecurrentReader,
    RecurrentSizes,
)

B, N, N_TOKENS = 3, 11, 7
close = torch.testing.assert_close


def recurrent():
    torch.manual_seed(0)
    return RecurrentReader(RecurrentSizes(N_TOKENS, d_embedding=5, d_state=3)).double()


def convolution(n_layers=3, kernel_size=2):
    torch.manual_seed(0)
    sizes = ConvolutionSizes(
        N_TOKENS, d_model=5, n_layers=n_layers, kernel_size=kernel_size
    )
    return ConvolutionReader(sizes).double()


def hears(model, n=N):
    """Ask which tokens change the last answer."""
    torch.manual_seed(1)
    tokens = torch.randint(N_TOKENS, (1, n))
    heard = []
    for place in range(n):
        changed = tokens.clone()
        changed[:, place] = (changed[:, place] + 1) % N_TOKENS
        heard.append(not torch.equal(model(changed)[0, -1], model(tokens)[0, -1]))
    return heard


@pytest.mark.parametrize("make", [recurrent, convolution])
def test_the_future_does_not_change_the_past(make):
    model, tokens = make(), torch.randint(N_TOKENS, (B, N))
    before = model(tokens)
    assert before.shape == (B, N, N_TOKENS)
    for now in range(N - 1):
        changed = tokens.clone()
        changed[:, now + 1] = (changed[:, now + 1] + 1) % N_TOKENS
        after = model(changed)
        close(after[:, : now + 1], before[:, : now + 1])
        assert (after[:, now + 1] != before[:, now + 1]).any()


def test_a_state_hears_everything():
    assert all(hears(recurrent()))


@pytest.mark.parametrize(("n_layers", "kernel_size"), [(3, 2), (2, 3)])
def test_layers_reach_back_by_a_power_of_the_kernel(n_layers, kernel_size):
    reach = kernel_size**n_layers
    heard = hears(convolution(n_layers, kernel_size), n=11)
    assert heard == [place >= 11 - reach for place in range(11)]


def test_one_state_is_carried_from_token_to_token():
    model, tokens = recurrent(), torch.randint(N_TOKENS, (B, N))
    state, answers = None, []
    for token in tokens.split(1, dim=1):  # one token at a time, and nothing else kept
        output, state = model.recur(model.embed(token), state)
        answers.append(model.next_token(output))
    assert state.shape == (1, B, 3)
    close(torch.cat(answers, dim=1), model(tokens))
