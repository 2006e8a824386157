"""Checks of leave_out."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import log_sum_exp, softmax

NEAR = 2e-5  # float32
NEAR_OF_THOUSANDS = 1e-2  # float32, at 2,000


def some(student, shift=0.0):
    """Draw 11 queries and 7 keys; return what is given, and what is left."""
    scores = student.rng.normal(size=(11, 7)) + shift
    values = student.rng.normal(size=(7, 3))
    block, rest = slice(0, 3), slice(3, 7)
    given = [*attend(scores, values), *attend(scores[:, block], values[block])]
    return given, attend(scores[:, rest], values[rest])


def attend(scores, values):
    return softmax(scores) @ values, log_sum_exp(scores)


@check(
    "leave_out",
    "the context of the rest",
    points=2,
    hint="the whole is a mixture of two contexts: in which shares?",
)
def context(student):
    given, (right, _) = some(student)
    whole, lse, block, block_lse = given
    share = np.exp(block_lse - lse)[:, None]
    student(*given).entry("context").is_close(
        right,
        atol=NEAR,
        looks_like={
            "the block taken off, and the rest not scaled up": whole - share * block,
            "the whole block taken off, whatever its share": whole - block,
            "the context as it was": whole,
            "a share that was measured the wrong way round": (
                (whole - block / share) / (1 - 1 / share)
            ),
            "the block left in, and the rest left out": (
                (whole - (1 - share) * block) / share
            ),
            "a softmax over the whole and the block, which is a part of it": (
                (whole - (share / (1 + share)) * block) * (1 + share)
            ),
            "the log-sum-exps taken for weights": (
                (whole * lse[:, None] - block * block_lse[:, None])
                / (lse - block_lse)[:, None]
            ),
        },
    )


@check(
    "leave_out",
    "what the rest is worth",
    points=2,
    hint="the sum of powers loses the block's share; its logarithm is asked for",
)
def worth(student):
    given, (_, right) = some(student)
    _, lse, _, block_lse = given
    share = np.exp(block_lse - lse)
    student(*given).entry("lse").is_close(
        right,
        atol=NEAR,
        looks_like={
            "the log-sum-exp as it was": lse,
            "the logarithm of the share alone: of which sum is it a share?": (
                np.log1p(-share)
            ),
            "a softmax over the whole and the block, which is a part of it": (
                lse - np.log1p(share)
            ),
            "a difference of logarithms, which is a quotient of sums": lse - block_lse,
            "a share taken off the logarithm": lse * (1 - share),
            "more than before, though something was left out": lse - np.log1p(-share),
            "the share that is left, not its logarithm": lse + 1 - share,
        },
    )


@check(
    "leave_out",
    "large scores",
    hint="e to the power of a log-sum-exp overflows: take a difference first",
)
def large(student):
    apart = np.linspace(-2000, 2000, 11)[:, None]  # one for each query
    for shift in (2000.0, -2000.0, apart):
        given, (right, lse) = some(student, shift)
        answer = student(*given)
        answer.entry("context").is_close(right, atol=NEAR_OF_THOUSANDS)
        answer.entry("lse").is_close(lse, atol=NEAR_OF_THOUSANDS)
    (whole, lse, block, _), _ = some(student)
    answer = student(whole[:7], lse[:7], block[:7], lse[:7] - 3000)  # nothing to lose
    answer.entry("context").is_close(whole[:7], atol=NEAR)
    answer.entry("lse").is_close(lse[:7], atol=NEAR)


@check(
    "leave_out",
    "a block that had nearly all the weight",
    hint="1 - share is small here, and still not 0: add nothing, in float64",
)
def nearly_all(student):
    scores = np.array([[0.0, 15.0], [3.0, 18.0]])
    values = student.rng.normal(size=(2, 7))
    whole, lse = attend(scores, values)
    answer = student(whole, lse, values[[1, 1]], scores[:, 1])
    answer.entry("context").is_close(values[[0, 0]])
    answer.entry("lse").is_close(scores[:, 0])
