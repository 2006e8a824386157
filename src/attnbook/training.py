"""One small training loop: seeded, resumable, and it keeps the best weights.

Read from the bottom up: `fit` is what a chapter calls.

Chapter: 5-applications/translation-with-attention.
"""

import os
from collections.abc import Callable
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from tqdm.auto import tqdm

DrawBatch = Callable[[np.random.Generator], Any]
Loss = Callable[[nn.Module, Any], Tensor]
Score = Callable[[nn.Module], float]


@dataclass(frozen=True)
class TrainingSettings:
    """How to train.

    Attributes:
        steps: How many batches to learn from.
        learning_rate: Adam's step size at the start; it falls linearly to zero.
        clip: The longest gradient allowed; a longer one is shortened to this.
        score_every: Score the model after every so many steps, and after the last.
    """

    steps: int = 300
    learning_rate: float = 4e-3
    clip: float = 1.0
    score_every: int = 50


@dataclass
class History:
    """What happened in training.

    Attributes:
        losses: The loss of each step.
        scores: Number of steps done to the score then reached.
        best_step: When the score was highest; these are the weights the model has.
        interrupted: True when the training was stopped from the keyboard.
    """

    losses: list[float] = field(default_factory=list)
    scores: dict[int, float] = field(default_factory=dict)
    best_step: int | None = None
    interrupted: bool = False


def reproducible() -> bool:
    """Tell whether outputs must not depend on time: no progress bar then."""
    return os.environ.get("ATTNBOOK_REPRODUCIBLE") == "1"


class _Run:
    """The moving parts of one training: model, optimiser, history, best weights."""

    def __init__(self, model: nn.Module, settings: TrainingSettings, seed: int):
        self.model, self.settings, self.seed = model, settings, seed
        self.optimiser = torch.optim.Adam(model.parameters())
        self.history = History()
        self.best: dict[str, Tensor] | None = None

    def step(self, draw_batch: DrawBatch, loss: Loss) -> None:
        """Learn from one batch, chosen by the seed and the number of the step."""
        n = len(self.history.losses)
        for group in self.optimiser.param_groups:
            group["lr"] = self.settings.learning_rate * (1 - n / self.settings.steps)
        batch = draw_batch(np.random.default_rng([self.seed, n]))
        self.optimiser.zero_grad()
        value = loss(self.model, batch)
        value.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), self.settings.clip)
        self.optimiser.step()
        self.history.losses.append(value.item())

    def is_due(self) -> bool:
        """Tell whether the model is to be scored now."""
        n = len(self.history.losses)
        return n % self.settings.score_every == 0 or n == self.settings.steps

    def keep_if_best(self, score: Score) -> None:
        """Score the model; of equal scores the later counts."""
        n = len(self.history.losses)
        self.model.eval()
        self.history.scores[n] = float(score(self.model))
        self.model.train()
        if self.history.scores[n] >= max(self.history.scores.values()):
            self.history.best_step = n
            self.best = deepcopy(self.model.state_dict())

    def finish(self) -> History:
        """Give the model its best weights."""
        if self.best is not None:
            self.model.load_state_dict(self.best)
        self.model.eval()
        return self.history

    def save(self, path: Path) -> None:
        """Write everything to a file; an older one stays whole until this one is."""
        state = {
            "seed": self.seed,
            "settings": asdict(self.settings),
            "history": asdict(self.history),
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "best": self.best,
            "random": torch.get_rng_state(),
        }
        unfinished = path.with_name(path.name + ".unfinished")
        torch.save(state, unfinished)
        unfinished.replace(path)

    def resume(self, path: Path) -> None:
        """Go back to where a checkpoint was written, if there is one."""
        if not path.exists():
            return
        state = _read_checkpoint(path)
        asked = {"seed": self.seed, "settings": asdict(self.settings)}
        saved = {name: state[name] for name in asked}
        if saved != asked:
            raise ValueError(
                f"{path} was written by another training: it has {saved}, "
                f"asked for is {asked}; remove the file to begin anew"
            )
        self.history = History(**state["history"])
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.best = state["best"]
        torch.set_rng_state(state["random"])


def _read_checkpoint(path: Path) -> dict[str, Any]:
    try:
        state = torch.load(path, weights_only=True)
        if isinstance(state, dict) and "optimiser" in state:
            return state
    except (EOFError, OSError, RuntimeError, UnpicklingError) as error:
        raise ValueError(f"{path} can't be read as a checkpoint: {error}") from error
    raise ValueError(f"{path} holds something else than a checkpoint")


def _describe(run: _Run) -> str:
    done, history = len(run.history.losses), run.history
    text = f"Stopped by you after step {done} of {run.settings.steps}; "
    if history.best_step is None:
        return text + "the model keeps the weights it has now."
    score = history.scores[history.best_step]
    return text + f"best weights kept: step {history.best_step}, score {score:.3f}."


def _train(run: _Run, draw_batch: DrawBatch, loss: Loss, after_step: Callable) -> None:
    first = len(run.history.losses)
    steps = range(first, run.settings.steps)
    bar = tqdm(steps, initial=first, total=len(steps) + first, disable=reproducible())
    try:
        for _ in bar:
            run.step(draw_batch, loss)
            bar.set_postfix(loss=f"{run.history.losses[-1]:.3f}", refresh=False)
            if run.is_due():
                after_step()
    except KeyboardInterrupt:
        run.history.interrupted = True
        print(_describe(run))
    finally:
        bar.close()


def fit(
    model: nn.Module,
    draw_batch: DrawBatch,
    loss: Loss,
    *,
    settings: TrainingSettings,
    seed: int,
    score: Score | None = None,
    checkpoint: Path | None = None,
) -> History:
    """Train a model in place; afterwards it has the weights that scored best.

    The same model, data and seed give the same weights, bit for bit, on one machine;
    so does a training that was cut off and resumed from its checkpoint.
    Stopping it from the keyboard (Ctrl-C, or the notebook's stop button) is no error:
    the best weights so far are kept, and a line says how far it came.

    Args:
        model: What to train.
        draw_batch: Draws one batch, given a generator; the generator of each step is
            seeded by ``seed`` and the number of the step.
        loss: Gives the loss of the model on a batch, a tensor with one number.
        settings: How long and how fast.
        seed: Seeds the batches, and the random numbers drawn within the model.
        score: Judges the model on held-out data, higher is better. Without it the
            last weights are kept.
        checkpoint: A file to write after each scoring, and to resume from.

    Returns:
        Losses and scores, step by step.

    Raises:
        ValueError: If the checkpoint can't be read, or belongs to another training.

    Example:
        >>> model = nn.Linear(1, 1)
        >>> history = fit(
        ...     model,
        ...     lambda rng: torch.tensor(rng.random((5, 1)), dtype=torch.float32),
        ...     lambda model, x: (model(x) - 3 * x).square().mean(),
        ...     settings=TrainingSettings(steps=300, learning_rate=0.1),
        ...     seed=0,
        ... )
        >>> round(model.weight.item(), 2)
        3.0
    """
    run = _Run(model, settings, seed)

    def after_step() -> None:
        if score is not None:
            run.keep_if_best(score)
        if checkpoint is not None:
            run.save(checkpoint)

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        if checkpoint is not None:
            run.resume(checkpoint)
        model.train()
        _train(run, draw_batch, loss, after_step)
    return run.finish()
