"""Checks of predict_the_pick."""

from attnbook.grading.declare import check


@check(
    "predict_the_pick",
    "A: what a pick costs on average",
    hint="square the error of each pot, then average",
)
def cost_of_a_pick(student):
    student().entry("A").is_number(
        13,
        looks_like={
            "that is for pouring: the mixture is never taken": 1,
            "that is the spread, around the mixture and not around the wish": 12,
            "the other pot is taken too, now and then": 9,
            "one of the two is drawn more often": 17,
            "each error goes with the chance of its own pot": 21,
            "that is the mean distance, and not of its square": 3.5,
        },
    )


@check(
    "predict_the_pick",
    "B: keys in sight",
    hint="write down the two ends of the window, and then the keys between them",
)
def in_sight(student):
    student().entry("B").is_number(
        5,
        looks_like={
            "the list ends before the window does": 6,
            "the centre lies between two keys, and the list ends": 7,
            "the reach counts to each side": 3,
        },
    )


@check(
    "predict_the_pick",
    "C: the weight of a key under the bell",
    hint="first its share of the softmax, then the bell: how many sigmas away is it?",
)
def under_the_bell(student):
    student().entry("C").is_number(
        0.6065 / 5,
        atol=0.003,
        looks_like={
            "that is without the bell": 1 / 5,
            "the bell alone": 0.6065,
            "the width of the bell is half the reach, not all of it": 0.8825 / 5,
            "the width of the bell is not a whole key here": 0.3247 / 5,
            "in local-p nothing divides by the sum again": 0.1808,
            "is that how many keys are in sight?": 0.6065 / 6,
            "there are not so many keys in sight": 0.6065 / 7,
            "the softmax shares among the keys in sight alone": 0.6065 / 10,
        },
    )


@check(
    "predict_the_pick",
    "D: a key that was not drawn",
    hint="what was the draw worth, beside the usual cost? And what is Z there?",
)
def not_drawn(student):
    student().entry("D").is_number(
        -1 / 2,
        looks_like={
            "keys that were not drawn move as well": 0,
            "that is the slope for the key that was drawn": 2 / 3,
            "the draw cost more than usual; Z - A, not A - Z": 1 / 2,
            "that is with the weight of the key that was drawn": -1 / 3,
            "and the baseline?": -5 / 2,
            "the cost is that of the key that was drawn": 1,
        },
    )


@check(
    "predict_the_pick",
    "E: the mean over all draws",
    hint="what does a baseline change, and what does it leave alone?",
)
def mean_over_draws(student):
    student().entry("E").is_number(
        -1,
        looks_like={
            "a baseline leaves the mean as it is": -49,
            "all estimates average to that only if no choice matters": 0,
            "a key that costs less than usual gains: steps go against the slope": 1,
            "the usual cost is a mean with weights": -1.5,
            "and the weight of the key?": -2,
        },
    )


@check(
    "predict_the_pick",
    "F: where the mixture is right",
    hint="who is content with a mixture that is right, and who is charged for spread?",
)
def content(student):
    student().entry("F").is_one_of(
        {
            "reinforce": "its mean is the slope of picking, which charges for spread",
            "straight-through": None,
            "both": "one of them has that mean only if all pots cost the same",
            "neither": "one of them follows the slope of pouring, on average",
        }
    )
