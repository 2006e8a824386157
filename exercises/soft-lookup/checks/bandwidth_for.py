"""Checks of bandwidth_for."""

import numpy as np

from attnbook.grading.declare import check

LOG_2 = np.log(2)
NEAR = 1e-4  # of the bandwidth: float32 will do


def wanted(distance, share):
    """Solve for the bandwidth."""
    return distance / np.sqrt(-2 * np.log(share))


@check(
    "bandwidth_for",
    "a key so far away counts so much",
    points=2,
    hint="solve share = exp(-d² / (2 h²)) for h, one step at a time",
)
def one_share(student):
    answer = student(3.0, 0.5)
    answer.has_shape(
        looks_like={"one share is a number, and so is its bandwidth": (1,)}
    )
    answer.is_number(
        wanted(3, 0.5),
        atol=NEAR,
        looks_like={
            "that is the temperature, 2 h²": 9 / LOG_2,
            "that is h², without the root": 9 / (2 * LOG_2),
            "the distance is squared in the formula too, so the root takes it back; "
            "and the 2 of 2 h² is missing": 3 / LOG_2,
            "the root of the logarithm is missing": 3 / (2 * LOG_2),
            "the 2 of 2 h² is missing": 3 / np.sqrt(LOG_2),
            "the 2 stands on the wrong side of the logarithm": 3 / np.sqrt(LOG_2 / 2),
            "is that a logarithm to base 2?": 3 / np.sqrt(2),
            "is that a logarithm to base 10?": 3 / np.sqrt(2 * np.log10(2)),
            "the distance is to be divided, not multiplied": 3 * np.sqrt(2 * LOG_2),
            "that is 1 divided by it": np.sqrt(2 * LOG_2) / 3,
        },
    )
    for distance, share in ((5.0, 0.01), (0.7, 0.9), (2.0, 1e-30), (2.0, 1 - 2**-13)):
        right = wanted(distance, share)
        student(distance, share).is_number(right, atol=NEAR * right)


@check(
    "bandwidth_for",
    "many shares at once",
    hint="np.log and np.sqrt take arrays, math.log does not; and what does `if` do "
    "with many?",
)
def many(student):
    shares = student.rng.uniform(0.1, 0.9, size=7)
    one_by_one = [student(3.0, float(share)).array for share in shares]
    answer = student(3.0, shares)
    answer.has_shape(7).is_close(np.array(one_by_one).reshape(7), atol=1e-3)
    student(3.0, shares[:1]).has_shape(
        1, looks_like={"an array for an array, also for an array of one": ()}
    )


@check(
    "bandwidth_for",
    "no bandwidth lets a key count all or more",
    hint="at what distance does a key count exactly 1, whatever the bandwidth?",
)
def too_much(student):
    takes_a_share(student)
    student.refuses("ValueError", 2.0, 1.0)
    student.refuses("ValueError", 2.0, 1.5)
    student.refuses("ValueError", 2.0, np.array([1.0, 0.5]))


@check(
    "bandwidth_for",
    "no bandwidth lets a key count nothing or less",
    hint="a power of e is small when its exponent is, and never 0",
)
def too_little(student):
    takes_a_share(student)
    student.refuses("ValueError", 2.0, 0.0)
    student.refuses("ValueError", 2.0, -0.5)
    student.refuses("ValueError", 2.0, np.array([0.5, 0.0]))


def takes_a_share(student):
    """Require some answer, right or wrong: not everything is to be refused."""
    _ = student(2.0, 0.6).array
