"""The recipe of the chapter: dates in many languages to ISO 8601, with attention.

Read from the bottom up: `run` does everything for one seed. A notebook calls the same
steps one by one: `load_data`, `build_model`, `train`, `translate`, `evaluate`.

Chapter: 5-applications/translation-with-attention.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from torch import nn

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
from attnbook.tasks.date_probes import make_probes
from attnbook.tasks.date_report import Translations, evaluate, evaluate_groups
from attnbook.tasks.date_templates import TemplateReader
from attnbook.tasks.dates import (
    ISO_FIELDS,
    DateExample,
    Notation,
    make_dates,
    split_days,
    unambiguous_notations,
)
from attnbook.tasks.text_scores import exact_match
from attnbook.tasks.vocabulary import Vocabulary
from attnbook.training import History, TrainingSettings

N_OUTPUT_TOKENS = len(ISO_FIELDS) + 1  # the ten characters and the end


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed.

    The days are split once, by ``data_seed``: all seeds share one test set, which was
    looked at only after these numbers had been chosen on the validation set.

    Attributes:
        data_seed: Decides which days are held out, and how each day is written.
        n_train_days: Days to learn from.
        n_validation_days: Days that settings and weights are chosen on.
        n_test_days: Days that are judged once.
        per_day: Notations that each day is written in.
        batch_size: Dates in one training step.
        d_embedding: Features of a character.
        d_hidden: Features of a state.
        d_hidden_wider: Features of a state that give a model without attention as many
            parameters as the model with attention has.
        steps: Training steps, the same with attention and without.
        learning_rate: The same with attention and without; tried from 0.004 to 0.05,
            on validation this is near the best of both.
        score_every: Steps between two looks at the validation set.
    """

    data_seed: int = 2015
    n_train_days: int = 2400
    n_validation_days: int = 300
    n_test_days: int = 300
    per_day: int = 4
    batch_size: int = 64
    d_embedding: int = 32
    d_hidden: int = 64
    d_hidden_wider: int = 69
    steps: int = 200
    learning_rate: float = 0.02
    score_every: int = 25


@dataclass(frozen=True)
class DateData(PairData[DateExample]):
    """Dates to learn from, to choose on and to judge by, and how they are written."""

    notations: tuple[Notation, ...]


def load_data(settings: Settings) -> DateData:
    """Write the dates down and split them by day."""
    rng = np.random.default_rng(settings.data_seed)
    notations = unambiguous_notations()
    days = split_days(
        rng,
        n_train=settings.n_train_days,
        n_validation=settings.n_validation_days,
        n_test=settings.n_test_days,
    )
    train, validation, test = (
        make_dates(part, notations, rng, per_day=settings.per_day)
        for part in (days.train, days.validation, days.test)
    )
    return DateData(
        train,
        validation,
        test,
        Vocabulary(example.text for example in train),
        Vocabulary(example.iso for example in train),
        notations,
    )


def build_model(
    data: DateData, settings: Settings, *, seed: int, attention: bool = True
) -> EncoderDecoder:
    """Make a model with first weights drawn by a seed."""
    config = EncoderDecoderConfig(
        n_source_tokens=len(data.source_vocabulary),
        n_target_tokens=len(data.target_vocabulary),
        d_embedding=settings.d_embedding,
        d_hidden=settings.d_hidden,
        attention=attention,
    )
    return begin(config, seed=seed)


def translate(
    model: EncoderDecoder, data: DateData, examples: Sequence[DateExample]
) -> Translations:
    """Let a model write each date in ISO 8601."""
    predicted, weights = write(model, data, examples, n_tokens=N_OUTPUT_TOKENS)
    if weights is None:
        return Translations(predicted)
    return Translations(predicted, weights[:, : len(ISO_FIELDS)].numpy())


def train(
    model: EncoderDecoder,
    data: DateData,
    settings: Settings,
    *,
    seed: int,
    checkpoint: Path | None = None,
) -> History:
    """Train a model in place, and leave it with the weights best on validation."""

    def score(model: nn.Module) -> float:
        predicted = translate(model, data, data.validation).predicted
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
        checkpoint=checkpoint,
    )


def load_probes(data: DateData, settings: Settings) -> dict[str, list[DateExample]]:
    """Write dates unlike those of training, mostly of the days of the test."""
    rng = np.random.default_rng([settings.data_seed, 1])
    return make_probes(data.test, data.notations, rng)


def baselines(data: DateData) -> dict[str, Any]:
    """Score what needs no network: the layout of the most similar training date."""
    reader = TemplateReader(data.train)
    predicted = [reader.read(example.text) for example in data.test]
    return {"templates": _report(Translations(predicted), data.test)}


def _report(
    translations: Translations, examples: Sequence[DateExample]
) -> dict[str, Any]:
    return evaluate(translations, examples) | evaluate_groups(translations, examples)


def run(seed: int, data: DateData, settings: Settings) -> dict[str, Any]:
    """Train and judge one seed: with attention, and without in four ways.

    Raises:
        KeyboardInterrupt: If a training was stopped: half a result is none.
    """
    wider = replace(settings, d_hidden=settings.d_hidden_wider)
    variants = {
        "attention": (settings, 1, True),
        "no attention": (settings, 1, False),
        "no attention, as many parameters": (wider, 1, False),
        "no attention, 2x steps": (settings, 2, False),
        "no attention, 4x steps": (settings, 4, False),
    }
    return {
        name: _run_variant(
            data,
            replace(variant, steps=times * settings.steps),
            seed=seed,
            attention=attention,
        )
        for name, (variant, times, attention) in variants.items()
    }


def _run_variant(
    data: DateData, settings: Settings, *, seed: int, attention: bool
) -> dict[str, Any]:
    model = build_model(data, settings, seed=seed, attention=attention)
    began = time.process_time()
    history = train(model, data, settings, seed=seed)
    if history.interrupted:
        raise KeyboardInterrupt
    return {
        "parameters": count_parameters(model),
        "steps": settings.steps,
        "cpu_seconds": round(time.process_time() - began, 1),
        "validation": {str(n): round(s, 4) for n, s in history.scores.items()},
        "test": _report(translate(model, data, data.test), data.test),
        "probes": {
            name: evaluate(translate(model, data, examples), examples)
            for name, examples in load_probes(data, settings).items()
        },
    }
