"""Checks of predict_the_leak."""

from attnbook.grading.declare import check


@check(
    "predict_the_leak",
    "A: the die, with a leak",
    hint="sure at every place that sees the next throw; and at the last?",
)
def die(student):
    student().entry("A").is_number(
        19 / 24,
        looks_like={
            "what does the last place see of the throw after it?": 1,
            "at the last place a guess is right sometimes, too": 3 / 4,
            "that is without the leak": 1 / 6,
            "at the last place there are six faces to guess from, not two": 3.5 / 4,
        },
    )


@check(
    "predict_the_leak",
    "B: a window, through five layers",
    hint="how many *new* tokens does each further layer bring?",
)
def window(student):
    student().entry("B").is_number(
        16,
        looks_like={
            "that counts the place where two windows meet twice": 20,
            "that is one layer": 4,
            "it also hears itself": 15,
            "the window is not that wide": 40,
        },
    )


@check(
    "predict_the_leak",
    "C: leaks in some of the layers",
    hint="which of the layers can carry something to an earlier place, and how far?",
)
def leaks(student):
    student().entry("C").is_number(
        2,
        looks_like={
            "a layer that is causal opens nothing": 8,
            "do the layers after a leak repeat it, or pass on what is there?": 6,
            "does the second leak add nothing to the first?": 1,
            "the causal layers between them pass on what is there": 0,
        },
    )


@check(
    "predict_the_leak",
    "D: causal, with padding behind",
    hint="write down the seven rows, and count each",
)
def pairs(student):
    student().entry("D").is_number(
        22,
        looks_like={
            "that is one of the two masks by itself": 28,
            "filling is asked by no one, and it may still ask": 10,
            "real tokens that see all real tokens: is that causal?": 16,
        },
    )


@check(
    "predict_the_leak",
    "E: hidden before the softmax",
    hint="only what is open goes into the sum",
)
def before(student):
    student().entry("E").is_number(
        3 / 4,
        looks_like={
            "the hidden key still stands in the sum": 3 / 8,
            "is that what the first key gets?": 1 / 4,
            "hidden means minus infinity, not a score of 0": 3 / 5,
            "it is the third key that is hidden, not the first": 3 / 7,
        },
    )


@check(
    "predict_the_leak",
    "F: hidden after the softmax",
    hint="what has been divided by the sum of all three stays divided by it",
)
def after(student):
    student().entry("F").is_number(
        3 / 8,
        atol=0.006,  # 0.37 and 0.38 are both right to two digits
        looks_like={
            "nobody shares out again what was thrown away": 3 / 4,
            "is that what the first key gets?": 1 / 8,
            "the first key stands in the sum, too": 3 / 7,
        },
    )
