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
import torch
from torch import Tensor, nn

from attnbook.models.rnn_encoder_decoder import (
    EncoderDecoder,
    EncoderDecoderConfig,
    count_parameters,
)
from attnbook.tasks.characters import PAD, CharacterVocabulary, TextBatch, make_batch
from attnbook.tasks.date_probes import make_probes
from attnbook.tasks.date_report import Translations, evaluate, evaluate_groups
from attnbook.tasks.date_scores import exact_match
from attnbook.tasks.date_templates import TemplateReader
from attnbook.tasks.dates import (
    ISO_FIELDS,
    DateExample,
    Notation,
    make_dates,
    split_days,
    unambiguous_notations,
)
from attnbook.training import History, TrainingSettings, fit

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
class DateData:
    """Dates to learn from, to choose on and to judge by; and their characters."""

    notations: tuple[Notation, ...]
    train: list[DateExample]
    validation: list[DateExample]
    test: list[DateExample]
    source_vocabulary: CharacterVocabulary
    target_vocabulary: CharacterVocabulary

    def batch(self, examples: Sequence[DateExample]) -> TextBatch:
        """Turn examples into numbers."""
        return make_batch(
            [example.text for example in examples],
            [example.iso for example in examples],
            self.source_vocabulary,
            self.target_vocabulary,
        )


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
        notations,
        train,
        validation,
        test,
        CharacterVocabulary(example.text for example in train),
        CharacterVocabulary(example.iso for example in train),
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
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return EncoderDecoder(config)


def cross_entropy(model: nn.Module, batch: TextBatch) -> Tensor:
    """Score each next character, given the true ones before; padding doesn't count."""
    target_in, target_out = batch.target[:, :-1], batch.target[:, 1:]  # (b, q)
    logits = model(batch.source, batch.lengths, target_in)  # (b, q, n_target_tokens)
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), target_out.flatten(), ignore_index=PAD
    )


def translate(
    model: EncoderDecoder, data: DateData, examples: Sequence[DateExample]
) -> Translations:
    """Let a model write each date in ISO 8601."""
    batch = data.batch(examples)
    tokens, weights = model.greedy(
        batch.source, batch.lengths, n_tokens=N_OUTPUT_TOKENS
    )
    predicted = [data.target_vocabulary.decode(row) for row in tokens.tolist()]
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

    def draw_batch(rng: np.random.Generator) -> TextBatch:
        chosen = rng.choice(len(data.train), settings.batch_size, replace=False)
        return data.batch([data.train[i] for i in chosen])

    def score(model: nn.Module) -> float:
        predicted = translate(model, data, data.validation).predicted
        return exact_match(predicted, data.validation)

    return fit(
        model,
        draw_batch,
        cross_entropy,
        settings=TrainingSettings(
            steps=settings.steps,
            learning_rate=settings.learning_rate,
            score_every=settings.score_every,
        ),
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
