"""The recipe of the chapter: a shelf of paint, read in three ways and picked from.

*Readers* pour: Luong's global, local-m and local-p attention. *Pickers* take one pot,
and learn to by five different losses. Read from the bottom up: `run` does everything
for one seed.

Chapter: 2-concepts/kinds-of-attention.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from attnbook.nn.hard_attention import HardAttention, reinforce_loss
from attnbook.nn.luong_attention import LuongAttention
from attnbook.tasks.paint_shelf import (
    Shelves,
    draw_shelves,
    shade_error,
    shelf_features,
)
from attnbook.training import TrainingSettings, fit

LOOKS = ("global", "local-m", "local-p")
WAYS = ("all tried", "REINFORCE", "Gumbel", "straight-through", "poured")


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed.

    Attributes:
        data_seed: Draws the shelves of the exam.
        n_tests: Shelves that are judged, for readers and for pickers.
        batch_size: Shelves in one training step; each step draws new ones.
        reader_pots: Pots on a reader's shelf, and as many wishes.
        reach: Of the local readers, in pots.
        picker_pots: Pots on a picker's shelf; there is one wish.
        temperature: Of the Gumbel estimator.
        steps: Training steps, the same for all.
        learning_rates: Each model is trained at each of them.
    """

    data_seed: int = 2015
    n_tests: tuple[int, int] = (300, 2000)
    batch_size: int = 32
    reader_pots: int = 21
    reach: int = 3
    picker_pots: int = 7
    temperature: float = 0.5
    steps: int = 200
    learning_rates: tuple[float, ...] = (0.03, 0.1, 0.3, 1.0, 3.0)


@dataclass(frozen=True)
class Exam:
    """The shelves that are judged: readers' wishes as they come and in order."""

    as_they_come: Shelves
    in_order: Shelves
    pickers: Shelves


def load_data(settings: Settings) -> Exam:
    """Draw the shelves of the exam."""
    draws = torch.Generator().manual_seed(settings.data_seed)
    n_readers, n_pickers = settings.n_tests
    pots = settings.reader_pots
    return Exam(
        draw_shelves(n_readers, pots, pots, draws),
        draw_shelves(n_readers, pots, pots, draws, in_order=True),
        draw_shelves(n_pickers, settings.picker_pots, 1, draws),
    )


def build_reader(look: str, settings: Settings, *, seed: int) -> LuongAttention:
    """Make a reader with first weights drawn by a seed."""
    local = {} if look == "global" else {"reach": settings.reach, "d_hidden": 8}
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return LuongAttention(2, 2, look=look, **local)


def build_picker(way: str, settings: Settings, *, seed: int) -> HardAttention:
    """Make a picker with first weights drawn by a seed."""
    lent = {"straight-through": "straight-through", "Gumbel": "gumbel"}
    gradient = lent.get(way, "reinforce")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return HardAttention(2, 2, gradient=gradient, temperature=settings.temperature)


def reading_loss(attend: LuongAttention, shelves: Shelves) -> Tensor:
    """Give the mean squared error of what is poured."""
    q, k, v, y = shelf_features(shelves)
    return nn.functional.mse_loss(attend(q, k, v), y)


def picking_loss(
    way: str, attend: HardAttention, shelves: Shelves, draws: torch.Generator
) -> Tensor:
    """Give the loss whose slope each way of learning follows."""
    q, k, v, y = shelf_features(shelves)
    shade, choice = attend(q, k, v, generator=draws, return_choice=True)
    if way == "poured":
        return (choice.weights @ v - y).square().mean()
    if way == "all tried":
        return (choice.weights * (v.mT - y).square()).sum(dim=-1).mean()
    cost = (shade - y).square().sum(dim=-1)  # (b, q)
    if way != "REINFORCE":
        return cost.mean()
    other = attend(q, k, v, generator=draws)  # (b, q, 1): a second draw
    usual = (other - y).square().sum(dim=-1)  # (b, q)
    return reinforce_loss(cost, choice.log_chance, baseline=usual)


def _train(
    model: nn.Module,
    draw_batch: Callable[[torch.Generator], Shelves],
    loss: Callable[[nn.Module, Any], Tensor],
    settings: Settings,
    rate: float,
    seed: int,
) -> None:
    """Train a model in place, each step on shelves that it never saw."""

    def draw(rng: np.random.Generator) -> tuple[Shelves, torch.Generator]:
        draws = torch.Generator().manual_seed(int(rng.integers(2**31)))
        return draw_batch(draws), draws

    history = fit(
        model,
        draw,
        loss,
        settings=TrainingSettings(settings.steps, rate),
        seed=seed,
    )
    if history.interrupted:
        raise KeyboardInterrupt


def train_reader(
    attend: LuongAttention,
    settings: Settings,
    *,
    rate: float,
    seed: int,
    in_order: bool = False,
) -> None:
    """Train a reader in place.

    Raises:
        KeyboardInterrupt: If it was stopped: half a result is none.
    """
    pots, size = settings.reader_pots, settings.batch_size

    def draw_batch(draws: torch.Generator) -> Shelves:
        return draw_shelves(size, pots, pots, draws, in_order=in_order)

    def loss(model: LuongAttention, batch: tuple) -> Tensor:
        return reading_loss(model, batch[0])

    _train(attend, draw_batch, loss, settings, rate, seed)


def train_picker(
    way: str, attend: HardAttention, settings: Settings, *, rate: float, seed: int
) -> None:
    """Train a picker in place.

    Raises:
        KeyboardInterrupt: If it was stopped: half a result is none.
    """

    def draw_batch(draws: torch.Generator) -> Shelves:
        return draw_shelves(settings.batch_size, settings.picker_pots, 1, draws)

    def loss(model: HardAttention, batch: tuple) -> Tensor:
        return picking_loss(way, model, *batch)

    _train(attend, draw_batch, loss, settings, rate, seed)


@torch.no_grad()
def error_of(attend: LuongAttention, shelves: Shelves) -> float:
    """Measure how far a reader's mixtures are from the wishes, in steps of grey."""
    return shade_error(attend(*shelf_features(shelves)[:3]), shelves)


@torch.no_grad()
def share_nearest(attend: HardAttention, shelves: Shelves) -> float:
    """Measure how often a picker takes the nearest pot, when it takes the likeliest."""
    q, k, v, _ = shelf_features(shelves)
    _, choice = attend.eval()(q, k, v, return_choice=True)
    picked = choice.drawn.argmax(dim=-1)  # (b, q)
    return (picked == shelves.nearest).double().mean().item()


def baselines(exam: Exam) -> dict[str, float]:
    """Score what needs no training: pots taken by rule, or guessed."""
    shades, wishes = exam.as_they_come.shades, exam.as_they_come.wishes
    off = (shades.mT - wishes).square()  # (b, q, k)
    mean = shades.mean(dim=1, keepdim=True) - wishes  # (b, q, 1)
    return {
        "error of the nearest pot": round(off.amin(dim=-1).mean().sqrt().item(), 4),
        "error of the mean of all pots": round(mean.square().mean().sqrt().item(), 4),
        "share of nearest pots by guessing": round(1 / exam.pickers.shades.shape[1], 4),
    }


def run(seed: int, exam: Exam, settings: Settings) -> dict[str, Any]:
    """Train and judge one seed: every reader and every picker, at each rate."""
    results: dict[str, Any] = {"readers": {}, "pickers": {}}
    for rate in settings.learning_rates:
        for look in LOOKS:
            results["readers"][f"{look}, rate {rate}"] = {
                order: _read(look, order, rate, seed, exam, settings)
                for order in ("as_they_come", "in_order")
            }
        for way in WAYS:
            attend = build_picker(way, settings, seed=seed)
            train_picker(way, attend, settings, rate=rate, seed=seed)
            share = round(share_nearest(attend, exam.pickers), 4)
            results["pickers"][f"{way}, rate {rate}"] = share
    return results


def _read(
    look: str, order: str, rate: float, seed: int, exam: Exam, settings: Settings
) -> float:
    attend = build_reader(look, settings, seed=seed)
    in_order = order == "in_order"
    train_reader(attend, settings, rate=rate, seed=seed, in_order=in_order)
    return round(error_of(attend, getattr(exam, order)), 4)
