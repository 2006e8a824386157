"""The recipe of three ways to connect tokens, in miniature."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from attnbook.experiments import attention_rnn_cnn as recipe
from attnbook.experiments.attention_rnn_cnn import (
    TRIALS,
    Settings,
    Trial,
    build_model,
    count_parameters,
    evaluate,
    load_data,
)
from attnbook.tasks.sequences import IGNORE, copying, local_rule

TINY = Settings(n_test=7, batch_size=5)
READERS = ("attention", "GRU", "convolution")


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


@pytest.fixture
def _short(monkeypatch):
    short = {name: replace(trial, steps=2) for name, trial in TRIALS.items()}
    monkeypatch.setattr(recipe, "TRIALS", short)


class Oracle(nn.Module):
    """Give every answer of a batch a probability, and share out the rest."""

    def __init__(self, batch, probability):
        super().__init__()
        rest = (1 - probability) / (batch.n_tokens - 1)
        logits = torch.full((*batch.tokens.shape, batch.n_tokens), math.log(rest))
        answers = batch.targets.clamp(min=0)[..., None]
        self.logits = logits.scatter(2, answers, math.log(probability))

    def forward(self, _tokens):
        return self.logits


@pytest.mark.parametrize("n_tokens", [4, 8, 18])
@pytest.mark.parametrize("reader", READERS)
def test_all_have_as_many_parameters_to_two_in_a_hundred(reader, n_tokens):
    target = count_parameters(build_model("attention", n_tokens, Settings(), seed=0))
    model = build_model(reader, n_tokens, Settings(), seed=0)
    assert abs(count_parameters(model) / target - 1) <= 0.02


def test_one_layer_of_attention_is_wider_and_has_no_fewer_parameters():
    one, two = (
        build_model(reader, 18, Settings(), seed=0)
        for reader in ("attention, one layer", "attention")
    )
    assert len(one.blocks) == 1
    assert len(two.blocks) == 2
    assert 0.97 <= count_parameters(one) / count_parameters(two) <= 1.15


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_convolution_has_every_token_of_training_in_reach(trial):
    longest = trial.draw(np.random.default_rng(0), 1, trial.train[1])
    assert 3 ** Settings().n_convolutions >= longest.tokens.shape[1]


def test_the_seed_decides_the_first_weights():
    def weight(seed):
        return build_model("GRU", 7, TINY, seed=seed).embed.weight

    assert torch.equal(weight(0), weight(0))
    assert not torch.equal(weight(0), weight(1))


def test_an_unknown_reader_is_refused():
    with pytest.raises(ValueError, match="there are attention"):
        build_model("abacus", 7, TINY, seed=0)


@pytest.mark.parametrize("probability", [0.5, 0.99])
def test_bits_are_those_asked_for_less_the_surprise(probability):
    batch = copying(np.random.default_rng(0), 11, length=5, n_symbols=8)
    scores = evaluate(Oracle(batch, probability), batch, 8)
    assert scores["bits_asked"] == 15
    assert scores["bits"] == pytest.approx(5 * (3 + math.log2(probability)), abs=0.01)
    assert scores["answers"] == scores["whole"] == 1.0


def test_a_guess_brings_no_bits():
    batch = copying(np.random.default_rng(0), 11, length=5, n_symbols=8)
    model = Oracle(batch, 0.5)
    model.logits = torch.zeros_like(model.logits)
    model.logits[..., :2] = -torch.inf  # no mark is ever the answer
    assert evaluate(model, batch, 8)["bits"] == pytest.approx(0, abs=0.01)


def test_a_table_of_three_knows_what_it_has_seen():
    draw = np.random.default_rng(0)
    lesson = local_rule(draw, 300, length=9, n_symbols=3)
    test = local_rule(draw, 11, length=7, n_symbols=3)
    assert recipe.table_of_three(lesson, test) == 1.0
    other_rule = local_rule(draw, 11, length=7, n_symbols=3, rule_seed=1)
    assert recipe.table_of_three(lesson, other_rule) < 0.7
    one = local_rule(draw, 1, length=3, n_symbols=3)
    assert recipe.table_of_three(one, test) < 0.2


def test_a_small_lesson_is_all_there_is_to_learn_from(monkeypatch):
    seen = []

    def spy(model, batch):
        seen.append(batch.tokens)
        return next(model.parameters()).sum()

    trial = replace(TRIALS["local rule"], steps=9, n_train=3)
    lesson = trial.draw(np.random.default_rng(0), 3, 16)
    monkeypatch.setattr(recipe, "surprise", spy)
    recipe.train(nn.Linear(2, 2), trial, TINY, seed=0, lesson=lesson)
    known = {tuple(row) for row in lesson.tokens.tolist()}
    assert {tuple(row) for batch in seen for row in batch.tolist()} == known


def test_each_step_draws_a_length_between_the_two(monkeypatch):
    lengths = set()

    def spy(model, batch):
        lengths.add(int((batch.targets[0] != IGNORE).sum()))
        return next(model.parameters()).sum()

    monkeypatch.setattr(recipe, "surprise", spy)
    trial = Trial("copying", (2, 5), (5,), 16, steps=60)
    recipe.train(nn.Linear(2, 2), trial, TINY, seed=0)
    assert lengths == {2, 3, 4, 5}


@pytest.mark.usefixtures("_short")
def test_a_run_has_every_trial_with_every_reader():
    results = recipe.run(0, load_data(TINY), TINY)
    assert list(results) == [
        f"{name}: {reader}"
        for name, trial in TRIALS.items()
        for reader in trial.readers
    ]
    lengths = results["copying: GRU"]["by_length"]
    assert list(lengths) == ["4", "8", "12", "16"]
    assert lengths["16"]["bits_asked"] == 64


@pytest.mark.usefixtures("_short")
def test_the_same_seed_gives_the_same_numbers():
    def scores(seed):
        run = recipe._run_one(
            "parity", "GRU", load_data(TINY)["parity"], TINY, seed=seed
        )
        return run["by_length"]

    assert scores(3) == scores(3)
    assert scores(3) != scores(4)


def test_every_baseline_is_a_share():
    baselines = recipe.baselines(load_data(TINY))
    assert list(baselines) == list(TRIALS)
    assert baselines["recall"]["any value that was shown"] == pytest.approx(
        1 / 6 + 5 / 6 / 8, abs=1e-4
    )
    assert all(0 < share <= 1 for b in baselines.values() for share in b.values())


def test_a_stopped_training_leaves_no_half_result(monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(recipe, "surprise", stop)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, load_data(TINY), TINY)
