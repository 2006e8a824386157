"""Checks of predict_the_digits."""

from attnbook.grading.declare import check


@check(
    "predict_the_digits",
    "A: threes added in float16",
    hint="from where on is the gap between neighbours too wide for a step of three?",
)
def threes(student):
    student().entry("A").is_number(
        8192,
        looks_like={
            "at some point a step is rounded away": 15000,
            "that is the largest number of all, and steps are lost long before": 65504,
            "there steps are rounded from then on, and not lost": 2048,
            "there the gap is four, and a step is more than half of it": 4096,
            "a step of three was lost before that": 16384,
        },
    )


@check(
    "predict_the_digits",
    "B: a block of four against a block of one",
    hint="add up the powers of each block",
)
def blocks(student):
    student().entry("B").is_number(
        1 / 6,
        looks_like={
            "that compares the highest scores: how many keys are there?": 1 / 21,
            "that counts keys, whatever their scores": 4 / 5,
            "that is the share of the other block": 20 / 24,
            "that takes all blocks for equal": 1 / 2,
            "that compares the block with the other one, not with both": 4 / 20,
            "those are logarithms: share by the powers": 0.3164,
        },
    )


@check(
    "predict_the_digits",
    "C: a sum in a new unit",
    hint="how much is the old sum worth, measured by the new highest score?",
)
def new_unit(student):
    student().entry("C").is_number(
        7 / 4,
        looks_like={
            "the old sum is still in its old unit": 4,
            "the factor is upside down": 13,
            "that is the sum of powers, not relative to the highest": 14,
            "the new score counts as well": 3 / 4,
            "that adds the power of the new score as it stands": 11,
            "that is the highest score itself": 2.0794,
        },
    )


@check(
    "predict_the_digits",
    "D: hidden by -10,000",
    hint="what does a softmax do with a constant that all scores of a row have?",
)
def constant(student):
    student().entry("D").is_number(
        3 / 4,
        looks_like={
            "equal shares: that takes a number so large that the scores drown": 1 / 2,
            "a softmax shares out one whole, whatever it is given": 0,
            "a softmax shares out one whole among all keys": 1,
            "that is the weight of the other key": 1 / 4,
            "the scores are logarithms: take the powers": 1.0986,
        },
    )


@check(
    "predict_the_digits",
    "E: hidden by -60,000, in float16",
    hint="write each of the three sums in float16 first; then take the powers",
)
def far_from_0(student):
    student().entry("E").is_one_of(
        {
            "zeros": "which sum would the powers be divided by?",
            "equal": None,
            "unmasked": "how far apart do the numbers lie there?",
            "nan": "is it below the lowest number of the format?",
        }
    )
