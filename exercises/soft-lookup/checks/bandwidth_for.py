"""Checks of bandwidth_for."""

import numpy as np

from attnbook.grading.declare import check

LOG_2 = np.log(2)


@check(
    "bandwidth_for",
    "a key so far away counts so much",
    points=2,
    hint="solve share = exp(-d² / (2 h²)) for h, one step at a time",
)
def one_share(student):
    student(2.0, 0.5).is_number(
        2 / np.sqrt(2 * LOG_2),
        atol=1e-6,
        looks_like={
            "that is the temperature, 2 h²": 4 / LOG_2,
            "that is h², without the root": 4 / (2 * LOG_2),
            "the 2 of 2 h² is missing": 2 / np.sqrt(LOG_2),
            "is that a logarithm to base 2?": 2 / np.sqrt(2),
            "is that a logarithm to base 10?": 2 / np.sqrt(2 * np.log10(2)),
            "the distance is to be divided, not multiplied": 2 * np.sqrt(2 * LOG_2),
        },
    )
    student(3.0, 0.01).is_number(3 / np.sqrt(-2 * np.log(0.01)), atol=1e-6)


@check(
    "bandwidth_for",
    "many shares at once",
    hint="np.log and np.sqrt take arrays, math.log does not; np.all looks at each one",
)
def many(student):
    shares = student.rng.uniform(0.1, 0.9, size=7)
    student(2.0, shares).is_close(2 / np.sqrt(-2 * np.log(shares)))


@check(
    "bandwidth_for",
    "no bandwidth lets a key count all or more",
    hint="at what distance does a key count exactly 1, whatever the bandwidth?",
)
def too_much(student):
    student(2.0, np.exp(-0.5)).is_number(2, atol=1e-6)  # not everything is refused
    student.refuses("ValueError", 2.0, 1.0)
    student.refuses("ValueError", 2.0, 1.5)


@check(
    "bandwidth_for",
    "no bandwidth lets a key count nothing or less",
    hint="a power of e is small when its exponent is, and never 0",
)
def too_little(student):
    student(2.0, np.exp(-2.0)).is_number(1, atol=1e-6)
    student.refuses("ValueError", 2.0, 0.0)
    student.refuses("ValueError", 2.0, -0.5)
    student.refuses("ValueError", 2.0, np.array([0.5, 0.0]))
