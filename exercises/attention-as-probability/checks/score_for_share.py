"""Checks of score_for_share."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import log_sum_exp


def energy(scores, t):
    return t * log_sum_exp(scores / t)


@check(
    "score_for_share",
    "the new key gets its share",
    points=2,
    hint="put your score beside the others: which weight does the softmax give it?",
)
def share(student):
    scores = student.rng.normal(size=7)
    for t, part in ((1.0, 0.3), (0.4, 0.75), (3.0, 0.05)):
        f, odds = energy(scores, t), np.log(part / (1 - part))
        student(scores, t, part).is_number(
            f + t * odds,
            atol=1e-5,
            looks_like={
                "that is its power; which score has it?": np.exp(f / t + odds),
                "the newcomer makes the sum larger, too": f + t * np.log(part),
                "this is against a single key, the best": scores.max() + t * odds,
                "the temperature is missing from the odds": f + odds,
                "ln Z is no score yet: the temperature is missing in front": (
                    f / t + t * odds
                ),
                "the temperature is missing in front of both": f / t + odds,
                "the temperature is missing from the sum": energy(scores, 1) + t * odds,
                "the odds are upside down": f - t * odds,
                "this leaves out the keys that are there": t * odds,
            },
        )


@check(
    "score_for_share",
    "half of everything",
    hint="half for one means as much as all the others together",
)
def half(student):
    scores = np.log(np.array([1.0, 2.0, 5.0]))
    student(scores, 1.0, 0.5).is_number(
        np.log(8),
        atol=1e-5,
        looks_like={
            "that is the power of it": 8,
            "that is as much as the best of them, not as all": np.log(5),
            "that is half the power of all; then it gets a third": np.log(4),
        },
    )


@check(
    "score_for_share",
    "a very small share, and nearly everything",
    hint="the logarithm takes any odds above 0: no tiny number has to be added",
)
def extremes(student):
    scores = np.array([2.0, 1.0, 0.0])
    for part in (1e-30, 0.999999):
        right = energy(scores, 1) + np.log(part) - np.log1p(-part)
        student(scores, 1.0, part).is_number(right, atol=1e-4)


@check(
    "score_for_share",
    "large scores, in the cold",
    hint="never compute the sum of powers itself: work with its logarithm",
)
def large(student):
    for best, next_best, t in ((1000, 999, 1), (-1000, -1001, 1), (5, 4.9995, 0.001)):
        scores, t = np.array([best, next_best], dtype=float), float(t)
        right = energy(scores, t) - t * np.log(3)
        student(scores, t, 0.25).is_number(right, atol=1e-4)
