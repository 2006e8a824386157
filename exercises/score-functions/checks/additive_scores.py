"""Checks of additive_scores."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import additive_scores

CLOSE = 1e-5  # float32 will do


def drawn(student, *batch, d_q=3, d_k=3, h=3):
    """Draw five queries, seven keys and what is learned."""
    sizes = (*batch, 5, d_q), (*batch, 7, d_k), (h, d_q), (h, d_k), (h,)
    return [student.rng.normal(size=size) for size in sizes]


@check(
    "additive_scores",
    "the score hears its query",
    points=2,
    hint="first the sum of W_Q q and W_K k for each pair, then tanh, then w",
)
def bent_sum(student):
    q, k, W_Q, W_K, w = drawn(student)
    asked, found = q @ W_Q.T, k @ W_K.T
    sums = asked[:, None] + found
    answer = student(q, k, W_Q, W_K, w)
    answer.has_shape(
        5,
        7,
        looks_like={
            "a row for each key: queries are the rows": (7, 5),
            "the hidden features are still there": (5, 7, 3),
        },
    )
    answer.is_close(
        np.tanh(sums) @ w,
        atol=CLOSE,
        looks_like={
            "each side was bent before they met, so the query changes no weight": (
                (np.tanh(asked)[:, None] + np.tanh(found)) @ w
            ),
            "no tanh": sums @ w,
            "a tanh around the whole score": np.tanh(sums @ w),
            "query and key multiplied, not added": (
                np.tanh(asked[:, None] * found) @ w
            ),
            "matrices that were not turned": additive_scores(q, k, W_Q.T, W_K.T, w),
            "W_Q for both sides": additive_scores(q, k, W_Q, W_Q, w),
            "W_K for both sides": additive_scores(q, k, W_K, W_K, w),
            "W_Q for the keys, and W_K for the queries": (
                additive_scores(q, k, W_K, W_Q, w)
            ),
            "one side subtracted from the other, not added": (
                np.tanh(asked[:, None] - found) @ w
            ),
            "query and key added as they are, without W_Q and W_K": (
                np.tanh(q[:, None] + k) @ w
            ),
            "no w: the features are only added up": np.tanh(sums).sum(-1),
        },
    )


@check(
    "additive_scores",
    "queries and keys of different lengths",
    hint="W_Q belongs to the queries and W_K to the keys",
)
def two_lengths(student):
    given = drawn(student, d_q=2, d_k=3, h=11)
    student(*given).is_close(additive_scores(*given), atol=CLOSE)


@check(
    "additive_scores",
    "the axes before the last two are carried along",
    hint="give the new axes from the end: [..., :, None, :] and [..., None, :, :]",
)
def batched(student):
    for batch in ((2, 3), (1,)):
        given = drawn(student, *batch, d_q=2, h=11)
        student(*given).is_close(additive_scores(*given), atol=CLOSE)


@check(
    "additive_scores",
    "large features stay finite",
    hint="np.tanh is 1 for large numbers; a formula with np.exp overflows there",
)
def large(student):
    q, k, W_Q, W_K, w = drawn(student)
    q = q * 1e4
    student(q, k, W_Q, W_K, w).is_close(additive_scores(q, k, W_Q, W_K, w), atol=CLOSE)
