"""The recipe of the chapter: number names through one vector, or with attention.

Read from the bottom up: `run` does everything for one seed. A notebook calls the same
steps one by one: `load_data`, `build_model`, `train`, `translate`, `evaluate`.

Chapter: 1-background/why-attention.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from torch import nn

from attnbook.experiments.digit_probe import probe_last_state
from attnbook.experiments.encoder_decoder import (
    PairData,
    begin,
    train_on_pairs,
    write,
)
from attnbook.models.rnn_encoder_decoder import (
    EncoderDecoder,
    EncoderDecoderConfig,
    count_parameters,
)
from attnbook.tasks.number_names import NumberExample, name_numbers, split_numbers
from attnbook.tasks.number_report import evaluate
from attnbook.tasks.number_tables import GroupTable, WordTable
from attnbook.tasks.text_scores import exact_match
from attnbook.tasks.vocabulary import Vocabulary
from attnbook.training import History, TrainingSettings

NumberData = PairData[NumberExample]


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed.

    The numbers are split once, by ``data_seed``: all seeds share one test set, which
    was looked at only after these settings had been chosen on the validation set.

    Attributes:
        data_seed: Decides which numbers are drawn.
        n_train: Numbers to learn from, as many of four digits as of twelve.
        n_validation: Numbers that settings and weights are chosen on.
        n_test: Numbers that are judged once.
        batch_size: Numbers in one training step.
        d_embedding: Features of a word.
        d_hidden: Features of a state.
        d_hidden_as_many: Features of a state that give a model without attention as
            many parameters as the model with attention has.
        steps: Training steps, the same with attention and without.
        learning_rate: The same with attention and without; of 0.005, 0.01 and 0.02
            this is the best of both on validation.
        score_every: Steps between two looks at the validation set.
        longest_short: Words in the longest answer that counts as short; every French
            word still occurs in dozens of such answers.
        max_words: Words after which the decoder is stopped.
    """

    data_seed: int = 2014
    n_train: int = 9000
    n_validation: int = 450
    n_test: int = 1350
    batch_size: int = 64
    d_embedding: int = 32
    d_hidden: int = 64
    d_hidden_as_many: int = 69
    steps: int = 200
    learning_rate: float = 0.02
    score_every: int = 50
    longest_short: int = 14
    max_words: int = 30


@dataclass(frozen=True)
class Variant:
    """What one training does differently.

    Attributes:
        attention: Whether the decoder may look back.
        steps: Times the steps of the settings.
        width: Times the features of a state; None gives ``d_hidden_as_many``.
        rate: Times the learning rate; a wide state (seen on validation) and a long
            training do better with a smaller one.
        bidirectional: Whether the encoder reads in both directions.
        backwards: Whether it is given the last word first.
        short: Whether only short numbers are trained on.
        probed: Whether the last state is asked for the digits.
    """

    attention: bool = False
    steps: int = 1
    width: float | None = 1.0
    rate: float = 1.0
    bidirectional: bool = True
    backwards: bool = False
    short: bool = False
    probed: bool = False


VARIANTS = {
    "attention": Variant(attention=True, probed=True),
    "no attention": Variant(probed=True),
    "no attention, as many parameters": Variant(width=None),
    "no attention, 2x steps": Variant(steps=2),
    "no attention, 8x steps": Variant(steps=8, rate=1 / 2, probed=True),
    "no attention, 2x width": Variant(width=2.0),
    "no attention, 4x width": Variant(width=4.0, rate=1 / 2),
    "attention, 1/4 width": Variant(attention=True, width=1 / 4),
    "no attention, 1/4 width": Variant(width=1 / 4),
    "no attention, 1/4 width, 8x steps": Variant(width=1 / 4, steps=8, rate=1 / 2),
    "no attention, one direction, 2x steps": Variant(bidirectional=False, steps=2),
    "no attention, backwards, 2x steps": Variant(
        bidirectional=False, backwards=True, steps=2
    ),
    "attention, short numbers": Variant(attention=True, short=True),
    "no attention, short numbers, 2x steps": Variant(steps=2, short=True),
    "untrained": Variant(steps=0, probed=True),
}


def load_data(settings: Settings) -> NumberData:
    """Draw the numbers and name them in both languages."""
    splits = split_numbers(
        np.random.default_rng(settings.data_seed),
        n_train=settings.n_train,
        n_validation=settings.n_validation,
        n_test=settings.n_test,
    )
    train, validation, test = (
        name_numbers(part) for part in (splits.train, splits.validation, splits.test)
    )
    return PairData(
        train,
        validation,
        test,
        Vocabulary((example.text for example in train), words=True),
        Vocabulary((example.answer for example in train), words=True),
    )


def keep_short(data: NumberData, longest: int) -> NumberData:
    """Train and choose on short answers only; the test stays as it is."""
    train, validation = (
        [e for e in part if len(e.answer.split()) <= longest]
        for part in (data.train, data.validation)
    )
    return replace(data, train=train, validation=validation)


def read_backwards(data: NumberData) -> NumberData:
    """Turn every source round, so that its last word comes first."""
    train, validation, test = (
        [replace(e, text=" ".join(reversed(e.text.split()))) for e in part]
        for part in (data.train, data.validation, data.test)
    )
    return replace(data, train=train, validation=validation, test=test)


def build_model(
    data: NumberData,
    settings: Settings,
    *,
    seed: int,
    attention: bool = True,
    bidirectional: bool = True,
) -> EncoderDecoder:
    """Make a model with first weights drawn by a seed."""
    config = EncoderDecoderConfig(
        n_source_tokens=len(data.source_vocabulary),
        n_target_tokens=len(data.target_vocabulary),
        d_embedding=settings.d_embedding,
        d_hidden=settings.d_hidden,
        attention=attention,
        bidirectional=bidirectional,
    )
    return begin(config, seed=seed)


def translate(
    model: EncoderDecoder,
    data: NumberData,
    examples: Sequence[NumberExample],
    settings: Settings,
) -> list[str]:
    """Let a model write each number in French words."""
    return write(model, data, examples, n_tokens=settings.max_words + 1)[0]


def train(
    model: EncoderDecoder, data: NumberData, settings: Settings, *, seed: int
) -> History:
    """Train a model in place, and leave it with the weights best on validation."""

    def score(model: nn.Module) -> float:
        predicted = translate(model, data, data.validation, settings)
        return exact_match(predicted, data.validation)

    return train_on_pairs(
        model,
        data,
        TrainingSettings(
            steps=settings.steps,
            learning_rate=settings.learning_rate,
            score_every=settings.score_every,
        ),
        batch_size=settings.batch_size,
        seed=seed,
        score=score,
    )


def baselines(data: NumberData) -> dict[str, Any]:
    """Score what needs no network: a dictionary of words, a table of groups."""
    tables = {"words": WordTable(), "groups": GroupTable(data.train)}
    return {
        name: evaluate([table.read(e.text) for e in data.test], data.test)
        for name, table in tables.items()
    }


def run(seed: int, data: NumberData, settings: Settings) -> dict[str, Any]:
    """Train and judge one seed in all variants.

    Raises:
        KeyboardInterrupt: If a training was stopped: half a result is none.
    """
    return {
        name: _run_variant(variant, data, settings, seed=seed)
        for name, variant in VARIANTS.items()
    }


def _changed(
    variant: Variant, data: NumberData, settings: Settings
) -> tuple[NumberData, Settings]:
    """Give data and settings of a variant."""
    data = keep_short(data, settings.longest_short) if variant.short else data
    data = read_backwards(data) if variant.backwards else data
    if variant.width is None:
        d_hidden = settings.d_hidden_as_many
    else:
        d_hidden = round(variant.width * settings.d_hidden)
    return data, replace(
        settings,
        d_hidden=d_hidden,
        steps=variant.steps * settings.steps,
        learning_rate=variant.rate * settings.learning_rate,
    )


def _run_variant(
    variant: Variant, data: NumberData, settings: Settings, *, seed: int
) -> dict[str, Any]:
    data, settings = _changed(variant, data, settings)
    model = build_model(
        data,
        settings,
        seed=seed,
        attention=variant.attention,
        bidirectional=variant.bidirectional,
    )
    began = time.process_time()
    history = train(model, data, settings, seed=seed)
    if history.interrupted:
        raise KeyboardInterrupt
    results = {
        "parameters": count_parameters(model),
        "d_state": model.config.d_state,
        "steps": settings.steps,
        "learning_rate": settings.learning_rate,
        "cpu_seconds": round(time.process_time() - began, 1),
        "validation": {str(n): round(s, 4) for n, s in history.scores.items()},
        "test": evaluate(translate(model, data, data.test, settings), data.test),
    }
    if variant.probed:
        results["probe"] = probe_last_state(model, data, seed=seed)
    return results
