"""How many of the texts that a model writes are right, in all and in groups.

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol, TypeVar, runtime_checkable

import numpy as np


@runtime_checkable
class Example(Protocol):
    """A question with its answer, both in writing.

    Attributes:
        text: What the model reads.
        answer: What it should write.
    """

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def answer(self) -> str: ...  # noqa: D102


AnyExample = TypeVar("AnyExample", bound=Example)


@dataclass(frozen=True)
class Share:
    """A share of so many cases, and what chance alone would give, if known."""

    share: float
    n: int
    chance: float | None = None


def require_pairs(n_given: int, n_examples: int, what: str) -> None:
    """Demand one answer, or whatever it is, for each example.

    Raises:
        ValueError: If there are no examples, or not as many of the others.
    """
    if n_given != n_examples or not n_examples:
        raise ValueError(
            f"got {n_given} {what} for {n_examples} examples: give one each"
        )


def exact_match(predicted: Sequence[str], examples: Sequence[Example]) -> float:
    """Give the share of texts that are right from the first token to the last.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> from attnbook.tasks.dates import DateExample
        >>> example = DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short")
        >>> exact_match(["2025-03-04", "2025-04-03"], [example, example])
        0.5
    """
    require_pairs(len(predicted), len(examples), "predictions")
    right = [text == e.answer for text, e in zip(predicted, examples, strict=True)]
    return float(np.mean(right))


def exact_match_by(
    key: Callable[[AnyExample], str],
    predicted: Sequence[str],
    examples: Sequence[AnyExample],
) -> dict[str, Share]:
    """Give the exact match of each group of examples.

    Args:
        key: Names the group of an example, such as ``lambda e: e.locale``.
        predicted: The model's answers.
        examples: The questions, in the same order.

    Returns:
        Group to share and count, groups in alphabetical order.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.
    """
    require_pairs(len(predicted), len(examples), "predictions")
    groups: dict[str, list[bool]] = {}
    for text, example in zip(predicted, examples, strict=True):
        groups.setdefault(key(example), []).append(text == example.answer)
    return {
        name: Share(float(np.mean(hits)), len(hits))
        for name, hits in sorted(groups.items())
    }


def plain(shares: dict[str, Share]) -> dict[str, dict[str, float]]:
    """Turn shares into what JSON can store, to four decimals.

    Example:
        >>> plain({"day": Share(2 / 3, 9)})
        {'day': {'share': 0.6667, 'n': 9}}
    """
    return {
        name: {k: round(v, 4) for k, v in asdict(share).items() if v is not None}
        for name, share in shares.items()
    }
