"""Checks of predict_the_weights."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


@check(
    "predict_the_weights",
    "A: the weight of key 1",
    hint="each power of 2 is divided by the sum of all three",
)
def weight(student):
    student().entry("A").is_number(
        8 / 11,
        looks_like={
            "that is its score divided by the sum of the scores": 3 / 4,
            "that is softmax with e; here a point is worth a doubling": softmax(
                np.array([3.0, 1, 0])
            )[0],
            "that is its share against key 2 alone": 8 / 10,
        },
    )


@check(
    "predict_the_weights",
    "B: every score gets 100 points more",
    hint="what does the same factor in every power do to the shares?",
)
def shifted(student):
    student().entry("B").is_one_of(
        {
            "rises": "do differences between the scores grow?",
            "falls": "103, 101 and 100 look alike, but do only differences count?",
            "stays": None,
        }
    )


@check(
    "predict_the_weights",
    "C: half the temperature",
    hint="a lead of 2 points is now as good as twice that lead was before",
)
def colder(student):
    student().entry("C").is_number(
        16,
        looks_like={
            "that is the ratio of before": 4,
            "you doubled the ratio, but it is the lead that doubles": 8,
            "you made it smaller, and cold makes leads count more": 2,
            "that is a power of e, but a point was worth a doubling": np.exp(2),
            "that is a power of e, and a point was worth a doubling": np.exp(4),
        },
    )


@check(
    "predict_the_weights",
    "D: a fourth key with score 3",
    hint="the sum has one term more; the power of key 1 stays",
)
def joined(student):
    student().entry("D").is_number(
        8 / 19,
        looks_like={
            "that was its weight before the new key came, which takes a share": 8 / 11,
            "key 1 shares its own weight with the new key, but all three pay": 4 / 11,
            "half would leave nothing for keys 2 and 3": 1 / 2,
            "that is softmax with e; here a point is worth a doubling": softmax(
                np.array([3.0, 1, 0, 3])
            )[0],
            "that is its score divided by the sum of the scores": 3 / 7,
        },
    )


@check(
    "predict_the_weights",
    "E: an endlessly high temperature",
    hint="what are all scores divided by T, when T is huge? and e to that power?",
)
def hottest(student):
    student().entry("E").is_number(
        1 / 3,
        looks_like={
            "that happens in the cold, not in the heat": 0,
            "a high temperature changes the weights": 1 / 11,
            "all weights still add up to 1": 1,
        },
    )
