"""What the recipes with an encoder and a decoder share: data, loss, writing, training.

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from attnbook.models.rnn_encoder_decoder import EncoderDecoder, EncoderDecoderConfig
from attnbook.tasks.text_scores import AnyExample
from attnbook.tasks.vocabulary import PAD, TextBatch, Vocabulary, make_batch
from attnbook.training import History, Score, TrainingSettings, fit


@dataclass(frozen=True)
class PairData(Generic[AnyExample]):
    """Pairs to learn from, to choose on and to judge by; and their tokens."""

    train: list[AnyExample]
    validation: list[AnyExample]
    test: list[AnyExample]
    source_vocabulary: Vocabulary
    target_vocabulary: Vocabulary

    def batch(self, examples: Sequence[AnyExample]) -> TextBatch:
        """Turn examples into numbers."""
        return make_batch(
            [example.text for example in examples],
            [example.answer for example in examples],
            self.source_vocabulary,
            self.target_vocabulary,
        )


def begin(config: EncoderDecoderConfig, *, seed: int) -> EncoderDecoder:
    """Make a model with first weights drawn by a seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return EncoderDecoder(config)


def cross_entropy(model: nn.Module, batch: TextBatch) -> Tensor:
    """Score each next token, given the true ones before; padding doesn't count."""
    target_in, target_out = batch.target[:, :-1], batch.target[:, 1:]  # (b, q)
    logits = model(batch.source, batch.lengths, target_in)  # (b, q, n_target_tokens)
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), target_out.flatten(), ignore_index=PAD
    )


def write(
    model: EncoderDecoder,
    data: PairData[AnyExample],
    examples: Sequence[AnyExample],
    *,
    n_tokens: int,
) -> tuple[list[str], Float[Tensor, "b q k"] | None]:
    """Let a model answer each example, the likeliest token at each step.

    Args:
        model: The model.
        data: Whose vocabularies the model knows.
        examples: The questions.
        n_tokens: How many tokens to write, the end among them.

    Returns:
        One text for each example, and the attention weights if the model has any.
    """
    batch = data.batch(examples)
    tokens, weights = model.greedy(batch.source, batch.lengths, n_tokens=n_tokens)
    return [data.target_vocabulary.decode(row) for row in tokens.tolist()], weights


def train_on_pairs(
    model: EncoderDecoder,
    data: PairData[AnyExample],
    settings: TrainingSettings,
    *,
    batch_size: int,
    seed: int,
    score: Score,
    checkpoint: Path | None = None,
) -> History:
    """Train a model in place, and leave it with the weights that scored best."""

    def draw_batch(rng: np.random.Generator) -> TextBatch:
        chosen = rng.choice(len(data.train), batch_size, replace=False)
        return data.batch([data.train[i] for i in chosen])

    return fit(
        model,
        draw_batch,
        cross_entropy,
        settings=settings,
        seed=seed,
        score=score,
        checkpoint=checkpoint,
    )
