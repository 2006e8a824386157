"""Checks of heads_in_torch."""

import numpy as np

from attnbook.grading.answers import NoAnswerError
from attnbook.grading.declare import check
from attnbook.reference import merge_heads, scaled_dot_product_attention, split_heads

CLOSE = 1e-5  # float32


def some(student):
    """Draw 3 sentences of 5 words, four matrices, and a mask without full rows."""
    x, matrices = student.rng.normal(size=(3, 5, 6)), student.rng.normal(size=(4, 6, 6))
    itself = np.eye(5, dtype=bool)
    mask = (student.rng.random((5, 5)) < 0.5) & ~np.roll(itself, 1, axis=1) | itself
    return x, *matrices / 2, mask


def right(x, w_q, w_k, w_v, w_o, n_heads, mask):
    q, k, v = (split_heads(x @ w, n_heads) for w in (w_q, w_k, w_v))
    c, a = scaled_dot_product_attention(q, k, v, mask=mask, return_weights=True)
    return merge_heads(c) @ w_o, a


@check(
    "heads_in_torch",
    "the output, where all may see all",
    points=2,
    hint="what is row 0 of in_proj_weight? the pencil example says it",
)
def output(student):
    *arrays, mask = some(student)
    x, w_q, w_k, w_v, w_o = arrays
    rest = 2, np.ones_like(mask)
    given = *arrays, *rest
    turned = w_q.T, w_k.T, w_v.T
    words = x.swapaxes(0, 1)
    across = right(words, w_q, w_k, w_v, w_o, 2, np.ones((3, 3), bool))[0]
    answer = student(*given).entry("output").has_shape(3, 5, 6)
    if np.isnan(answer.array).all():
        raise NoAnswerError(
            f"{answer.said} is NaN everywhere: where the mask is True everywhere, "
            "PyTorch's layer lets nobody see anything"
        )
    answer.is_close(
        right(*given)[0],
        atol=CLOSE,
        looks_like={
            "matrices that were not turned": right(x, *turned, w_o.T, *rest)[0],
            "projections that were not turned": right(x, *turned, w_o, *rest)[0],
            "an output matrix that was not turned": right(
                x, w_q, w_k, w_v, w_o.T, *rest
            )[0],
            "sentences that see each other: batch_first is missing": (
                across.swapaxes(0, 1)
            ),
            "keys and values changed places": right(x, w_q, w_v, w_k, w_o, *rest)[0],
            "queries and keys changed places": right(x, w_k, w_q, w_v, w_o, *rest)[0],
        },
    )


@check(
    "heads_in_torch",
    "the mask",
    points=2,
    hint="what does True mean in this layer? the chapter says it",
)
def masked(student):
    *arrays, mask = some(student)
    given = *arrays, 3, mask
    student(*given).entry("output").is_close(
        right(*given)[0],
        atol=CLOSE,
        looks_like={
            "no mask at all": right(*arrays, 3, np.ones_like(mask))[0],
            "True is taken to mean: may not attend": right(*arrays, 3, ~mask)[0],
            "a mask whose rows and columns changed places": (
                right(*arrays, 3, mask.T)[0]
            ),
            "two heads, whatever n_heads says": right(*arrays, 2, mask)[0],
        },
    )


@check(
    "heads_in_torch",
    "the weights of each head",
    hint="what does the layer return unless it is told otherwise? the chapter says it",
)
def weights(student):
    *arrays, mask = some(student)
    given = *arrays, 2, mask
    answer = student(*given).entry("weights")
    answer.has_shape(
        3, 2, 5, 5, looks_like={"that is a mean, which no head has": (3, 5, 5)}
    )
    expected = right(*given)[1]
    mean = np.repeat(expected.mean(1, keepdims=True), 2, axis=1)
    answer.is_close(
        expected, atol=CLOSE, looks_like={"the mean of the heads, repeated": mean}
    )
