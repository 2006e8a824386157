"""Checks of predict_the_places."""

from attnbook.grading.declare import check


@check(
    "predict_the_places",
    "A: a price for every step",
    hint="each step back divides the odds once more",
)
def price(student):
    student().entry("A").is_number(
        9 / 13,
        looks_like={
            "the first token of the text is to be seen as well": 3 / 4,
            "the third token sees two before it, and no more": 27 / 40,
            "all keys say the same, and still near ones are cheaper": 1 / 3,
            "that is the token before": 3 / 13,
        },
    )


@check(
    "predict_the_places",
    "B: both are turned",
    hint="turn the key by the difference of the places, and leave the query alone",
)
def both_turned(student):
    student().entry("B").is_number(
        2,
        looks_like={
            "that is without any turn": 11,
            "turned the other way: the key stands before the query": -2,
            "the query is turned as well": -11,
        },
    )


@check(
    "predict_the_places",
    "C: the angle of a hand",
    hint="hands are counted from 0, and the exponent has twice that number",
)
def angle(student):
    student().entry("C").is_number(
        3,
        looks_like={
            "that is the fastest hand": 30,
            "hands are counted from 0": 0.3,
            "the exponent has twice the number of the hand": 9.487,
            "that is how far it turns in one step": 0.1,
        },
    )


@check(
    "predict_the_places",
    "D: an encoding with itself",
    hint="a hand has two features: what are their squares together?",
)
def with_itself(student):
    student().entry("D").is_number(
        8,
        looks_like={
            "a sine and a cosine share one hand": 16,
            "that is a single hand": 1,
            "a dot product, not a length": 8**0.5,
        },
    )


@check(
    "predict_the_places",
    "E: read backwards",
    hint="which of them give a key two steps before and one two steps after the same?",
)
def backwards(student):
    student().entry("E").is_number(
        4,
        looks_like={
            "which of the ways is the same in both directions?": 5,
            "the numbers of the houses tell it too": 2,
            "one more of them knows left from right: try each on two words": 3,
            "one of them tells nothing at all": 6,
        },
    )


@check(
    "predict_the_places",
    "F: a query that was counted anew",
    hint="by how much was each of the two really turned?",
)
def counted_anew(student):
    student().entry("F").is_number(
        5,
        looks_like={
            "that is the true offset; the kept key was not counted anew": -3,
            "j is the key": -5,
            "only one of the two was counted anew": -11,
        },
    )
