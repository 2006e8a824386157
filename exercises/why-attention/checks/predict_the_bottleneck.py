"""Checks of predict_the_bottleneck."""

from attnbook.grading.declare import check


@check(
    "predict_the_bottleneck",
    "A: what the decoder without attention gets",
    hint="which of the encoder's states does it get: all, or one?",
)
def one_vector(student):
    student().entry("A").is_number(
        64,
        looks_like={
            "that would be a state for each word that is read": 30 * 64,
            "it gets the same state at every step, which counts once": 20 * 64,
            "that is how many states it gets; how many numbers is that?": 1,
            "both directions are counted already": 128,
            "that is the width of the other model": 16,
        },
    )


@check(
    "predict_the_bottleneck",
    "B: among what the decoder with attention can look",
    hint="a state for each word that was read, and each has its numbers",
)
def all_states(student):
    student().entry("B").is_number(
        480,
        looks_like={
            "that is one state; how many are in reach?": 16,
            "the states that it can look at are the encoder's": 20 * 16,
            "that is how many states there are; how many numbers?": 30,
            "that is one state, and of the other model": 64,
            "that is the width of the other model": 30 * 64,
        },
    )


@check(
    "predict_the_bottleneck",
    "C: how many scores are computed",
    hint="each word that is written is compared with each word that was read",
)
def scores(student):
    student().entry("C").is_number(
        600,
        looks_like={
            "that is for one word of the answer": 30,
            "that is the two lengths added up": 50,
            "a score is one number for each pair, however wide the states are": 9600,
        },
    )


@check(
    "predict_the_bottleneck",
    "D: from 0.80 to 0.63",
    hint="compute first what you would see if nothing were forgotten",
)
def no_sign(student):
    student().entry("D").is_one_of(
        {
            "memory": "how many are right if both halves are right as often as before?",
            "length": None,
        }
    )


@check(
    "predict_the_bottleneck",
    "E: from 0.95 to 0.60",
    hint="how many words are there to write for these three digits, each time?",
)
def a_sign(student):
    student().entry("E").is_one_of(
        {
            "memory": None,
            "length": "the first three digits are as much to write in both",
        }
    )


@check(
    "predict_the_bottleneck",
    "F: the bits of a number plate",
    hint="one bit tells two plates apart, two bits four, three bits eight, ...",
)
def bits(student):
    student().entry("F").is_number(
        15,
        atol=1e-9,
        looks_like={
            "so many plates there are; each bit doubles what can be told apart": 26**3,
            "26 possibilities are not 26 bits": 78,
            "2 to that power is below 26 times 26 times 26": 14,
            "that is enough for one letter": 5,
        },
    )
