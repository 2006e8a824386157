from collections import namedtuple
from dataclasses import replace

import pytest
import torch

from attnbook.experiments.encoder_decoder import (
    PairData,
    begin,
    cross_entropy,
    train_on_pairs,
    write,
)
from attnbook.models.rnn_encoder_decoder import EncoderDecoderConfig
from attnbook.tasks.text_scores import exact_match
from attnbook.tasks.vocabulary import PAD, Vocabulary
from attnbook.training import TrainingSettings

Pair = namedtuple("Pair", ["text", "answer"])

PAIRS = [
    Pair("one", "un"),
    Pair("twenty one", "vingt et un"),
    Pair("two", "deux"),
    Pair("twenty two", "vingt deux"),
    Pair("twenty", "vingt"),
]
WORDS = [Vocabulary([pair[i] for pair in PAIRS], words=True) for i in (0, 1)]
DATA = PairData(PAIRS[:3], PAIRS[3:4], PAIRS[4:], *WORDS)
SETTINGS = TrainingSettings(steps=5, learning_rate=0.05, score_every=2)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


def make_model(*, seed=0, attention=True):
    sizes = len(DATA.source_vocabulary), len(DATA.target_vocabulary)
    config = EncoderDecoderConfig(
        *sizes, d_embedding=7, d_hidden=13, attention=attention
    )
    return begin(config, seed=seed)


def weights_of(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def test_a_batch_holds_text_and_answer_of_each_example():
    batch = DATA.batch(PAIRS[1:2])
    source, target = batch.source[0].tolist(), batch.target[0].tolist()
    assert DATA.source_vocabulary.decode(source) == "twenty one"
    assert DATA.target_vocabulary.decode(target) == "vingt et un"


def test_the_seed_decides_the_first_weights_and_nothing_else_does():
    torch.manual_seed(1)
    once = weights_of(make_model(seed=4))
    assert torch.equal(weights_of(make_model(seed=4)), once)
    assert not torch.equal(weights_of(make_model(seed=5)), once)


def test_padding_does_not_count_in_the_loss():
    model = make_model()
    batch = DATA.batch(PAIRS)
    target = torch.nn.functional.pad(batch.target, (0, 3), value=PAD)
    longer = replace(batch, target=target)
    torch.testing.assert_close(
        cross_entropy(model, longer), cross_entropy(model, batch)
    )


def test_the_loss_is_that_of_the_next_token():
    model = make_model()
    batch = DATA.batch(PAIRS[::2])  # answers of equal length: no padding
    logits = model(batch.source, batch.lengths, batch.target[:, :-1])
    chances = logits.log_softmax(dim=-1)
    picked = chances.gather(-1, batch.target[:, 1:, None])
    torch.testing.assert_close(cross_entropy(model, batch), -picked.mean())


def test_training_sees_no_validation_and_no_test_example(monkeypatch):
    seen = []
    batch = PairData.batch

    def spying(self, examples):
        seen.extend(examples)
        return batch(self, examples)

    monkeypatch.setattr(PairData, "batch", spying)
    train_on_pairs(
        make_model(), DATA, SETTINGS, batch_size=3, seed=0, score=lambda _: 0.0
    )
    assert len(seen) == SETTINGS.steps * 3
    assert set(seen) == set(DATA.train)


@pytest.mark.parametrize("attention", [True, False])
def test_a_small_model_learns_a_few_pairs_by_heart(attention):
    model = make_model(attention=attention)
    train_on_pairs(
        model,
        DATA,
        replace(SETTINGS, steps=60),
        batch_size=3,
        seed=0,
        score=lambda _: 0.0,
    )
    written, weights = write(model, DATA, DATA.train, n_tokens=4)
    assert exact_match(written, DATA.train) == 1.0
    assert (weights is not None) is attention


def test_what_is_written_stops_at_the_number_of_tokens():
    (written,), weights = write(make_model(), DATA, PAIRS[:1], n_tokens=2)
    assert len(written.split()) <= 2
    assert weights.shape == (1, 2, 1)
