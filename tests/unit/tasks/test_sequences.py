"""Sequences: what is asked, what is shown before it, and what cannot be known."""

import numpy as np
import pytest
import torch

from attnbook.tasks.sequences import (
    BEGIN,
    IGNORE,
    NOW,
    TASKS,
    associative_recall,
    copying,
    local_rule,
    parity,
    reversal,
    share_right,
)


def seeded(task, n_sequences=7, **sizes):
    return TASKS[task](np.random.default_rng(0), n_sequences, **{"length": 5} | sizes)


def asked(batch):
    """Give the answers of each sequence, in order."""
    return batch.targets[batch.targets != IGNORE].view(len(batch), -1)


@pytest.mark.parametrize("task", TASKS)
def test_the_same_seed_draws_the_same_sequences(task):
    assert torch.equal(seeded(task).tokens, seeded(task).tokens)
    assert torch.equal(seeded(task).targets, seeded(task).targets)


@pytest.mark.parametrize("task", TASKS)
def test_every_sequence_begins_with_its_mark_and_every_token_is_in_the_vocabulary(task):
    batch = seeded(task, 300)
    assert len(batch) == 300
    assert (batch.tokens[:, 0] == BEGIN).all()
    assert batch.tokens.max() == batch.n_tokens - 1
    assert (asked(batch) < batch.n_tokens).all()
    assert (asked(batch) > NOW).all()


@pytest.mark.parametrize(
    ("task", "n"),
    [("copying", 11), ("reversal", 11), ("associative_recall", 21), ("parity", 6)],
)
def test_a_longer_length_makes_longer_sequences(task, n):
    assert seeded(task, length=5).tokens.shape == (7, n)
    assert seeded(task, length=5).targets.shape == (7, n)


@pytest.mark.parametrize(("task", "step"), [("copying", 1), ("reversal", -1)])
def test_all_symbols_are_asked_for_in_the_right_order(task, step):
    batch = seeded(task)
    said = batch.tokens[:, 1:6].numpy()[:, ::step]
    assert (asked(batch).numpy() == said).all()
    assert (batch.tokens[:, 6] == NOW).all()
    assert (batch.targets[:, :6] == IGNORE).all()


@pytest.mark.parametrize("task", ["copying", "reversal", "associative_recall"])
def test_each_answer_is_shown_only_after_it_was_asked_for(task):
    batch = seeded(task)
    places = (batch.targets[0, :-1] != IGNORE).nonzero().flatten()
    assert torch.equal(batch.targets[:, places], batch.tokens[:, places + 1])


def test_each_key_is_asked_once_and_its_own_value_is_the_answer():
    batch = associative_recall(
        np.random.default_rng(0), 11, length=5, n_keys=7, n_values=3
    )
    for tokens, targets in zip(batch.tokens, batch.targets, strict=True):
        pairs = dict(tokens[1:11].view(5, 2).tolist())
        assert len(pairs) == 5
        assert max(pairs) < 2 + 7 <= min(pairs.values())
        keys, answers = tokens[12::2].tolist(), targets[12::2].tolist()
        assert sorted(keys) == sorted(pairs)
        assert answers == [pairs[key] for key in keys]
        assert (targets[13::2] == IGNORE).all()
        assert (targets[:12] == IGNORE).all()


def test_keys_are_asked_in_an_order_of_their_own():
    batch = seeded("associative_recall", 40)
    first_is_first = batch.tokens[:, 12] == batch.tokens[:, 1]
    assert 0 < first_is_first.sum() < 20


def test_parity_turns_with_each_one():
    batch = seeded("parity", 31, length=13)
    ones = (batch.tokens[:, 1:] - 2).cumsum(dim=1)
    assert torch.equal(batch.targets[:, 1:] - 2, ones % 2)


def test_the_local_rule_sees_three_symbols_and_no_others():
    batch = seeded("local_rule", 200, length=7, n_symbols=3)
    table = {}
    for tokens, targets in zip(batch.tokens, batch.targets, strict=True):
        assert (targets[:3] == IGNORE).all()
        for i in range(3, 8):
            window = tuple(tokens[i - 2 : i + 1].tolist())
            assert table.setdefault(window, targets[i].item()) == targets[i].item()
    assert len(table) == 27
    assert len(set(table.values())) == 3
    for place in range(3):  # each of the three makes a difference
        others = {}
        for window, answer in table.items():
            rest = window[:place] + window[place + 1 :]
            others.setdefault(rest, set()).add(answer)
        assert max(map(len, others.values())) > 1


def test_the_rule_depends_on_its_own_seed_alone():
    def draw(seed, rule_seed):
        rng = np.random.default_rng(seed)
        return local_rule(rng, 5, length=7, rule_seed=rule_seed)

    assert torch.equal(draw(0, 0).tokens, draw(0, 1).tokens)
    assert not torch.equal(draw(0, 0).targets, draw(0, 1).targets)


def test_all_symbols_are_equally_likely():
    batch = copying(np.random.default_rng(0), 2000, length=5, n_symbols=7)
    shares = asked(batch).flatten().bincount() / 10_000
    assert torch.allclose(shares[2:], torch.tensor(1 / 7), atol=0.02)


def test_half_of_the_answers_right():
    batch = reversal(np.random.default_rng(0), 2, length=3)
    answers = batch.targets.clone()
    answers[0, 4:] += 1  # all three wrong in the first sequence, none in the second
    assert share_right(answers, batch) == 0.5
    assert share_right(answers, batch, whole=True) == 0.5
    answers[1, 4] += 1
    assert share_right(answers, batch) == pytest.approx(1 / 3)
    assert share_right(answers, batch, whole=True) == 0.0


def test_what_was_not_asked_does_not_count():
    batch = parity(np.random.default_rng(0), 3, length=5)
    answers = batch.targets.clone()
    answers[:, 0] = 99
    assert share_right(answers, batch, whole=True) == 1.0


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("sizes", [{"length": 0}, {"n_sequences": 0}])
def test_nothing_to_read_is_refused(task, sizes):
    with pytest.raises(ValueError, match=f"{next(iter(sizes))} is 0 and must be at"):
        seeded(task, **sizes)


def test_more_pairs_than_keys_are_refused():
    with pytest.raises(ValueError, match="length is 5 and n_keys 3: no key comes"):
        seeded("associative_recall", n_keys=3)


def test_two_symbols_are_too_few_for_a_rule_of_three():
    with pytest.raises(ValueError, match="the rule needs 3"):
        seeded("local_rule", length=2)


def test_logits_instead_of_answers_are_refused():
    batch = seeded("copying")
    with pytest.raises(ValueError, match="Did you forget argmax"):
        share_right(torch.zeros(7, 10, dtype=torch.int64), batch)
