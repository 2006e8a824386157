"""The recipe of the chapter: two errands, and how many heads they take.

Read from the bottom up: `run` does everything for one seed.

Chapter: 3-formulas/multi-head-attention.
"""

import time
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from attnbook.models.rnn_encoder_decoder import count_parameters
from attnbook.nn.multi_head_attention import MultiHeadAttention
from attnbook.tasks.study_group import StudyGroups, draw_groups, share_led_right
from attnbook.training import TrainingSettings, fit


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed.

    Attributes:
        data_seed: Draws the groups of the test.
        n_test_groups: Groups that are judged.
        batch_size: Groups in one training step; each step draws new ones.
        widths: Features of a person inside the model, ``d_model``.
        heads: Numbers of heads; those above the width are left out.
        steps: Training steps, the same for all.
        learning_rate: The same for all.
    """

    data_seed: int = 1966
    n_test_groups: int = 2000
    batch_size: int = 256
    widths: tuple[int, ...] = (8, 16)
    heads: tuple[int, ...] = (1, 2, 4, 8, 16)
    steps: int = 800
    learning_rate: float = 0.02


class TwoErrands(nn.Module):
    """One layer of attention between two linear maps: people in, two places out."""

    def __init__(self, d_model: int, n_heads: int):
        super().__init__()
        self.input_proj = nn.Linear(8, d_model, bias=False)
        self.attend = MultiHeadAttention(d_model, n_heads)
        self.places = nn.Linear(d_model, 4)

    def forward(self, x: Float[Tensor, "b n 8"]) -> Float[Tensor, "b n 4"]:
        """Send each person to two places."""
        h = self.input_proj(x)  # (b, n, d_model)
        return self.places(self.attend(h, h, h))  # (b, n, 4)


def load_data(settings: Settings) -> StudyGroups:
    """Draw the groups of the test."""
    generator = torch.Generator().manual_seed(settings.data_seed)
    return draw_groups(settings.n_test_groups, generator, n_errands=2)


def build_model(d_model: int, n_heads: int, *, seed: int) -> TwoErrands:
    """Make a model with first weights drawn by a seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return TwoErrands(d_model, n_heads)


def squared_error(model: nn.Module, groups: StudyGroups) -> Tensor:
    """Measure how far people are sent from the right desks."""
    return nn.functional.mse_loss(model(groups.x), groups.target)


def train(model: TwoErrands, settings: Settings, *, seed: int) -> None:
    """Train a model in place, each step on groups that it never saw.

    Raises:
        KeyboardInterrupt: If it was stopped: half a result is none.
    """

    def draw_batch(rng: np.random.Generator) -> StudyGroups:
        generator = torch.Generator().manual_seed(int(rng.integers(2**31)))
        return draw_groups(settings.batch_size, generator, n_errands=2)

    history = fit(
        model,
        draw_batch,
        squared_error,
        settings=TrainingSettings(settings.steps, settings.learning_rate),
        seed=seed,
    )
    if history.interrupted:
        raise KeyboardInterrupt


@torch.no_grad()
def evaluate(model: nn.Module, groups: StudyGroups) -> float:
    """Return the share of people who are led right on both errands."""
    return share_led_right(model(groups.x), groups)


def silence(model: TwoErrands, head: int) -> TwoErrands:
    """Return a copy in which the output no longer hears one of the heads."""
    quieter = deepcopy(model)
    d_head = quieter.attend.output_proj.in_features // quieter.attend.n_heads
    its_features = slice(head * d_head, (head + 1) * d_head)
    with torch.no_grad():
        quieter.attend.output_proj.weight[:, its_features] = 0
    return quieter


def baselines(groups: StudyGroups) -> dict[str, float]:
    """Score what needs no training: everyone is sent to the same best helper twice."""
    first = groups.best[..., :1]  # (b, n, 1)
    right_on_both = (groups.best == first).all(dim=-1)  # (b, n)
    return {
        "two guesses": 1 / groups.x.shape[1] ** 2,
        "the right helper of the first errand, for both": round(
            right_on_both.double().mean().item(), 4
        ),
    }


def run(seed: int, groups: StudyGroups, settings: Settings) -> dict[str, Any]:
    """Train and judge one seed: every width with every number of heads."""
    return {
        f"d_model {d_model}, heads {n_heads}": _run_variant(
            build_model(d_model, n_heads, seed=seed), groups, settings, seed=seed
        )
        for d_model in settings.widths
        for n_heads in settings.heads
        if n_heads <= d_model
    }


def _run_variant(
    model: TwoErrands, groups: StudyGroups, settings: Settings, *, seed: int
) -> dict[str, Any]:
    began = time.process_time()
    train(model, settings, seed=seed)
    return {
        "parameters": count_parameters(model),
        "cpu_seconds": round(time.process_time() - began, 1),
        "right_on_both": round(evaluate(model, groups), 4),
        "without_each_head": [
            round(evaluate(silence(model, head), groups), 4)
            for head in range(model.attend.n_heads)
        ],
    }
