"""Score what a model wrote for numbers in words, ready to be stored as JSON.

Chapter: 1-background/why-attention.
"""

from collections.abc import Sequence
from typing import Any

from attnbook.tasks.number_names import NumberExample
from attnbook.tasks.number_scores import (
    first_errors,
    groups_right,
    length_band,
    word_accuracy,
)
from attnbook.tasks.text_scores import exact_match, exact_match_by, plain

MAX_FAILURES = 5
WHOLE_GROUPS = ("06", "09", "12")  # digit counts that fill all their groups of three


def n_digits(example: NumberExample) -> str:
    """Count the digits, with a zero in front so that 10 comes after 09.

    Example:
        >>> n_digits(NumberExample(2001, "two thousand and one", "deux mille un"))
        '04'
    """
    return f"{len(str(example.number)):02d}"


def evaluate(
    predicted: Sequence[str], examples: Sequence[NumberExample]
) -> dict[str, Any]:
    """Score answers: whole, word by word, by length, and where they go wrong.

    With them come the first failures, `MAX_FAILURES` at most.

    Returns:
        ``exact_match``, ``n``, ``word_accuracy``; ``by_length`` and ``by_digits``, the
        exact match of each; and for numbers of 6, 9 and 12 digits ``groups``, the share
        of right groups of three digits, and ``first_errors``, the risk and the number
        of texts at each place.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> from attnbook.tasks.number_names import name_numbers
        >>> scores = evaluate(["cent mille deux"], name_numbers([100_001]))
        >>> scores["groups"]["06"]["units"]
        {'share': 0.0, 'n': 1}
    """
    scores: dict[str, Any] = {
        "exact_match": round(exact_match(predicted, examples), 4),
        "n": len(examples),
        "word_accuracy": round(word_accuracy(predicted, examples), 4),
        "by_length": plain(exact_match_by(length_band, predicted, examples)),
        "by_digits": plain(exact_match_by(n_digits, predicted, examples)),
        "groups": {},
        "first_errors": {},
    }
    pairs = list(zip(predicted, examples, strict=True))
    for size in WHOLE_GROUPS:
        of_size = [(p, e) for p, e in pairs if n_digits(e) == size]
        if of_size:
            texts, asked = (list(column) for column in zip(*of_size, strict=True))
            scores["groups"][size] = plain(groups_right(texts, asked))
            risks = first_errors(texts, asked)
            scores["first_errors"][size] = [[round(r.share, 4), r.n] for r in risks]
    failures = [(e, p) for p, e in pairs if p != e.answer][:MAX_FAILURES]
    scores["failures"] = [
        {"text": e.text, "answer": e.answer, "predicted": p} for e, p in failures
    ]
    return scores
