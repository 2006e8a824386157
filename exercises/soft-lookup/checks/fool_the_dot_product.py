"""Checks of fool_the_dot_product."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check


def best(scores):
    """Say which are the largest, and as good as the largest."""
    return np.flatnonzero(scores >= scores.max() - 1e-9 * np.abs(scores).max())


def is_fooled(student, keys):
    """Require a query whose nearest keys have not the largest dot product; give it."""
    answer = student(keys).has_shape(keys.shape[-1]).is_finite()
    query = answer.array.astype(float)
    products = keys @ query
    if not products.any():
        raise WrongError(f"{answer.said}: all dot products are 0, so they prefer none")
    near, liked = best(-((query - keys) ** 2).sum(-1)), best(products)
    for key in np.intersect1d(near, liked):
        among = "the nearest" if len(near) == 1 else "one of the nearest"
        raise WrongError(
            f"{answer.said}: key {key} is {among} to that query, "
            "and has the largest dot product with it"
        )
    return answer


@check(
    "fool_the_dot_product",
    "two keys",
    hint="from where is a short key nearer than a long one?",
)
def two(student):
    is_fooled(student, np.array([[3.0, 0.0], [0.0, 1.0]]))
    is_fooled(student, np.array([[0.0, -2.0], [-1.0, -7.0]]))
    is_fooled(student, np.array([[0.0, 0.0], [2.0, 1.0]]))
    is_fooled(student, np.array([[3.0], [1.0]]))


@check(
    "fool_the_dot_product",
    "many keys, of two features or more",
    points=2,
    hint="seen from near the origin, the distance to a key is nearly its length",
)
def many(student):
    is_fooled(student, np.array([[10.0, 0.0], [0.0, 2.0], [9.7, 2.0]]))
    is_fooled(student, np.array([[10.0, 0.0], [0.0, 9.0], [6.5, 5.0]]))
    for lengths in ([2, 1, 7, 3, 5], [5, 7, 3, 2, 1]):
        directions, _ = np.linalg.qr(student.rng.normal(size=(5, 5)))
        is_fooled(student, np.array(lengths)[:, None] * directions)
    is_fooled(student, student.rng.normal(size=(11, 3)))


@check(
    "fool_the_dot_product",
    "lengths that are nearly the same",
    hint="how near to the origin must the query be, if the lengths differ by little?",
)
def nearly(student):
    is_fooled(student, np.array([[3.0, 0.0], [0.0, 3.1]]))
    is_fooled(student, np.array([[0.0, -3.01], [3.005, 0.0], [0.0, 3.0]]))
    is_fooled(student, np.array([[0.0, 3.0], [3.006, 0.0]]))
    is_fooled(student, np.array([[10.0, 0.0], [-9.9989, 0.0]]))


@check(
    "fool_the_dot_product",
    "some keys of one length, and another that is longer or shorter",
    hint="which of the keys have to be of one length before nobody can be fooled?",
)
def some_alike(student):
    # First and second, first and last, second and last: of one length.
    alike = (
        [[3, 4], [5, 0], [0, 1]],
        [[3, 4], [0, 7], [5, 0]],
        [[0, 1], [3, 4], [5, 0]],
    )
    for keys in np.array(alike, dtype=float):
        is_fooled(student, keys)
        is_fooled(student, -keys)


@check(
    "fool_the_dot_product",
    "among keys of one length nobody is fooled",
    hint="when does the penalty on long keys drop out? Numbers that should be the same "
    "may differ in their last digit",
)
def one_length(student):
    # Some answer, right or wrong: not everything is to be refused.
    student(np.array([[4.0, 0.0], [0.0, 2.0]])).has_shape(2)
    student.refuses("ValueError", np.array([[5.0, 0], [4, 3], [3, 4], [0, 5]]))
    directions, _ = np.linalg.qr(student.rng.normal(size=(5, 5)))
    student.refuses("ValueError", 3 * directions)
    student.refuses("ValueError", np.array([[3.0, 4.0]]))


@check(
    "fool_the_dot_product",
    "the caller's keys stay as they were",
    hint="`a *= b` changes the array itself, also where `a` is one of its rows",
)
def kept(student):
    keys = np.array([[1.0, 2.0], [7.0, 1.0], [0.0, 3.0]])
    is_fooled(student, keys).keeps_its_arguments()
    is_fooled(student, -keys).keeps_its_arguments()
