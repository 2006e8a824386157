"""How good are the dates a model writes, and does it look at the right place?

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from attnbook.tasks.dates import FIELD_NAMES, ISO_FIELDS, DateExample
from attnbook.tasks.text_scores import Share, require_pairs


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
    require_pairs(len(predicted), len(examples), "predictions")
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
    require_pairs(len(weights), len(examples), "attention matrices")
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
