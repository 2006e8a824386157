"""Checks of bits_brought."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import log_sum_exp, softmax


def surprise(scores, said):
    """Return the surprise at each right answer, in bits."""
    right = np.take_along_axis(scores, said[..., None], axis=-1)[..., 0]
    return (log_sum_exp(scores) - right) / np.log(2)


def some(student, shape, kinds=None):
    scores = 2 * student.rng.normal(size=shape)
    return scores, student.rng.integers(0, kinds or shape[-1], size=shape[:2])


def brought(scores, said):
    return (np.log2(scores.shape[-1]) - surprise(scores, said)).sum(-1).mean()


@check(
    "bits_brought",
    "one answer, as by hand",
    hint="log2 of how many symbols there are, plus log2 of the right one's probability",
)
def one_answer(student):
    scores = np.log([[[3.0, 1.0, 1.0, 1.0]]])
    for said, right in ((0, 1), (1, 1 - np.log2(3)), (3, 1 - np.log2(3))):
        left = 2 - right
        student(scores, np.array([[said]])).is_number(
            right,
            atol=1e-6,
            looks_like={
                "that is the surprise that is left": left,
                "the surprise that is left, with a minus": -left,
                "logarithms to base e": right * np.log(2),
                "what was there before is in bits, and what is left is not": (
                    2 - left * np.log(2)
                ),
            },
        )


@check(
    "bits_brought",
    "many answers in many sequences",
    points=2,
    hint="add up along a sequence, and take the mean over sequences",
)
def many(student):
    scores, said = some(student, (5, 7, 3))
    gained = np.log2(3) - surprise(scores, said)  # (b, n)
    student(scores, said).is_number(
        gained.sum(axis=-1).mean(),
        atol=1e-6,
        looks_like={
            "bits of a symbol, not of a sequence": gained.mean(),
            "bits of all sequences together": gained.sum(),
            "sequences added up, and symbols averaged": gained.mean(axis=-1).sum(),
            "scores taken for logarithms of probabilities": brought(
                scores + log_sum_exp(scores)[..., None], said
            )
            - surprise(scores, said).sum(axis=-1).mean(),
            "the mean of probabilities, and then a logarithm": (
                7 * (np.log2(3) + np.log2((2.0 ** -surprise(scores, said)).mean()))
            ),
            "a softmax over the wrong axis": brought(
                np.log(softmax(scores, axis=1)) + 0, said
            ),
        },
    )


@check(
    "bits_brought",
    "symbols that do not occur count too",
    hint="how many symbols there are is the size of the last axis of the scores",
)
def do_not_occur(student):
    scores, said = some(student, (3, 5, 11), kinds=4)
    said[0, 0] = 3
    right = brought(scores, said)
    fewer = {
        "only so many symbols as occur": right + 5 * np.log2(4 / 11),
        "only so many symbols as there are answers": right + 5 * np.log2(5 / 11),
    }
    student(scores, said).is_number(right, atol=1e-6, looks_like=fewer)


@check(
    "bits_brought",
    "sure and wrong, with large scores",
    hint="take no logarithm of a probability: subtract the log-sum-exp from the score",
)
def sure_and_wrong(student):
    scores, said = some(student, (3, 2, 5))
    scores[0, 0, (said[0, 0] + 1) % 5] += 2000
    right = brought(scores, said)
    student(scores + 5000, said).is_number(right, atol=1e-6)
    student(scores, said).is_number(right, atol=1e-6)
