"""The recipe of the chapter: which card of the hand, with attention and without.

Read from the bottom up: `run` does everything for one seed. A notebook calls the same
steps one by one: `load_data`, `build_model`, `train`, `evaluate`.

Chapter: 4-code/attention-pooling.
"""

import time
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from attnbook.models.card_reader import CardReader, CardReaderConfig
from attnbook.models.rnn_encoder_decoder import count_parameters
from attnbook.tasks.card_baselines import (
    guess_a_card,
    name_the_commonest,
    read_the_right_card,
)
from attnbook.tasks.card_scores import score_answers
from attnbook.tasks.digit_cards import (
    Hands,
    ImageSplits,
    deal_hands,
    load_images,
    split_images,
)
from attnbook.training import History, TrainingSettings, fit

THE_RIGHT_CARD = "the right card alone"  # whoever gets only this has nothing to choose

Variants = dict[str, CardReaderConfig]
VARIANTS: dict[str, Variants] = {
    "star": {
        "mean": CardReaderConfig("mean"),
        "max": CardReaderConfig("max"),
        "attention": CardReaderConfig("attention"),
        "deep set": CardReaderConfig("mean", card_layers=2),
        THE_RIGHT_CARD: CardReaderConfig("mean"),
    },
    "asked": {
        "no question": CardReaderConfig("attention"),
        "question on cards": CardReaderConfig("attention", query_on_cards=True),
        "question on cards, max": CardReaderConfig("max", query_on_cards=True),
        "bilinear": CardReaderConfig("bilinear"),
        "additive": CardReaderConfig("additive"),
        "shallow set": CardReaderConfig("mean", card_layers=1, query_on_cards=True),
        "deep set": CardReaderConfig("mean", card_layers=2, query_on_cards=True),
        "deep set, max": CardReaderConfig("max", card_layers=2, query_on_cards=True),
        THE_RIGHT_CARD: CardReaderConfig("mean"),
    },
}
FROM_FEWER_HANDS = {
    "star": ("max", "attention", "deep set", THE_RIGHT_CARD),
    "asked": ("bilinear", "additive", "deep set", "deep set, max", THE_RIGHT_CARD),
}


@dataclass(frozen=True)
class Settings:
    """Everything that decides the outcome, but the seed.

    The images are split once, by ``data_seed``: all seeds share one test set, which was
    looked at only after these numbers had been chosen on the validation set.

    Attributes:
        data_seed: Decides which images are held out, and which hands are dealt.
        n_validation_images: Images of the hands that settings and weights are chosen
            on.
        n_test_images: Images of the hands that are judged once.
        n_train_hands: Hands to learn from.
        n_validation_hands: Hands to choose on.
        n_test_hands: Hands to judge by; an image is dealt many times.
        fewer_hands: How many hands to learn from where that is the question.
        batch_size: Hands in one training step.
        steps: Training steps.
        learning_rate: Of 0.001, 0.003, 0.01 and 0.02 within 0.015 of the best on
            validation for every model whose cards have no hidden layers.
        deep_steps: Training steps of models whose cards have hidden layers: they need
            more.
        deep_learning_rate: Of the same four the best on validation for both deep sets
            that are asked; the one that looks for the star gains 0.01 to 0.02 from a
            higher one.
        score_every: Steps between two looks at the validation set.
    """

    data_seed: int = 8
    n_validation_images: int = 250
    n_test_images: int = 400
    n_train_hands: int = 4000
    n_validation_hands: int = 1000
    n_test_hands: int = 2000
    fewer_hands: tuple[int, ...] = (125, 250, 500, 1000, 2000)
    batch_size: int = 64
    steps: int = 1000
    learning_rate: float = 0.01
    deep_steps: int = 2000
    deep_learning_rate: float = 0.003
    score_every: int = 100

    def training(self, config: CardReaderConfig) -> TrainingSettings:
        """Give the settings for a model: those with hidden layers take longer."""
        deep = config.card_layers > 0
        return TrainingSettings(
            steps=self.deep_steps if deep else self.steps,
            learning_rate=self.deep_learning_rate if deep else self.learning_rate,
            score_every=self.score_every,
        )


@dataclass(frozen=True)
class CardData:
    """One task: its images, and hands to learn from, to choose on and to judge by."""

    images: ImageSplits
    train: Hands
    validation: Hands
    test: Hands

    def only_the_right_card(self) -> "CardData":
        """Take all other cards away."""
        parts = (self.train, self.validation, self.test)
        return CardData(self.images, *(part.only_the_right_card() for part in parts))


def load_data(settings: Settings) -> dict[str, CardData]:
    """Split the images and deal the hands: the star's task and the asked card's."""
    rng = np.random.default_rng(settings.data_seed)
    images = split_images(
        load_images(),
        rng,
        n_validation=settings.n_validation_images,
        n_test=settings.n_test_images,
    )
    parts = {
        "train": (images.train, settings.n_train_hands),
        "validation": (images.validation, settings.n_validation_hands),
        "test": (images.test, settings.n_test_hands),
    }
    return {
        task: CardData(
            images,
            **{
                name: deal_hands(part, rng, n_hands, any_symbol=task == "asked")
                for name, (part, n_hands) in parts.items()
            },
        )
        for task in VARIANTS
    }


def build_model(config: CardReaderConfig, *, seed: int) -> CardReader:
    """Make a model with first weights drawn by a seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return CardReader(config)


def cross_entropy(model: nn.Module, hands: Hands) -> Tensor:
    """Score the answers: how unlikely the model finds the right ones, in nats."""
    logits = model(hands.cards, hands.query, hands.mask)  # (b, n_digits)
    return nn.functional.cross_entropy(logits, hands.answer)


@torch.no_grad()
def evaluate(model: CardReader, hands: Hands) -> dict[str, Any]:
    """Let a model read the hands, and score its answers and its weights."""
    logits, weights = model(
        hands.cards, hands.query, hands.mask, return_weights=True
    )  # (b, n_digits), (b, 1, k)
    return score_answers(logits.argmax(dim=-1), weights, hands)


def train(
    model: CardReader,
    data: CardData,
    settings: Settings,
    *,
    seed: int,
    n_hands: int | None = None,
) -> History:
    """Train a model in place, and leave it with the weights best on validation.

    Args:
        model: What to train.
        data: What to learn from and to choose on.
        settings: How long and how fast.
        seed: Draws the batches.
        n_hands: Learn from so many of the training hands only; None takes all.
    """
    hands = data.train[:n_hands]

    def draw_batch(rng: np.random.Generator) -> Hands:
        return hands[rng.integers(len(hands), size=settings.batch_size)]

    return fit(
        model,
        draw_batch,
        cross_entropy,
        settings=settings.training(model.config),
        seed=seed,
        score=lambda model: evaluate(model, data.validation)["accuracy"],
    )


def baselines(data: dict[str, CardData]) -> dict[str, Any]:
    """Score what needs no network: guesses, and classifiers told which card it is."""
    return {
        task: {
            "any card": round(guess_a_card(part.test.digits, part.test.answer), 4),
            "the commonest digit": round(
                name_the_commonest(part.test.digits, part.test.answer), 4
            ),
            THE_RIGHT_CARD: {
                name: round(accuracy, 4)
                for name, accuracy in read_the_right_card(
                    part.images.train, part.test
                ).items()
            },
        }
        for task, part in data.items()
    }


def run(seed: int, data: dict[str, CardData], settings: Settings) -> dict[str, Any]:
    """Train and judge one seed: all models of both tasks, and some on fewer hands.

    Raises:
        KeyboardInterrupt: If a training was stopped: half a result is none.
    """
    results: dict[str, Any] = {
        task: {
            name: _run_variant(task, name, data, settings, seed=seed)
            for name in variants
        }
        for task, variants in VARIANTS.items()
    }
    results["fewer hands"] = {
        task: {
            name: {
                str(n): _run_variant(task, name, data, settings, seed=seed, n_hands=n)
                for n in settings.fewer_hands
            }
            for name in names
        }
        for task, names in FROM_FEWER_HANDS.items()
    }
    return results


def _run_variant(
    task: str,
    name: str,
    data: dict[str, CardData],
    settings: Settings,
    *,
    seed: int,
    n_hands: int | None = None,
) -> dict[str, Any]:
    given = data[task]
    given = given.only_the_right_card() if name == THE_RIGHT_CARD else given
    model = build_model(VARIANTS[task][name], seed=seed)
    began = time.process_time()
    history = train(model, given, settings, seed=seed, n_hands=n_hands)
    if history.interrupted:
        raise KeyboardInterrupt
    return {
        "parameters": count_parameters(model),
        "steps": len(history.losses),
        "cpu_seconds": round(time.process_time() - began, 1),
        "validation": {str(n): round(s, 4) for n, s in history.scores.items()},
        "test": evaluate(model, given.test),
    }
