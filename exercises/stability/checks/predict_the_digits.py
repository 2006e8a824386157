"""Checks of predict_the_digits."""

from attnbook.grading.declare import check


@check(
    "predict_the_digits",
    "A: ones added in float16",
    hint="from where on is the gap between neighbours too wide for a step of one?",
)
def ones(student):
    student().entry("A").is_number(
        2048,
        looks_like={
            "at some point one more is rounded away": 5000,
            "half a gap is rounded to the neighbour that is even": 2049,
            "that is the largest number of all, and steps are lost long before": 65504,
            "there the gap is one, so one can still be added": 1024,
            "there the gap is four; it is too wide before that": 4096,
        },
    )


@check(
    "predict_the_digits",
    "B: a block of four against a block of one",
    hint="add up the powers of each block",
)
def blocks(student):
    student().entry("B").is_number(
        1 / 4,
        looks_like={
            "that compares the highest scores: how many keys are there?": 1 / 13,
            "that counts keys, whatever their scores": 4 / 5,
            "that is the share of the other block": 12 / 16,
            "that takes all blocks for equal": 1 / 2,
            "that compares the block with the other one, not with both": 4 / 12,
        },
    )


@check(
    "predict_the_digits",
    "C: a sum in a new unit",
    hint="how much is the old sum worth, measured by the new highest score?",
)
def new_unit(student):
    student().entry("C").is_number(
        2,
        looks_like={
            "the old sum is still in its old unit": 4,
            "the factor is upside down": 10,
            "that is the sum of powers, not relative to the highest": 12,
            "the new score counts as well": 1,
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
            "the scores are logarithms: take the powers": 1.0986,
        },
    )


@check(
    "predict_the_digits",
    "E: hidden by a number that does not fit",
    hint="write the number in float16 first; then take the powers",
)
def does_not_fit(student):
    student().entry("E").is_one_of(
        {
            "zeros": "which sum would the powers be divided by?",
            "equal": "in 32 bits, yes; does this number fit into 16?",
            "unmasked": "is a constant left that could cancel out?",
            "nan": None,
        }
    )
