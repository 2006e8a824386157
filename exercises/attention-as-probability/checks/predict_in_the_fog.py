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
        1 / 2,
        atol=0.003,
        looks_like={
            "that is a single draw": 4,
            "that is the variance of a single draw": 16,
            "that is the variance of the mean: take its root": 16 / 64,
            "an error falls with the root of the number of draws": 4 / 64,
            "that takes both keys for equally likely": 5 / 8,
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
            "a factor inside an exponent is no factor outside": 10,
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
        np.log(15),
        looks_like={
            "something is missing from the sum": np.log(20),
            "the sum loses a quarter, not its logarithm": 0.75 * np.log(20),
            "the slope tells small changes only": np.log(20) - 0.25,
            "that is the sum, not its logarithm": 15,
            "that is what is gone, not what stays": np.log(5),
            "its weight says how much of the sum it is, and that is not 1": np.log(19),
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
