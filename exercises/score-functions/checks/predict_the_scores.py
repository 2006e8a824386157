"""Checks of predict_the_scores."""

from attnbook.grading.declare import check


@check(
    "predict_the_scores",
    "A: a typical dot product",
    hint="the variance of one product, nine times, and then the root",
)
def typical(student):
    student().entry("A").is_number(
        12,
        looks_like={
            "that would be for coins with +1 and −1": 3,
            "that is the variance": 144,
            "the nine do not all fall on the same side": 36,
            "both sides of each product are twice as large": 6,
        },
    )


@check(
    "predict_the_scores",
    "B: after the division",
    hint="divide what you have in A by the root of the number of features",
)
def divided(student):
    student().entry("B").is_number(
        4,
        looks_like={
            "that would be for features of size 1": 1,
            "by the root of d_k, not by d_k": 12 / 9,
            "nothing was divided": 12,
            "divided, not multiplied": 36,
        },
    )


@check(
    "predict_the_scores",
    "C: what exists at once",
    hint="each pair has been bent by itself, in each hidden feature",
)
def at_once(student):
    student().entry("C").is_number(
        4800,
        looks_like={
            "so many scores there are, after the sum": 600,
            "that is before queries and keys have met": 400,
            "that is for one query": 240,
            "a query and a key become one sum, not two": 9600,
        },
    )


@check(
    "predict_the_scores",
    "D: the learned numbers of an additive score",
    hint="count the matrices and the vector of its formula",
)
def learned(student):
    student().entry("D").is_number(
        126,
        looks_like={
            "there is a w as well": 120,
            "queries and keys have a matrix each": 66,
            "that is a bilinear score": 100,
            "w has a number for each hidden feature": 130,
            "biases were not to be counted": 132,
        },
    )


@check(
    "predict_the_scores",
    "E: who can prefer the middle",
    hint="for one query, draw each score against the key, from 1 to 9",
)
def middle(student):
    line = "for one query that is a straight line in the key: where is it highest?"
    student().entry("E").is_one_of(
        {
            "dot": line,
            "bilinear": "a number in the middle only tilts it: " + line,
            "additive": None,
            "linear": "a straight line, and the same for all who ask",
        }
    )


@check(
    "predict_the_scores",
    "F: who gives the same to all",
    hint="which formula of the four has no query in it?",
)
def same_for_all(student):
    student().entry("F").is_one_of(
        {
            "dot": "exchange the queries, and its scores move",
            "bilinear": "the matrix is the same for all, the product with q is not",
            "additive": "it hears little of its query, but through the bend it does",
            "linear": None,
        }
    )
