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
_SIZES = {"4-6 digits": 10**6, "7-9 digits": 10**9, "10-12 digits": 10**12}


def size_of(example: NumberExample) -> str:
    """Name the size of a number: one of two, three or four groups of digits.

    Example:
        >>> size_of(NumberExample(2001, "two thousand and one", "deux mille un"))
        '4-6 digits'
    """
    return next(size for size, end in _SIZES.items() if example.number < end)


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
        exact match of each group; and for each size of number that occurs
        ``groups``, the share of right groups of three digits, and ``first_errors``,
        the risk and the number of texts at each place.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> example = NumberExample(2001, "two thousand and one", "deux mille un")
        >>> evaluate(["deux mille deux"], [example])["groups"]["4-6 digits"]["units"]
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
    for size in sorted({size_of(e) for e in examples}, key=list(_SIZES).index):
        texts = [p for p, e in pairs if size_of(e) == size]
        of_size = [e for e in examples if size_of(e) == size]
        scores["groups"][size] = plain(groups_right(texts, of_size))
        risks = first_errors(texts, of_size)
        scores["first_errors"][size] = [[round(r.share, 4), r.n] for r in risks]
    failures = [(e, p) for p, e in pairs if p != e.answer][:MAX_FAILURES]
    scores["failures"] = [
        {"text": e.text, "answer": e.answer, "predicted": p} for e, p in failures
    ]
    return scores
