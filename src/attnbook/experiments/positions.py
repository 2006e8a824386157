"""The recipe of the chapter: read short texts, then longer ones and moved ones.

Read from the bottom up: `run` does everything for one seed.

Chapter: 3-formulas/positions.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from attnbook.models.positional_decoder import (
    POSITIONS,
    DecoderSizes,
    PositionalDecoder,
)
from attnbook.models.rnn_encoder_decoder import count_parameters
from attnbook.tasks.sequences import (
    IGNORE,
    Sequences,
    associative_recall,
    copying,
    share_right,
)
from attnbook.training import TrainingSettings, fit


@dataclass(frozen=True)
class Errand:
    """A task, the lengths to learn it with and those to be judged on.

    Attributes:
        draw: Draws sequences of a length: symbols to copy, or pairs to recall.
        shortest: The shortest length in training.
        longest: The longest length in training.
        test: The lengths of the test, in and beyond that range.
    """

    draw: Callable[..., Sequences]
    shortest: int
    longest: int
    test: tuple[int, ...]


ERRANDS = {
    "copying": Errand(copying, 2, 10, (2, 4, 6, 8, 10, 12, 15, 20, 30)),
    "recall": Errand(associative_recall, 2, 6, (2, 4, 6, 8, 10, 13)),
}


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed.

    Attributes:
        data_seed: Draws the tests.
        n_test: Sequences of each length in a test.
        batch_size: Sequences in a training step, all of one length.
        steps: Training steps of each errand, the same for all ways to tell places.
        learning_rates: Likewise. That of recall is small since sinusoidal positions
            did not begin to learn it with a larger one, in first tries.
        d_model: Features of a token.
        n_heads: Heads of each of the two layers.
        starts: Where else the longest text of the training is judged to begin.
    """

    data_seed: int = 2017
    n_test: int = 500
    batch_size: int = 32
    steps: dict[str, int] = field(
        default_factory=lambda: {"copying": 1200, "recall": 2000}
    )
    learning_rates: dict[str, float] = field(
        default_factory=lambda: {"copying": 5e-3, "recall": 2e-3}
    )
    d_model: int = 32
    n_heads: int = 4
    starts: tuple[int, ...] = (0, 1, 2, 5, 10, 20, 40)


Tests = dict[str, dict[int, Sequences]]


def load_data(settings: Settings) -> Tests:
    """Draw the tests: for each errand, sequences of each length."""
    return {
        name: {
            n: errand.draw(
                np.random.default_rng([settings.data_seed, n]),
                settings.n_test,
                length=n,
            )
            for n in errand.test
        }
        for name, errand in ERRANDS.items()
    }


def build_model(
    errand: str, positions: str, settings: Settings, *, seed: int
) -> PositionalDecoder:
    """Make a model with first weights drawn by a seed, the same for all positions."""
    draw = ERRANDS[errand].draw
    longest = max(ERRANDS[errand].test)
    probe = draw(np.random.default_rng(0), 1, length=longest)
    sizes = DecoderSizes(
        n_tokens=probe.n_tokens,
        d_model=settings.d_model,
        n_heads=settings.n_heads,
        n_positions=probe.tokens.shape[1],
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return PositionalDecoder(sizes, positions)


def next_token_loss(model: nn.Module, batch: Sequences) -> Tensor:
    """Measure how surprising the right answers were, in nats."""
    scores = model(batch.tokens)  # (b, n, n_tokens)
    return nn.functional.cross_entropy(
        scores.flatten(0, 1), batch.targets.flatten(), ignore_index=IGNORE
    )


def draw_batch(rng: np.random.Generator, errand: Errand, batch_size: int) -> Sequences:
    """Draw a length from those of the training, and sequences of it."""
    length = int(rng.integers(errand.shortest, errand.longest + 1))
    return errand.draw(rng, batch_size, length=length)


def train(model: nn.Module, errand: str, settings: Settings, *, seed: int) -> None:
    """Train a model in place, each step on sequences that it never saw.

    Raises:
        KeyboardInterrupt: If it was stopped: half a result is none.
    """
    history = fit(
        model,
        partial(draw_batch, errand=ERRANDS[errand], batch_size=settings.batch_size),
        next_token_loss,
        settings=TrainingSettings(
            settings.steps[errand], settings.learning_rates[errand]
        ),
        seed=seed,
    )
    if history.interrupted:
        raise KeyboardInterrupt


@torch.no_grad()
def evaluate(model: nn.Module, batch: Sequences, *, start: int = 0) -> dict[str, float]:
    """Return the share of single answers that are right, and of whole sequences."""
    answers = model(batch.tokens, start=start).argmax(dim=-1)  # (b, n)
    return {
        "answers": round(share_right(answers, batch), 4),
        "whole": round(share_right(answers, batch, whole=True), 4),
    }


def baselines(tests: Tests) -> dict[str, dict[str, dict[str, float]]]:
    """Score what needs no order: guesses from what is known to be in the text."""
    return {
        "any symbol": {
            name: {str(n): 1 / 16 for n in batches} for name, batches in tests.items()
        },
        "one of those in the text and not yet said": {
            name: {
                str(n): round(_guess_what_is_left(batch), 4) for n, batch in b.items()
            }
            for name, b in tests.items()
        },
    }


def _guess_what_is_left(batch: Sequences) -> float:
    """Expect the share right of one who knows what is still to be said, not when."""
    shares = []
    for targets in batch.targets.tolist():
        left = [target for target in targets if target != IGNORE]
        while left:
            shares.append(max(map(left.count, left)) / len(left))
            left.pop(0)
    return float(np.mean(shares))


def run(seed: int, tests: Tests, settings: Settings) -> dict[str, Any]:
    """Train and judge one seed: each errand with each way to tell places."""
    return {
        errand: {
            positions: _run_variant(errand, positions, tests[errand], settings, seed)
            for positions in POSITIONS
        }
        for errand in ERRANDS
    }


def _run_variant(
    errand: str,
    positions: str,
    tests: dict[int, Sequences],
    settings: Settings,
    seed: int,
) -> dict[str, Any]:
    model = build_model(errand, positions, settings, seed=seed)
    began = time.process_time()
    train(model, errand, settings, seed=seed)
    seconds = time.process_time() - began
    longest = tests[ERRANDS[errand].longest]
    return {
        "parameters": count_parameters(model),
        "cpu_seconds": round(seconds, 1),
        "by_length": {str(n): evaluate(model, batch) for n, batch in tests.items()},
        "by_start": {
            str(start): evaluate(model, longest, start=start)
            for start in settings.starts
            if _has_places(model, start + longest.tokens.shape[1])
        },
    }


def _has_places(model: PositionalDecoder, n: int) -> bool:
    """Tell whether a model knows as many places: a learned table ends."""
    table = getattr(model.add_places, "table", None)
    return table is None or n <= len(table)
