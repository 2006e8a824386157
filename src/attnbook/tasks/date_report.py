"""Score what a model wrote, as a whole and part by part, ready to be stored as JSON.

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from attnbook.tasks.date_scores import fields_right, length_band, right_field
from attnbook.tasks.dates import DateExample
from attnbook.tasks.text_scores import exact_match, exact_match_by, plain

MAX_FAILURES = 5


@dataclass(frozen=True)
class Translations:
    """What a model wrote, and where it looked.

    Attributes:
        predicted: One text for each example.
        weights: Attention from the ten output characters to the padded source,
            (b, q, k); None without attention.
    """

    predicted: list[str]
    weights: np.ndarray | None = None


def find_failures(
    translations: Translations, examples: Sequence[DateExample]
) -> list[dict[str, str]]:
    """List what was written wrong: locale, text, right answer, answer given.

    Example:
        >>> example = DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short")
        >>> find_failures(Translations(["2025-04-03"]), [example])[0]["predicted"]
        '2025-04-03'
    """
    return [
        {"locale": e.locale, "text": e.text, "iso": e.iso, "predicted": predicted}
        for predicted, e in zip(translations.predicted, examples, strict=True)
        if predicted != e.iso
    ]


def evaluate(
    translations: Translations, examples: Sequence[DateExample]
) -> dict[str, Any]:
    """Score translations: whole dates, each field, and where the model looked.

    With them come the first failures, `MAX_FAILURES` at most.

    Raises:
        ValueError: If there are no examples, or not one translation for each.

    Example:
        >>> example = DateExample("4/3/25", "2025-03-04", "D.M.YY", "es_ES", "short")
        >>> scores = evaluate(Translations(["2025-04-03"]), [example])
        >>> scores["exact_match"], scores["fields"]["year"]
        (0.0, {'share': 1.0, 'n': 1})
    """
    predicted = translations.predicted
    scores: dict[str, Any] = {
        "exact_match": round(exact_match(predicted, examples), 4),
        "n": len(examples),
        "fields": plain(fields_right(predicted, examples)),
    }
    if translations.weights is not None:
        scores["right_field"] = plain(right_field(translations.weights, examples))
    scores["failures"] = find_failures(translations, examples)[:MAX_FAILURES]
    return scores


def evaluate_groups(
    translations: Translations, examples: Sequence[DateExample]
) -> dict[str, dict[str, dict[str, float]]]:
    """Score whole dates by length, locale and style.

    Raises:
        ValueError: If there are no examples, or not one translation for each.
    """
    keys = {
        "by_length": length_band,
        "by_locale": lambda example: example.locale,
        "by_style": lambda example: example.style,
    }
    return {
        name: plain(exact_match_by(key, translations.predicted, examples))
        for name, key in keys.items()
    }
