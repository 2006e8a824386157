"""Checks of bits_brought."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import log_sum_exp, softmax

LOST = "log(p) is lost where p becomes 0"


def surprise(scores, said):
    """Return the surprise at each right answer, in bits."""
    right = np.take_along_axis(scores, said[..., None], axis=-1)[..., 0]
    return (log_sum_exp(scores) - right) / np.log(2)


def some(student, shape, kinds=None):
    scores = 2 * student.rng.normal(size=shape)
    return scores, student.rng.integers(0, kinds or shape[-1], size=shape[:2])


def brought(scores, said):
    return (np.log2(scores.shape[-1]) - surprise(scores, said)).sum(-1).mean()


def is_about(answer, right, looks_like=None):
    """Require a number in single precision, whatever its size."""
    return answer.is_number(
        right, atol=1e-5 * max(1, abs(right)), looks_like=looks_like
    )


@check(
    "bits_brought",
    "one answer, as by hand",
    hint="how much surprise was there before reading, and how much is left?",
)
def one_answer(student):
    scores = np.log([[[3.0, 1.0, 1.0, 1.0]]])
    for said, right in ((1, 1 - np.log2(3)), (3, 1 - np.log2(3)), (0, 1)):
        left = 2 - right
        is_about(
            student(scores, np.array([[said]])),
            right,
            {
                "that is the surprise that is left": left,
                "what is left was subtracted from 0: is s the last axis?": -left,
                "what was there before, less what is left, not the other way": -right,
                "that is the likeliest symbol's, not the right one's": 1,
                "only so many symbols as occur": np.log2(said + 1) - left,
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
    hint="which axis is added up, and which one is averaged?",
)
def many(student):
    scores, said = some(student, (5, 7, 3))
    gained = np.log2(3) - surprise(scores, said)  # (b, n)
    is_about(
        student(scores, said),
        gained.sum(axis=-1).mean(),
        {
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
    hint="which axis says how many symbols there are?",
)
def do_not_occur(student):
    scores, said = some(student, (3, 5, 11), kinds=4)
    said[0, 0] = 3
    right = brought(scores, said)
    fewer = {
        "only so many symbols as occur": right + 5 * np.log2(4 / 11),
        "only so many symbols as there are answers": right + 5 * np.log2(5 / 11),
    }
    is_about(student(scores, said), right, fewer)


@check(
    "bits_brought",
    "sure and wrong, with large scores",
    hint="can the logarithm of p be had without p?",
)
def sure_and_wrong(student):
    scores, said = some(student, (3, 2, 5))
    # Nobody is sure and wrong yet.
    low = np.array([-5000, 0]).reshape(1, 2, 1)
    for moved, became in ((5000, "too large"), (low, "0 for all symbols of a row")):
        answer = student(scores + moved, said)
        if not np.isfinite(answer.array).all():
            said_so = f"{answer.said} is not {answer.array}"
            raise WrongError(f"{said_so}: exp(score) became {became}")
    scores[0, 0, (said[0, 0] + 1) % 5] += 2000
    right, p = brought(scores, said), 2.0 ** -surprise(scores, said)
    hidden = {}
    for least in (1e-300, 1e-30, 1e-16, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6):
        bits = np.log2(5) + np.log2(p + least)  # (b, n)
        hidden[f"{LOST}, and {least} beside it hides that"] = bits.sum(axis=-1).mean()
    for answer in (student(scores + 5000, said), student(scores, said)):
        if np.isinf(answer.array).any():
            raise WrongError(f"{answer.said} is not infinite: {LOST}")
        is_about(answer, right, hidden)
