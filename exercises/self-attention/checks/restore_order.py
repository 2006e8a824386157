"""Checks of restore_order."""

import numpy as np

from attnbook.grading.declare import check


def given(student, order):
    """Draw what a layer returned, and what it would have returned unsorted."""
    n = len(order)
    y, a = student.rng.normal(size=(n, 3)), student.rng.dirichlet(np.ones(n), n)
    right_y, right_a = np.empty_like(y), np.empty_like(a)
    right_y[order] = y
    right_a[np.ix_(order, order)] = a
    return y, a, right_y, right_a


@check(
    "restore_order",
    "two words that changed places",
    hint="word order[i] of the sentence stands in row i",
)
def swap(student):
    order = np.array([1, 0, 2, 3])
    y, a, right, _ = given(student, order)
    student(y, a, order).entry("y").is_close(
        right,
        looks_like={
            "the output as it came": y,
            "the output turned upside down": y[::-1],
        },
    )


@check(
    "restore_order",
    "words that moved round",
    points=2,
    hint="you need the list that says for each word where it went",
)
def cycle(student):
    for order in (np.array([2, 0, 1]), student.rng.permutation(11)):
        y, a, right, _ = given(student, order)
        student(y, a, order).entry("y").is_close(
            right,
            looks_like={
                "the same shuffle once more, which is the way back only if two words "
                "change places": y[order],
                "order read backwards, which is another shuffle": y[order[::-1]],
            },
        )


@check(
    "restore_order",
    "rows and columns of the table",
    points=2,
    hint="a row of the table belongs to a word, and so does a column",
)
def table(student):
    order = np.array([2, 0, 1, 4, 3])
    y, a, _, right = given(student, order)
    back = np.argsort(order)
    student(y, a, order).entry("a").is_close(
        right,
        looks_like={
            "only the rows were put back": a[back],
            "only the columns were put back": a[:, back],
            "the table as it came": a,
            "the same shuffle once more": a[order][:, order],
        },
    )


@check(
    "restore_order",
    "all three arguments are left as they were",
    hint="`y[...] = ...` writes into the caller's array; fill a new one",
)
def keeps(student):
    order = np.array([2, 0, 1])
    y, a, *_ = given(student, order)
    answer = student(y, a, order)
    answer.entry("y").has_shape(3, 3)
    answer.entry("a").has_shape(3, 3)
    answer.keeps_its_arguments()
