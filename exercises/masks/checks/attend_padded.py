"""Checks of attend_padded."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import padding_mask, softmax
from attnbook.reference import scaled_dot_product_attention as attention


def drawn(student, b, q=5, k=7):
    """Draw queries of 3 features, keys, and values of 2."""
    sizes = (b, q, 3), (b, k, 3), (b, k, 2)
    return [student.rng.normal(size=size) for size in sizes]


def emptied(right, lengths):
    """Take away what a sequence with filling gets, and leave the others alone."""
    return right * (np.array(lengths) == 7)[:, None, None]


@check(
    "attend_padded",
    "each sequence hides its own filling, from all of its queries",
    points=2,
    hint="which scores of a sequence go into the sum of its softmax? The answer is the "
    "same for all of its queries",
)
def own_filling(student):
    (q, k, v), lengths = drawn(student, 5), np.array([3, 6, 1, 5, 2])
    mask, scores = padding_mask(lengths, 7), q @ k.swapaxes(-1, -2) / np.sqrt(3)
    asked = (np.arange(5) < lengths[:, None])[..., None]  # (b, q, 1)
    right, at_zero = attention(q, k, v, mask=mask), softmax(scores * mask)
    student(q, k, v, lengths).is_close(
        right,
        looks_like={
            "query i of every sequence was told the length of sequence i": (
                attention(q, k, v, mask=mask[:, 0])
            ),
            "nothing hidden": attention(q, k, v),
            "the real keys hidden, and the filling open": (
                attention(q, k, v, mask=~mask)
            ),
            "filling that went into the sum of the softmax before it was hidden": (
                softmax(scores) * mask @ v
            ),
            "a score of 0 for what is hidden, and that is not low": at_zero @ v,
            "a hidden score of 0 in the sum of the softmax": at_zero * mask @ v,
            "one key of the filling that passes for real: they count from 0": (
                attention(q, k, v, mask=padding_mask(lengths + 1, 7))
            ),
            "the last real key hidden, too": (
                attention(q, k, v, mask=padding_mask(lengths - 1, 7))
            ),
            "rows hidden: lengths counts keys, not queries": (
                attention(q, k, v, mask=asked & np.ones(7, dtype=bool))
            ),
            "queries set to zero: lengths counts keys": right * asked,
            "no division by the square root of d_k": (
                attention(q, k, v, mask=mask, scale=1)
            ),
            "division by the square root of d_v, not of d_k": (
                attention(q, k, v, mask=mask, scale=2**-0.5)
            ),
        },
    )


@check(
    "attend_padded",
    "three sequences, five queries, seven keys, and a list of lengths",
    hint="the last axis of the mask counts keys, and a length is not its width",
)
def three_sizes(student):
    q, k, v = drawn(student, 3)
    for lengths in ([4, 7, 2], [1, 2, 3]):
        mask = padding_mask(lengths, 7)
        student(q, k, v, lengths).is_close(attention(q, k, v, mask=mask))


@check(
    "attend_padded",
    "a sequence with no real key gets zeros",
    hint="what are the weights of such a sequence, and what should they be?",
)
def nothing_real(student):
    q, k, v = drawn(student, 3)
    for lengths in ([4, 0, 7], [0, 0, 0]):
        right = attention(q, k, v, mask=padding_mask(lengths, 7))
        none = np.equal(lengths, 0)[:, None, None]
        average = np.where(none, v.mean(axis=1, keepdims=True), right)
        student(q, k, v, lengths).is_close(
            right,
            looks_like={
                "equal shares of what is hidden": average,
                "what is hidden, as if it were not": (
                    np.where(none, attention(q, k, v), right)
                ),
            },
        )


@check(
    "attend_padded",
    "real keys with very low scores are heard",
    hint="which number stands for what is hidden, and is it below every real score?",
)
def low_scores(student):
    q, k, v = drawn(student, 3)
    k[..., 0], lengths = 1, [4, 7, 2]  # so that all scores fall alike
    mask = padding_mask(lengths, 7)
    for low, others in ((-100.0, q[..., 1:]), (-1.73205e6, 0)):
        # Nearly -10**6 in the end, and alike, as single precision has it.
        q[..., 0], q[..., 1:] = low, others
        right = attention(q, k, v, mask=mask)
        heard = softmax(np.zeros((3, 5, 7)), mask=~mask) @ v
        student(q, k, v, lengths).is_close(
            right,
            looks_like={
                "zeros: what is hidden was far ahead of the real scores, which are "
                f"near {low / np.sqrt(3):.0f}": emptied(right, lengths),
                "the filling, heard instead of the real keys": (
                    heard + emptied(right, lengths)
                ),
            },
            atol=1e-5,
        )
    q[:, 0] *= -1
    student(q, k, v, lengths).is_close(
        right,
        looks_like={
            "one maximum for all queries: where the scores of one are far above, the "
            "powers of all others are 0": right * (np.arange(5) == 0)[:, None]
        },
    )


@check(
    "attend_padded",
    "what stands in the filling of k has no influence",
    hint="replace hidden scores before the softmax: NaN plus any number is NaN",
)
def anything_in_k(student):
    q, k, v = drawn(student, 3)
    q, lengths = np.abs(q), [4, 7, 2]
    right = attention(q, k, v, mask=padding_mask(lengths, 7))
    for filling in (1e6, np.nan, np.inf):
        for row, length in enumerate(lengths):
            k[row, length:] = filling
        student(q, k, v, lengths).is_close(
            right,
            looks_like={
                "a hidden key with an enormous score leaves nothing for the real ones, "
                "or NaN became 0 and the real values went with it": (
                    emptied(right, lengths)
                )
            },
        )


@check(
    "attend_padded",
    "what stands in the filling of v has no influence",
    hint="0 times NaN is NaN: a weight of 0 does not keep it out, so what does?",
)
def anything_in_v(student):
    q, k, v = drawn(student, 3)
    lengths = [4, 7, 2]
    right = attention(q, k, v, mask=padding_mask(lengths, 7))
    for filling in (1e6, np.nan, (np.inf, 0)):
        for row, length in enumerate(lengths):
            v[row, length:] = filling
        student(q, k, v, lengths).is_close(
            right,
            looks_like={
                "NaN became 0 in the context, and the real values went with it": (
                    emptied(right, lengths)
                )
            },
        )
