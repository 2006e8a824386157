"""Where in a number's name does a model go wrong, and how far did it get?

Chapter: 1-background/why-attention.
"""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool

from attnbook.tasks.number_names import NumberExample
from attnbook.tasks.text_scores import Share, require_pairs

BANDS = ((1, 5), (6, 8), (9, 11), (12, 14), (15, 17))  # in words; the rest is 18+

_MARKERS = {
    "billions": ("milliard", "milliards"),
    "millions": ("million", "millions"),
    "thousands": ("mille",),
}


def length_band(example: NumberExample) -> str:
    """Name the band of answer lengths, in words, that an example falls in.

    Example:
        >>> length_band(NumberExample(80, "eighty", "quatre vingts"))
        '01-05'
    """
    n_words = len(example.answer.split())
    for first, last in BANDS:
        if n_words <= last:
            return f"{first:02d}-{last:02d}"
    return f"{BANDS[-1][1] + 1:02d}+"


def words_right(predicted: str, answer: str) -> Bool[np.ndarray, " n_words"]:
    """Compare word by word: which words of the answer stand in their place?

    Example:
        >>> words_right("cent un", "cent vingt et un").tolist()
        [True, False, False, False]
    """
    written = predicted.split()
    return np.array(
        [written[i : i + 1] == [word] for i, word in enumerate(answer.split())]
    )


def word_accuracy(predicted: Sequence[str], examples: Sequence[NumberExample]) -> float:
    """Give the share of all words of the answers that stand in their place.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> example = NumberExample(80, "eighty", "quatre vingts")
        >>> word_accuracy(["quatre cents"], [example])
        0.5
    """
    require_pairs(len(predicted), len(examples), "predictions")
    pairs = zip(predicted, examples, strict=True)
    return float(np.concatenate([words_right(p, e.answer) for p, e in pairs]).mean())


def n_words_before_error(predicted: str, answer: str) -> int | None:
    """Count the words that are right before the first wrong one; None if there is none.

    A text that goes on after its end, or ends too early, is wrong at that place.

    Example:
        >>> n_words_before_error("cent un", "cent vingt et un")
        1
        >>> n_words_before_error("cent un mille", "cent un")
        2
        >>> n_words_before_error("cent un", "cent un") is None
        True
    """
    if predicted == answer:
        return None
    right = words_right(predicted, answer)
    return int(np.argmin([*right, False]))


def first_errors(
    predicted: Sequence[str], examples: Sequence[NumberExample]
) -> list[Share]:
    r"""Give the risk of the first error at each place, among texts right up to there.

    .. math::
        h_i = \frac{\text{texts whose first wrong word is the } i\text{-th}}
                   {\text{texts that are right before the } i\text{-th word}}

    If every word were equally hard, the risk would be the same at every place, and
    whole texts would still fail more often the longer they are.

    Args:
        predicted: The model's answers.
        examples: The questions. The end counts as one more word.

    Returns:
        For each place the risk and the number of texts that got there.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> example = NumberExample(80, "eighty", "quatre vingts")
        >>> risks = first_errors(["quatre", "quatre vingts"], [example, example])
        >>> [(risk.share, risk.n) for risk in risks]
        [(0.0, 2), (0.5, 2), (0.0, 1)]
    """
    require_pairs(len(predicted), len(examples), "predictions")
    n_places = max(len(e.answer.split()) for e in examples) + 1
    reached, failed = np.zeros(n_places, int), np.zeros(n_places, int)
    for text, example in zip(predicted, examples, strict=True):
        place = n_words_before_error(text, example.answer)
        if place is None:
            reached[: len(example.answer.split()) + 1] += 1
        else:
            reached[: place + 1] += 1
            failed[place] += 1
    pairs = zip(failed, reached, strict=True)
    return [Share(float(f / r), int(r)) for f, r in pairs if r]


def cut_into_groups(name: str) -> dict[str, str]:
    """Cut a French name after "milliards", "millions" and "mille".

    Example:
        >>> groups = cut_into_groups("deux millions mille un")
        >>> [groups[name] for name in ("billions", "millions", "thousands", "units")]
        ['', 'deux millions', 'mille', 'un']
    """
    groups, rest = {}, name.split()
    for group, markers in _MARKERS.items():
        n = next((i + 1 for i, word in enumerate(rest) if word in markers), 0)
        groups[group], rest = " ".join(rest[:n]), rest[n:]
    return groups | {"units": " ".join(rest)}


def groups_right(
    predicted: Sequence[str], examples: Sequence[NumberExample]
) -> dict[str, Share]:
    """Give the share of groups of three digits that are right, each on its own.

    Raises:
        ValueError: If there are no examples, or not one prediction for each.

    Example:
        >>> example = NumberExample(2001, "two thousand and one", "deux mille un")
        >>> [s.share for s in groups_right(["deux mille deux"], [example]).values()]
        [1.0, 1.0, 1.0, 0.0]
    """
    require_pairs(len(predicted), len(examples), "predictions")
    hits: dict[str, list[bool]] = {}
    for text, example in zip(predicted, examples, strict=True):
        written, wanted = cut_into_groups(text), cut_into_groups(example.answer)
        for group in wanted:
            hits.setdefault(group, []).append(written[group] == wanted[group])
    return {group: Share(float(np.mean(h)), len(h)) for group, h in hits.items()}
