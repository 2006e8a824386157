"""How good are the dates a model writes, and does it look at the right place?

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from attnbook.tasks.dates import FIELD_NAMES, ISO_FIELDS, DateExample


@dataclass(frozen=True)
class Share:
    """A share of so many cases, and what chance alone would give, if known."""

    share: float
    n: int
    chance: float | None = None


def _require_pairs(n_given: int, n_examples: int, what: str) -> None:
    if n_given != n_examples or not n_examples:
        raise ValueError(
            f"got {n_given} {what} for {n_examples} examples: give one each"
        )


def exact_match(predicted: Sequence[str], examples: Sequence[DateExample]) -> float:
    """Give the share of dates that are right in all ten characters.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> example = DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short")
        >>> exact_match(["2025-03-04", "2025-04-03"], [example, example])
        0.5
    """
    _require_pairs(len(predicted), len(examples), "predictions")
    right = [text == e.iso for text, e in zip(predicted, examples, strict=True)]
    return float(np.mean(right))


def exact_match_by(
    key: Callable[[DateExample], str],
    predicted: Sequence[str],
    examples: Sequence[DateExample],
) -> dict[str, Share]:
    """Give the exact match of each group of examples.

    Args:
        key: Names the group of an example, such as ``lambda e: e.locale`` or
            `length_band`.
        predicted: The model's answers.
        examples: The questions, in the same order.

    Returns:
        Group to share and count, groups in alphabetical order.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.
    """
    _require_pairs(len(predicted), len(examples), "predictions")
    groups: dict[str, list[bool]] = {}
    for text, example in zip(predicted, examples, strict=True):
        groups.setdefault(key(example), []).append(text == example.iso)
    return {
        name: Share(float(np.mean(hits)), len(hits))
        for name, hits in sorted(groups.items())
    }


def length_band(example: DateExample) -> str:
    """Name the band of five characters that the source's length falls in.

    Example:
        >>> length_band(DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short"))
        '05-09'
    """
    start = 5 * (len(example.text) // 5)
    return f"{start:02d}-{start + 4:02d}"


def fields_right(
    predicted: Sequence[str], examples: Sequence[DateExample]
) -> dict[str, Share]:
    """Give the share of years, months and days that are right, each on its own.

    Example:
        >>> example = DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short")
        >>> [s.share for s in fields_right(["2025-04-04"], [example]).values()]
        [1.0, 0.0, 1.0]
    """
    _require_pairs(len(predicted), len(examples), "predictions")
    shares = {}
    for letter, name in FIELD_NAMES.items():
        field = slice(ISO_FIELDS.index(letter), ISO_FIELDS.rindex(letter) + 1)
        hits = [
            t[field] == e.iso[field] for t, e in zip(predicted, examples, strict=True)
        ]
        shares[name] = Share(float(np.mean(hits)), len(hits))
    return shares


def right_field(
    weights: Float[np.ndarray, "b q k"], examples: Sequence[DateExample]
) -> dict[str, Share]:
    r"""Ask of each digit written: did the model look at the right part of the source?

    A digit counts when its largest attention weight lies on a character of the field
    that the digit belongs to: a digit of the month on a character of the month,
    whether that is written in digits or as a name.

    .. math::  \text{hit}_i = [\, \text{field}(\arg\max_j A_{ij}) = \text{field}(i) \,]

    Args:
        weights: Attention from the ten output characters (more columns of ``q`` are
            ignored) to the source, padded at the right.
        examples: The dates that the weights belong to.

    Returns:
        For year, month and day, the share of hits over all its digits; ``chance`` is
        the share of source characters that lie in that field.

    Raises:
        ValueError: If there is not one matrix for each example, fewer than ten queries,
            or fewer keys than a source has characters.

    Example:
        >>> example = DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short")
        >>> on_the_month = np.zeros((1, 10, 6))
        >>> on_the_month[:, :, 2] = 1.0
        >>> scores = right_field(on_the_month, [example])
        >>> {name: (s.share, round(s.chance, 2)) for name, s in scores.items()}
        {'year': (0.0, 0.33), 'month': (1.0, 0.17), 'day': (0.0, 0.17)}
    """
    _require_pairs(len(weights), len(examples), "attention matrices")
    _, n_queries, n_keys = weights.shape
    longest = max(len(example.text) for example in examples)
    if n_queries < len(ISO_FIELDS) or n_keys < longest:
        raise ValueError(
            f"weights have {n_queries} queries and {n_keys} keys: "
            f"at least {len(ISO_FIELDS)} and {longest} are needed"
        )
    looked_at = [
        _fields_looked_at(w, e) for w, e in zip(weights, examples, strict=True)
    ]
    return {
        name: Share(
            share=float(np.mean([_hits(letter, seen) for seen in looked_at])),
            n=len(examples) * ISO_FIELDS.count(letter),
            chance=float(np.mean([_share_of(letter, e.fields) for e in examples])),
        )
        for letter, name in FIELD_NAMES.items()
    }


def _fields_looked_at(weights: Float[np.ndarray, "q k"], example: DateExample) -> str:
    """Name the source field under the largest weight of each output character."""
    padded = example.fields.ljust(weights.shape[1])  # padding belongs to no field
    return "".join(padded[j] for j in weights.argmax(axis=-1))


def _hits(letter: str, looked_at: str) -> float:
    own = [
        seen
        for want, seen in zip(ISO_FIELDS, looked_at, strict=False)
        if want == letter
    ]
    return own.count(letter) / len(own)


def _share_of(letter: str, fields: str) -> float:
    return fields.count(letter) / len(fields)
