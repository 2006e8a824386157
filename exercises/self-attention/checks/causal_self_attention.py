"""Checks of causal_self_attention."""

from itertools import chain, combinations

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import causal_mask, softmax
from attnbook.reference import scaled_dot_product_attention as attention


def some(student, *batch):
    """Draw 7 words of 5 features, and projections to 3 and to 2."""
    x = student.rng.normal(size=(*batch, 7, 5))
    return x, *(student.rng.normal(size=(5, d)) / 2 for d in (3, 3, 2))


def right(x, w_q, w_k, w_v, **options):
    options = {"mask": causal_mask(x.shape[-2]), **options}
    return attention(x @ w_q, x @ w_k, x @ w_v, **options)


LEFT = {
    "root": "scores divided by the root of d_model",
    "mask": "the future shown and the past hidden",
    "axis": "softmax over the queries: the columns sum to 1",
}


def unmended(x, w_q, w_k, w_v):
    """Return what comes out with some of somebody's mistakes, by what they are."""
    products, past = x @ w_q @ (x @ w_k).T, causal_mask(7)
    for kept in chain.from_iterable(combinations(LEFT, n) for n in (1, 2, 3)):
        scores = products / np.sqrt(5 if "root" in kept else 3)
        scores = np.where(past.T if "mask" in kept else past, scores, -np.inf)
        weights = softmax(scores, axis=0 if "axis" in kept else 1)
        yield "; and ".join(LEFT[mistake] for mistake in kept), weights @ (x @ w_v)


@check(
    "causal_self_attention",
    "each word gets its mixture of itself and those before",
    points=3,
    hint="print the weights: row 0 has a single 1, and each row sums to 1",
)
def mixture(student):
    x, w_q, w_k, w_v = given = some(student)
    all_seen = softmax(x @ w_q @ (x @ w_k).T / np.sqrt(3))
    keys = {"did the weights mix something else than values?": (7, 3)}
    student(*given).has_shape(7, 2, looks_like=keys).is_close(
        right(*given),
        looks_like={
            **dict(unmended(*given)),
            "scores that were not divided": right(*given, scale=1),
            "no mask at all": right(*given, mask=None),
            "the mask put on after the softmax: the rows do not sum to 1": (
                np.where(causal_mask(7), all_seen, 0) @ (x @ w_v)
            ),
        },
    )


@check(
    "causal_self_attention",
    "the future cannot be felt",
    points=2,
    hint="hide before the softmax, so that later words are not in its sum",
)
def no_leak(student):
    x, *matrices = some(student)
    later = x.copy()
    later[4:] += 1
    now, then = student(x, *matrices), student(later, *matrices)
    now.has_shape(7, 2)
    then.has_shape(7, 2)
    if not np.allclose(now.array[:4], then.array[:4], atol=1e-9, equal_nan=True):
        raise WrongError(
            "changing words 4 to 6 changed what words 0 to 3 get: the future leaks"
        )
    then.is_close(right(later, *matrices))


@check(
    "causal_self_attention",
    "a batch of sentences is carried along",
    hint="count axes from the end: n is x.shape[-2], and keys are turned by swapaxes",
)
def batched(student):
    given = some(student, 3)
    x, w_q, w_k, w_v = given
    scores = x @ w_q @ (x @ w_k).swapaxes(-1, -2) / np.sqrt(3)
    scores = np.where(causal_mask(7), scores, -np.inf)
    student(*given).is_close(
        right(*given),
        looks_like={
            "softmax over axis 1, which are the queries in a batch": (
                softmax(scores, axis=1) @ (x @ w_v)
            )
        },
    )
    given = some(student, 2, 3)
    student(*given).is_close(right(*given))


@check(
    "causal_self_attention",
    "large scores stay finite, in every row",
    hint="subtract the maximum of each row; one maximum for all leaves rows of 0 / 0",
)
def large(student):
    x, w_q, w_k, w_v = some(student)
    x[:, 0] = np.linspace(1, 40, 7)
    w_q[0] = w_k[0] = 2
    student(x, w_q, w_k, w_v).is_close(right(x, w_q, w_k, w_v))
