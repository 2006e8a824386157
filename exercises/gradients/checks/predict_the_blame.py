"""Checks of predict_the_blame."""

from attnbook.grading.declare import check


@check(
    "predict_the_blame",
    "A: the score of key 2",
    hint="where is the context now, and how far ahead of it is the value of key 2?",
)
def slope_of_a_score(student):
    student().entry("A").is_number(
        -5,
        looks_like={
            "a value ahead of the context lowers the loss": 5,
            "a score is moved in proportion to its weight": -15,
            "the value is compared with the mixture, not with 0": -9,
            "the value is compared with the mixture, not with the goal": -2,
            "that is the slope of the weight, before the softmax": -27,
            "the mean of the values counts each with its weight": -4,
            "the mean of the values counts each with its weight, in both places": -8
            / 3,
        },
    )


@check(
    "predict_the_blame",
    "B: a weight and another score",
    hint="what does the weight of key 1 do when a rival's score rises?",
)
def jacobian(student):
    student().entry("B").is_number(
        -1 / 6,
        looks_like={
            "does key 1 gain when a rival rises?": 1 / 6,
            "that is for its own score": 1 / 4,
            "that is key 2's weight and its own score": 2 / 9,
            "both weights count, not that of key 2 alone": -1 / 3,
            "that is for the score of key 3": -1 / 12,
        },
    )


@check(
    "predict_the_blame",
    "C: a value far beyond the goal",
    hint="a little more of it: does that move the mixture towards the goal?",
)
def far(student):
    student().entry("C").is_one_of(
        {
            "rises": None,
            "falls": "it is far from the goal, but a slope asks for a little of it",
        }
    )


@check(
    "predict_the_blame",
    "D: weight and lead",
    hint="what makes the slope of a score large, besides the strength of the pull?",
)
def weight_and_lead(student):
    student().entry("D").is_number(
        0.5,
        looks_like={
            "that is the other way round": 2,
            "the weight counts as well as the lead": 20,
            "the lead counts as well as the weight": 0.025,
            "that is for P alone: compare it with R": 0.2,
            "a larger weight makes the slope larger, too": 800,
        },
    )


@check(
    "predict_the_blame",
    "E: keys that many sequences share",
    hint="a gradient says something about each number of its array",
)
def shared(student):
    student().entry("E").is_shape(
        (7, 3),
        looks_like={
            "there is one set of keys, and all its blame is added up": (11, 7, 3),
            "that is the shape of the queries": (11, 5, 3),
            "that is the shape of the values": (7, 2),
            "that is the shape of the weights": (11, 5, 7),
        },
    )
