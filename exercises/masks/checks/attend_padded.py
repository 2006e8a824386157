"""Checks of attend_padded."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import padding_mask, softmax
from attnbook.reference import scaled_dot_product_attention as attention


def drawn(student, b, q=5, k=7):
    """Draw queries of 3 features, keys, and values of 2."""
    sizes = (b, q, 3), (b, k, 3), (b, k, 2)
    return [student.rng.normal(size=size) for size in sizes]


@check(
    "attend_padded",
    "each sequence hides its own filling, from all of its queries",
    points=2,
    hint="the mask needs three axes, (b, 1, k): lengths[:, None, None]",
)
def own_filling(student):
    (q, k, v), lengths = drawn(student, 5), np.array([3, 7, 1, 5, 2])
    mask = padding_mask(lengths, 7)  # (b, 1, k)
    weights = softmax(q @ k.swapaxes(-1, -2) / np.sqrt(3))
    student(q, k, v, lengths).is_close(
        attention(q, k, v, mask=mask),
        looks_like={
            "query i of every sequence was told the length of sequence i": (
                attention(q, k, v, mask=mask[:, 0])
            ),
            "nothing hidden": attention(q, k, v),
            "the real keys hidden, and the filling open": (
                attention(q, k, v, mask=~mask)
            ),
            "filling that went into the sum of the softmax before it was hidden": (
                weights * mask @ v
            ),
            "no division by the square root of d_k": (
                attention(q, k, v, mask=mask, scale=1)
            ),
        },
    )


@check(
    "attend_padded",
    "three sequences, five queries, seven keys",
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
    hint="after the softmax, multiply the weights by the mask",
)
def nothing_real(student):
    q, k, v = drawn(student, 3)
    right = attention(q, k, v, mask=padding_mask([4, 0, 7], 7))
    average, unmasked = right.copy(), right.copy()
    average[1], unmasked[1] = v[1].mean(0), attention(q, k, v)[1]
    student(q, k, v, [4, 0, 7]).is_close(
        right,
        looks_like={
            "equal shares of what is hidden": average,
            "what is hidden, as if it were not": unmasked,
        },
    )


@check(
    "attend_padded",
    "what stands in the filling has no influence",
    hint="a mask hides scores; 0 times NaN is NaN, so take the filling out of v",
)
def anything_in_it(student):
    q, k, v = drawn(student, 3)
    lengths = [4, 7, 2]
    right = attention(q, k, v, mask=padding_mask(lengths, 7))
    emptied = right * (np.array(lengths) == 7)[:, None, None]
    for filling in (1e6, np.nan):
        for row, length in enumerate(lengths):
            k[row, length:] = v[row, length:] = filling
        student(q, k, v, lengths).is_close(
            right,
            looks_like={
                "NaN became 0 in the context, and the real values went with it": emptied
            },
        )
