"""Checks of predict_the_lookup."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check


@check(
    "predict_the_lookup",
    "A: the query that is a key",
    hint="what each key counts, times its value, divided by what all count together",
)
def at_a_key(student):
    student().entry("A").is_number(
        26,
        looks_like={
            "that is what a dictionary answers: the value of that key alone": 35,
            "that is the mean of all values": 16,
            "that is the plain mean of two of the values": 23,
            "a distance of two is four points: it is squared": 41 / 1.75,
            "that is not divided by what the keys count together": 40.625,
        },
    )


@check(
    "predict_the_lookup",
    "B: its page is lost",
    hint="two keys are left, and their weights sum to 1",
)
def lost(student):
    student().entry("B").is_number(
        10,
        looks_like={
            "that is the value of the nearest key alone": 11,
            "the two that are left do not count the same": 6.5,
            "the weights of those that are left have to sum to 1 again": 3.6,
            "that is not divided by what the keys count together": 5.625,
            "that is the answer of A: is the page lost?": 26,
            "the page of key 2 is the one that is lost": 23,
        },
    )


@check(
    "predict_the_lookup",
    "C: a bandwidth three times as wide",
    hint="T = 2 h², before and after",
)
def wider(student):
    student().entry("C").is_number(
        9,
        looks_like={
            "a bandwidth is a length, a temperature the square of one": 3,
            "the factor 2 was there before, too": 18,
            "the temperature is not the square root": 3**0.5,
            "T = 2 h²: what is squared there, and what is the old temperature?": 6,
        },
    )


@check(
    "predict_the_lookup",
    "D: far away from all keys",
    hint="how many points does the nearest key lead by, seen from there?",
)
def far_away(student):
    answer = student().entry("D")
    if isinstance(answer.value, float) and np.isnan(answer.value):
        raise WrongError(
            f"{answer.said} is a number: the powers are tiny, but not nothing, and "
            "only their ratios matter"
        )
    answer.is_number(
        11,
        looks_like={
            "that would be the mean of all: does the lead of the nearest shrink?": 16,
            "each weight alone is tiny, but they are divided by their sum": 0,
            "seen from there, another key is nearer": 35,
        },
    )


@check(
    "predict_the_lookup",
    "E: an endlessly narrow bandwidth",
    hint="which keys are the nearest to this query, and what does the third one get?",
)
def narrow(student):
    student().entry("E").is_number(
        18.5,
        looks_like={
            "one of two keys that are equally near": 2,
            "the other of two keys that are equally near": 35,
            "that is the other end of the knob": 16,
            "that is not divided by what the keys count together": 19.1875,
            "that is the answer at half a point, where the third key counts too": (
                19.1875 / 1.0625
            ),
        },
    )
