"""Checks of predict_in_the_fog."""

import numpy as np

from attnbook.grading.declare import check


@check(
    "predict_in_the_fog",
    "A: the mean of many draws",
    hint="first the error of a single draw; then the root of how many there are",
)
def draws(student):
    student().entry("A").is_number(
        1,
        looks_like={
            "that is a single draw": 4,
            "an error falls with the root of the number of draws": 4 / 16,
            "that takes both keys for equally likely": 5 / 4,
            "that is the mean, not its error": 8,
        },
    )


@check(
    "predict_in_the_fog",
    "B: what plain dot products believe",
    hint="which frequencies would make the missing bias the same for both keys?",
)
def belief(student):
    student().entry("B").is_number(
        5,
        looks_like={
            "silence is a belief, too": 1,
            "half of the squared length stands in the exponent": 25,
            "that is the logarithm of it": np.log(5),
            "a long key expects to be chosen more often, not less": 1 / 5,
        },
    )


@check(
    "predict_in_the_fog",
    "C: twice the length",
    hint="what does twice the length do to the square, and that to the power?",
)
def longer(student):
    student().entry("C").is_number(
        625,
        looks_like={
            "the length stands in an exponent": 10,
            "twice the length is more than twice the square": 25,
            "four times the square is not four times the power": 20,
            "nothing would change if only directions counted": 5,
        },
    )


@check(
    "predict_in_the_fog",
    "D: a hidden key",
    hint="F is the logarithm of a sum; how much of the sum is gone?",
)
def hidden(student):
    student().entry("D").is_number(
        np.log(8),
        looks_like={
            "something is missing from the sum": np.log(10),
            "the sum loses a fifth, not its logarithm": 0.8 * np.log(10),
            "the slope tells small changes only": np.log(10) - 0.2,
            "that is the sum, not its logarithm": 8,
            "that is what is gone, not what stays": np.log(2),
        },
    )


@check(
    "predict_in_the_fog",
    "E: the price of a better match",
    hint="what does one point cost at this temperature? and a tenth of a point?",
)
def price(student):
    student().entry("E").is_number(
        0.2,
        looks_like={
            "in the cold a point is dear, not cheap": 0.05,
            "that would be so at the temperature of 1": 0.1,
            "that is the price of a whole point": 2,
            "that counts the loss twice: a cost is a positive number": -0.2,
        },
    )
