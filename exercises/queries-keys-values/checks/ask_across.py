"""Checks of ask_across."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention, softmax


def drawn(student, *batch, q=3, k=7, widths=(5, 5), d_k=2, d_v=2):
    """Draw visitors, members, and the three matrices."""
    d_1, d_2 = widths
    sizes = (*batch, q, d_1), (*batch, k, d_2), (d_1, d_k), (d_2, d_k), (d_2, d_v)
    return [student.rng.normal(size=size) / size[-2] ** 0.25 for size in sizes]


def asked(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    """Let visitors ask members."""
    return scaled_dot_product_attention(
        visitors @ W_Q, members @ W_K, members @ W_V, scale=1 / temperature
    )


def compare(student, given, looks_like=None):
    """Require the right mixtures, as near as float32 allows."""
    student(*given).is_close(asked(*given), atol=1e-5, looks_like=looks_like)


@check(
    "ask_across",
    "visitors ask, and members answer",
    points=2,
    hint="three roles, three matrices; scores, weights, a mixture: which one differs?",
)
def roles(student):
    visitors, members, W_Q, W_K, W_V = given = drawn(student)
    scores = visitors @ W_Q @ (members @ W_K).T
    best = scores == scores.max(axis=-1, keepdims=True)
    both = np.vstack([visitors, members])
    shapes = {
        "a row for each member: did the members ask?": (7, 2),
        "a column for each member: are these the weights?": (3, 7),
        "as wide as a member: what is it that members hand over?": (3, 5),
    }
    student(*given).has_shape(3, 2, looks_like=shapes)
    compare(
        student,
        given,
        {
            "the matrices of queries and keys exchanged": (
                asked(visitors, members, W_K, W_Q, W_V)
            ),
            "keys made with the matrix of the queries": (
                asked(visitors, members, W_Q, W_Q, W_V)
            ),
            "queries made with the matrix of the keys": (
                asked(visitors, members, W_K, W_K, W_V)
            ),
            "scores that mix the values: is there a softmax?": scores @ members @ W_V,
            "the value of the best member alone, instead of a mixture": (
                best @ members @ W_V
            ),
            "keys that are handed over instead of values": (
                softmax(scores) @ members @ W_K
            ),
            "visitors who are among those that are found": (
                asked(visitors, both, W_Q, W_K, W_V)
            ),
            "a division by the square root of d_k, which is not asked for here": (
                asked(visitors, members, W_Q, W_K, W_V, 2**0.5)
            ),
            "visitors who compete for members: softmax over axis 0": (
                softmax(scores, axis=0) @ members @ W_V
            ),
        },
    )


@check(
    "ask_across",
    "visitors and members of different widths",
    hint="keep the two apart: one array can't hold rows of two widths",
)
def two_widths(student):
    compare(student, drawn(student, widths=(4, 5), d_k=3, d_v=11))


@check(
    "ask_across",
    "the temperature divides the scores",
    hint="cold makes leads count more: scores / temperature, before the softmax",
)
def tempered(student):
    given = drawn(student)
    for temperature in (0.5, 3.0):
        looks_like = {
            "scores multiplied by the temperature": asked(*given, 1 / temperature),
            "no temperature at all": asked(*given),
            "weights divided by the temperature": asked(*given) / temperature,
        }
        compare(student, [*given, temperature], looks_like)


@check(
    "ask_across",
    "several groups at once",
    hint="which two axes of the keys change places? count them from the end",
)
def groups(student):
    compare(student, drawn(student, 2, widths=(4, 5), d_v=11))
    given = drawn(student, 2, 3, q=5, widths=(4, 5), d_v=11)
    compare(student, given)
    forgotten = {"no temperature, or one that is lost on the way": asked(*given)}
    compare(student, [*given, 0.5], forgotten)
