"""The recipe of the chapter: three ways to connect tokens, as many parameters each.

Read from the bottom up: `run` does everything for one seed. A notebook calls the same
steps one by one: `load_data`, `build_model`, `train`, `evaluate`.

Chapter: 2-concepts/attention-rnn-cnn.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from math import log, log2
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from attnbook.models.positional_decoder import DecoderSizes, PositionalDecoder
from attnbook.models.rnn_encoder_decoder import count_parameters
from attnbook.models.sequence_readers import (
    ConvolutionReader,
    ConvolutionSizes,
    RecurrentReader,
    RecurrentSizes,
)
from attnbook.tasks.sequences import IGNORE, TASKS, Sequences, share_right
from attnbook.training import TrainingSettings, fit


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed and the trial.

    Attributes:
        data_seed: Draws the sequences of the tests, and those of small lessons.
        n_test: Sequences that are judged, of each length.
        batch_size: Sequences in one training step.
        d_model: Features of a token with attention. The widths of the others follow,
            so that all have as many parameters.
        n_heads: Heads of each layer of attention.
        n_convolutions: Layers of convolution, with kernels of 3 places.
    """

    data_seed: int = 1997
    n_test: int = 500
    batch_size: int = 64
    d_model: int = 32
    n_heads: int = 4
    n_convolutions: int = 4


@dataclass(frozen=True)
class Trial:
    """What is learned, from what, and how it is judged.

    Attributes:
        task: One of `TASKS`.
        train: The shortest and the longest sequences to learn from.
        test: Lengths that are judged.
        n_answers: How many answers there are to choose from, equally likely.
        steps: Training steps, the same for all models.
        learning_rate: The same for all models.
        n_train: How many sequences there are to learn from; None draws new ones at
            each step.
        sizes: Further arguments of the task.
        readers: Which models try.
    """

    task: str
    train: tuple[int, int]
    test: tuple[int, ...]
    n_answers: int
    steps: int
    learning_rate: float = 0.004
    n_train: int | None = None
    sizes: dict[str, int] = field(default_factory=dict)
    readers: tuple[str, ...] = ("attention", "GRU", "convolution")

    def draw(self, rng: np.random.Generator, n: int, length: int) -> Sequences:
        """Draw sequences of one length."""
        return TASKS[self.task](rng, n, length=length, **self.sizes)


TRIALS = {
    "copying": Trial("copying", (2, 16), (4, 8, 12, 16), 16, 1000),
    "copying, always 16": Trial(
        "copying", (16, 16), (16,), 16, 1000, readers=("GRU", "convolution")
    ),
    "recall": Trial(
        "associative_recall",
        (2, 6),
        (2, 4, 6),
        8,
        1000,
        learning_rate=0.003,
        sizes={"n_keys": 8, "n_values": 8},
        readers=("attention", "attention, one layer", "GRU", "convolution"),
    ),
    "parity": Trial("parity", (1, 16), (16, 64), 2, 400),
    "local rule": Trial("local_rule", (16, 16), (16,), 6, 300, n_train=40),
}


@dataclass(frozen=True)
class TrialData:
    """The sequences of one trial that all seeds share.

    Attributes:
        tests: What is judged, by length.
        lesson: What there is to learn from, if it is not drawn anew at each step.
    """

    tests: dict[int, Sequences]
    lesson: Sequences | None


def load_data(settings: Settings) -> dict[str, TrialData]:
    """Draw what is judged, and the lessons that are small."""
    data = {}
    for name, trial in TRIALS.items():
        rng = np.random.default_rng(settings.data_seed)
        tests = {n: trial.draw(rng, settings.n_test, n) for n in trial.test}
        few, longest = trial.n_train, trial.train[1]
        data[name] = TrialData(tests, trial.draw(rng, few, longest) if few else None)
    return data


def as_many_parameters(
    build: Callable[[int], nn.Module], target: int, widths: range
) -> nn.Module:
    """Build the model, of one of some widths, that has nearest to so many parameters.

    Example:
        >>> as_many_parameters(lambda d: nn.Linear(d, d), 31, range(1, 9))  # 5 * 5 + 5
        Linear(in_features=5, out_features=5, bias=True)
    """
    misses = {d: abs(count_parameters(build(d)) - target) for d in widths}
    return build(min(misses, key=misses.__getitem__))


def build_model(
    reader: str, n_tokens: int, settings: Settings, *, seed: int
) -> nn.Module:
    """Make a model with first weights drawn by a seed; `Trial.readers` names some."""
    d, h = settings.d_model, settings.n_heads

    def attention(width: int, n_layers: int = 2) -> nn.Module:
        sizes = DecoderSizes(n_tokens, d_model=width, n_heads=h, n_layers=n_layers)
        return PositionalDecoder(sizes, "rotary")

    def convolution(width: int) -> nn.Module:
        layers = settings.n_convolutions
        return ConvolutionReader(ConvolutionSizes(n_tokens, width, layers, 3))

    builds = {
        "attention": (attention, range(d, d + 1)),
        "attention, one layer": (
            partial(attention, n_layers=1),
            range(d, 2 * d, 2 * h),
        ),
        "GRU": (
            lambda width: RecurrentReader(RecurrentSizes(n_tokens, d, width)),
            range(d, 4 * d),
        ),
        "convolution": (convolution, range(d // 2, 2 * d)),
    }
    if reader not in builds:
        raise ValueError(f"no reader {reader!r}: there are {', '.join(builds)}")
    with torch.random.fork_rng(devices=[]):
        target = count_parameters(attention(d))
        build, widths = builds[reader]

        def build_seeded(width: int) -> nn.Module:
            torch.manual_seed(seed)
            return build(width)

        return as_many_parameters(build_seeded, target, widths)


def surprise(model: nn.Module, batch: Sequences) -> Tensor:
    """Measure by how many nats an answer surprises a model, on average."""
    logits = model(batch.tokens)  # (b, n, n_tokens)
    return cross_entropy(logits.mT, batch.targets, ignore_index=IGNORE)


def train(
    model: nn.Module,
    trial: Trial,
    settings: Settings,
    *,
    seed: int,
    lesson: Sequences | None = None,
) -> None:
    """Train a model in place.

    Raises:
        KeyboardInterrupt: If it was stopped: half a result is none.
    """

    def draw_batch(rng: np.random.Generator) -> Sequences:
        if lesson is not None:
            chosen = torch.from_numpy(rng.integers(len(lesson), size=n))  # (b,)
            tokens, targets = lesson.tokens[chosen], lesson.targets[chosen]
            return Sequences(tokens, targets, lesson.n_tokens)
        shortest, longest = trial.train
        return trial.draw(rng, n, int(rng.integers(shortest, longest + 1)))

    n = settings.batch_size
    training = TrainingSettings(trial.steps, trial.learning_rate)
    if fit(model, draw_batch, surprise, settings=training, seed=seed).interrupted:
        raise KeyboardInterrupt


@torch.no_grad()
def evaluate(model: nn.Module, batch: Sequences, n_answers: int) -> dict[str, float]:
    """Judge a model on sequences of one length.

    Args:
        model: Scores the next token after each.
        batch: What it reads.
        n_answers: How many answers are possible, all equally likely.

    Returns:
        The share of right answers, the share of sequences with nothing else, and the
        bits that it has brought from what it read to its answers: the bits that the
        answers of a sequence hold, less those by which they still surprise it.
    """
    answers = model(batch.tokens).argmax(dim=-1)  # (b, n)
    n_asked = int((batch.targets[0] != IGNORE).sum())
    still_open = surprise(model, batch).item() / log(2)  # bits an answer
    return {
        "answers": round(share_right(answers, batch), 4),
        "whole": round(share_right(answers, batch, whole=True), 4),
        "bits": round(n_asked * (log2(n_answers) - still_open), 2),
        "bits_asked": round(n_asked * log2(n_answers), 2),
    }


def table_of_three(lesson: Sequences, test: Sequences) -> float:
    """Answer the local rule from a table of the threes that occur in a lesson.

    Returns:
        The share that is right; a three that never occurred is a wrong answer.
    """
    table = dict(zip(*_threes(lesson), strict=True))
    found = [table.get(three) == y for three, y in zip(*_threes(test), strict=True)]
    return float(np.mean(found))


def _threes(batch: Sequences) -> tuple[list[tuple[int, ...]], list[int]]:
    """List each three symbols that stand together, and the answer after them."""
    threes = batch.tokens[:, 1:].unfold(1, 3, 1).reshape(-1, 3)  # (all, 3)
    return list(map(tuple, threes.tolist())), batch.targets[:, 3:].flatten().tolist()


def baselines(data: dict[str, TrialData]) -> dict[str, dict[str, float]]:
    """Score what needs no training: a guess, and a table or a memory of plain code."""
    results = {name: {"guess": round(1 / t.n_answers, 4)} for name, t in TRIALS.items()}
    rule = data["local rule"]
    seen = table_of_three(rule.lesson, next(iter(rule.tests.values())))
    results["local rule"]["table of three"] = round(seen, 4)
    longest = TRIALS["recall"].test[-1]
    results["recall"]["any value that was shown"] = round(
        1 / longest + (1 - 1 / longest) / TRIALS["recall"].n_answers, 4
    )
    return results


def run(
    seed: int, data: dict[str, TrialData], settings: Settings
) -> dict[str, dict[str, Any]]:
    """Train and judge one seed: every trial with every reader that tries it."""
    return {
        f"{name}: {reader}": _run_one(name, reader, data[name], settings, seed=seed)
        for name, trial in TRIALS.items()
        for reader in trial.readers
    }


def _run_one(
    name: str, reader: str, data: TrialData, settings: Settings, *, seed: int
) -> dict[str, Any]:
    trial = TRIALS[name]
    n_tokens = next(iter(data.tests.values())).n_tokens
    model = build_model(reader, n_tokens, settings, seed=seed)
    began = time.process_time()
    train(model, trial, settings, seed=seed, lesson=data.lesson)
    return {
        "parameters": count_parameters(model),
        "cpu_seconds": round(time.process_time() - began, 1),
        "by_length": {
            str(length): evaluate(model, test, trial.n_answers)
            for length, test in data.tests.items()
        },
    }
