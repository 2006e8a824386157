"""Checks of heads_in_torch."""

import numpy as np

from attnbook.grading.answers import NoAnswerError
from attnbook.grading.declare import check
from attnbook.reference import merge_heads, scaled_dot_product_attention, split_heads

CLOSE = 1e-5  # float32
HEADS = 2


def some(student):
    """Draw 3 sentences of 5 words, four matrices, and a mask without full rows."""
    x, matrices = student.rng.normal(size=(3, 5, 6)), student.rng.normal(size=(4, 6, 6))
    itself = np.eye(5, dtype=bool)
    mask = (student.rng.random((5, 5)) < 0.5) & ~np.roll(itself, 1, axis=1) | itself
    return x, *matrices / 2, mask


def right(x, w_q, w_k, w_v, w_o, mask):
    q, k, v = (split_heads(x @ w, HEADS) for w in (w_q, w_k, w_v))
    c, a = scaled_dot_product_attention(q, k, v, mask=mask, return_weights=True)
    return merge_heads(c) @ w_o, a


def call(student, given):
    *arrays, mask = given
    return student(*arrays, HEADS, mask)


@check(
    "heads_in_torch",
    "the output, where all may see all",
    points=2,
    hint="what is row 0 of in_proj_weight? the pencil example says it",
)
def output(student):
    *arrays, mask = some(student)
    given = x, w_q, w_k, w_v, w_o, mask = *arrays, np.ones_like(mask)
    turned = w_q.T, w_k.T, w_v.T
    across = right(x.swapaxes(0, 1), w_q, w_k, w_v, w_o, np.ones((3, 3), bool))[0]
    answer = call(student, given).entry("output").has_shape(3, 5, 6)
    if np.isnan(answer.array).all():
        raise NoAnswerError(
            f"{answer.said} is NaN everywhere: where the mask is True everywhere, "
            "PyTorch's layer lets nobody see anything"
        )
    answer.is_close(
        right(*given)[0],
        atol=CLOSE,
        looks_like={
            "matrices that were not turned": right(x, *turned, w_o.T, mask)[0],
            "projections that were not turned": right(x, *turned, w_o, mask)[0],
            "an output matrix that was not turned": right(
                x, w_q, w_k, w_v, w_o.T, mask
            )[0],
            "sentences that see each other: batch_first is missing": (
                across.swapaxes(0, 1)
            ),
            "keys and values changed places": right(x, w_q, w_v, w_k, w_o, mask)[0],
            "queries and keys changed places": right(x, w_k, w_q, w_v, w_o, mask)[0],
        },
    )


@check(
    "heads_in_torch",
    "the mask",
    points=2,
    hint="what does True mean in this layer? the chapter says it",
)
def masked(student):
    given = some(student)
    *arrays, mask = given
    call(student, given).entry("output").is_close(
        right(*given)[0],
        atol=CLOSE,
        looks_like={
            "no mask at all": right(*arrays, np.ones_like(mask))[0],
            "True is taken to mean: may not attend": right(*arrays, ~mask)[0],
        },
    )


@check(
    "heads_in_torch",
    "the weights of each head",
    hint="what does the layer return unless it is told otherwise? the chapter says it",
)
def weights(student):
    given = some(student)
    answer = call(student, given).entry("weights")
    answer.has_shape(
        3, 2, 5, 5, looks_like={"that is a mean, which no head has": (3, 5, 5)}
    )
    expected = right(*given)[1]
    mean = np.repeat(expected.mean(1, keepdims=True), 2, axis=1)
    answer.is_close(
        expected, atol=CLOSE, looks_like={"the mean of the heads, repeated": mean}
    )
