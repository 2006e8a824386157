"""Checks of predict_the_roles."""

from attnbook.grading.declare import check


@check(
    "predict_the_roles",
    "A: the largest weight",
    hint="four dot products with the query, and the largest of them wins",
)
def largest(student):
    student().entry("A").is_one_of(
        {
            "gil": "count the second number of the query, too",
            "hana": "the query asks more for the first number than for the second",
            "ivo": None,
            "jun": "a key that the query equals: does it reach farthest?",
        }
    )


@check(
    "predict_the_roles",
    "B: the place of a key that the query equals",
    hint="a dot product is no similarity: put the four of them in order",
)
def place(student):
    student().entry("B").is_number(
        3,
        looks_like={
            "is the nearest key always the first?": 1,
            "one more key reaches farther in that direction": 2,
            "one key reaches less far": 4,
        },
    )


@check(
    "predict_the_roles",
    "C: how many can be first",
    hint="draw the four keys, and see which way each sticks out",
)
def can_be_first(student):
    student().entry("C").is_number(
        4,
        looks_like={
            "is Jun inside the triangle of the others? try to point away from all": 3,
            "each corner of the drawing wins for some query": 2,
            "another query prefers someone else": 1,
        },
    )


@check(
    "predict_the_roles",
    "D: the way back, with one matrix",
    hint="what happens to a dot product when its two sides change places?",
)
def way_back(student):
    student().entry("D").is_number(
        7,
        looks_like={
            "the sign does not change": -7,
            "nothing says that Hana scores nothing": 0,
            "that would be the other way up": 1 / 7,
        },
    )


@check(
    "predict_the_roles",
    "E: the product as one matrix",
    hint="count both: d_model rows and columns, against two times d_model by d_k",
)
def product(student):
    student().entry("E").is_number(
        5,
        looks_like={
            "there are two matrices to compare it with": 10,
            "that is turned round": 0.2,
            "is the product as small as one of its parts?": 0.5,
            "how many rows and columns has the product?": 1,
        },
    )


@check(
    "predict_the_roles",
    "F: a bias in the keys",
    hint="what does it add to the scores of one query, key by key?",
)
def bias(student):
    student().entry("F").is_one_of(
        {
            "change": "the scores do; is it by another number for each key of a row?",
            "stay": None,
        }
    )
