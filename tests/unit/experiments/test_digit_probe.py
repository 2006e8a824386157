from dataclasses import replace

import pytest
import torch

from attnbook.experiments.digit_probe import (
    GROUPS,
    N_DIGITS,
    digits_of,
    digits_read,
    draw_long,
    fit_probe,
    last_states,
    probe_last_state,
    probe_scores,
)
from attnbook.experiments.encoder_decoder import PairData, begin
from attnbook.models.rnn_encoder_decoder import EncoderDecoderConfig
from attnbook.tasks.number_names import name_numbers
from attnbook.tasks.vocabulary import Vocabulary


def random_numbers(n, seed):
    random = torch.Generator().manual_seed(seed)
    return torch.randint(0, 10**12, (n,), generator=random).tolist()


def one_hot(digits):
    """States in which every digit stands where a linear layer finds it."""
    return torch.nn.functional.one_hot(digits, 10).flatten(1).float()


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


def test_digits_stand_in_reading_order_with_zeros_in_front():
    assert digits_of([71, 90_000_000_005]).tolist() == [
        [0] * 10 + [7, 1],
        [0, 9] + [0] * 9 + [5],
    ]


@pytest.mark.parametrize("number", [-1, 1000])
def test_a_number_of_too_many_digits_is_an_error(number):
    with pytest.raises(ValueError, match="don't fit into 3 digits"):
        digits_of([5, number], 3)


def test_a_probe_finds_on_new_numbers_what_is_in_the_states_and_nothing_else():
    known, asked = digits_of(random_numbers(1009, 0)), digits_of(random_numbers(503, 1))
    known_states, asked_states = one_hot(known), one_hot(asked)
    for states in (known_states, asked_states):
        states[:, 30:60] = torch.randn(len(states), 30)  # digits 3, 4 and 5 are lost
    probe = fit_probe(known_states, known, seed=0)
    shares = digits_read(probe, asked_states, asked).double().mean(dim=0)
    lost = torch.tensor([3 <= n < 6 for n in range(N_DIGITS)])
    assert (shares[~lost] > 0.99).all()
    assert (shares[lost] < 0.2).all()


def test_the_same_seed_gives_the_same_probe():
    digits = digits_of(random_numbers(101, 0))
    once, twice = (fit_probe(one_hot(digits), digits, seed=3) for _ in range(2))
    assert torch.equal(once.output.weight, twice.output.weight)


def test_a_group_is_right_when_its_three_digits_are():
    right = torch.ones(5, N_DIGITS, dtype=torch.bool)
    right[0, 0] = right[1, 5] = right[2, 3] = right[2, 4] = False
    scores = probe_scores(right)
    assert tuple(scores["groups"]) == GROUPS
    assert list(scores["groups"].values()) == [0.8, 0.6, 1.0, 1.0]
    assert scores["digits"][:6] == [0.8, 1.0, 1.0, 0.8, 0.8, 0.8]


def test_a_probe_learns_from_long_numbers_that_are_not_asked_for():
    drawn = draw_long(31, apart_from=[], seed=3)
    assert len({e.number for e in drawn}) == 31
    assert all(len(str(e.number)) == N_DIGITS for e in drawn)
    assert draw_long(31, apart_from=drawn[:7], seed=3) == drawn[7:]
    assert draw_long(31, apart_from=[], seed=4) != drawn


@pytest.fixture(scope="module")
def data():
    examples = name_numbers([*random_numbers(47, 2), 1234])
    texts = [e.text for e in examples], [e.answer for e in examples]
    source, target = (Vocabulary(t, words=True) for t in texts)
    return PairData(examples[:30], examples[30:31], examples[31:], source, target)


@pytest.fixture(scope="module")
def model(data):
    sizes = len(data.source_vocabulary), len(data.target_vocabulary)
    return begin(EncoderDecoderConfig(*sizes, d_embedding=5, d_hidden=7), seed=0)


def test_the_state_asked_is_all_that_a_decoder_without_attention_gets(model, data):
    states = last_states(model, data, data.test)
    assert states.shape == (len(data.test), 14)
    assert not states.requires_grad
    batch = data.batch(data.test)
    torch.testing.assert_close(
        states, model.encoder(batch.source, batch.lengths)[1].detach()
    )


def test_only_numbers_of_twelve_digits_are_asked_for(model, data):
    scores = probe_last_state(model, data, seed=0)
    longest = [e for e in data.test if e.number >= 10**11]
    assert scores["n"] == len(longest) < len(data.test)
    assert set(scores) == {"n", "both directions", "forwards", "backwards"}


def test_an_untrained_half_remembers_the_end_that_it_has_read_last(model, data):
    many = PairData(
        name_numbers(random_numbers(1500, 5)),
        [],
        name_numbers(random_numbers(300, 6)),
        data.source_vocabulary,
        data.target_vocabulary,
    )
    scores = probe_last_state(model, many, seed=0)
    forwards, backwards = scores["forwards"]["digits"], scores["backwards"]["digits"]
    assert forwards[-1] > 2 * backwards[-1]
    assert backwards[0] > 2 * forwards[0]


def test_short_numbers_to_train_on_do_not_change_what_a_probe_reads(model, data):
    short = replace(data, train=name_numbers(range(1000, 1000 + len(data.train))))
    probed = [probe_last_state(model, part, seed=0) for part in (short, data)]
    assert probed[0] == probed[1]
