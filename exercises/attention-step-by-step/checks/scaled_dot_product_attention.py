"""Checks of scaled_dot_product_attention."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention as attention
from attnbook.reference import softmax


def some(student, *batch):
    """Draw 5 queries, 7 keys and 7 values; 11 features, and 13 of the values."""
    sizes = ((5, 11), (7, 11), (7, 13))
    return [student.rng.normal(size=(*batch, *size)) for size in sizes]


@check(
    "scaled_dot_product_attention",
    "each query gets its mixture of values",
    points=2,
    hint="go through the four steps of the chapter, and look at the row sums first",
)
def mixture(student):
    q, k, v = some(student)
    scaled = q @ k.T / np.sqrt(11)
    not_values = {"did the weights mix keys instead of values?": (5, 11)}
    student(q, k, v).has_shape(5, 13, looks_like=not_values).is_close(
        attention(q, k, v),
        looks_like={
            "no division by the square root of d_k": attention(q, k, v, scale=1),
            "division by d_k, without the square root": attention(
                q, k, v, scale=1 / 11
            ),
            "division by the square root of d_v": attention(q, k, v, scale=13**-0.5),
            "division by the square root of the number of keys": attention(
                q, k, v, scale=7**-0.5
            ),
            "softmax over the queries, axis 0": softmax(scaled, axis=0) @ v,
            "scores that never went through softmax": scaled @ v,
            "a division after the softmax": softmax(q @ k.T) / np.sqrt(11) @ v,
        },
    )


@check(
    "scaled_dot_product_attention",
    "the axes before the last two are carried along",
    hint="count axes from the end: -1 are the features or the keys, -2 the length",
)
def batched(student):
    q, k, v = some(student, 2, 3)
    scaled = q @ k.swapaxes(-1, -2) / np.sqrt(11)
    student(q, k, v).is_close(
        attention(q, k, v),
        looks_like={
            "softmax over axis 1, which is the heads here": softmax(scaled, axis=1) @ v
        },
    )


def some_mask(student):
    """Draw a mask that shows each query 3 of 7 keys."""
    return student.rng.permuted(np.tile(np.arange(7) < 3, (5, 1)), axis=1)


@check(
    "scaled_dot_product_attention",
    "hidden keys get nothing, and the others share all",
    points=2,
    hint="True = may attend; elsewhere the score becomes -inf, before the softmax",
)
def hidden(student):
    (q, k, v), mask = some(student), some_mask(student)
    scaled = q @ k.T / np.sqrt(11)
    student(q, k, v, mask).is_close(
        attention(q, k, v, mask=mask),
        looks_like={
            "a mask in which True hides": attention(q, k, v, mask=~mask),
            "scores multiplied by the mask: a score of 0 hides nothing": (
                softmax(scaled * mask) @ v
            ),
            "the mask added to the scores": softmax(scaled + mask) @ v,
            "no mask at all": attention(q, k, v),
        },
    )


@check(
    "scaled_dot_product_attention",
    "the future cannot be felt",
    hint="hide before the softmax, so that hidden keys are not in its sum",
)
def no_leak(student):
    (q, k, v), mask = some(student), np.tri(5, 7, dtype=bool)
    now = student(q, k, v, mask)
    later_k, later_v = k.copy(), v.copy()
    later_k[3:] += 1
    later_v[3:] -= 1
    then = student(q, later_k, later_v, mask)
    now.has_shape(5, 13)
    then.has_shape(5, 13)
    if not np.allclose(now.array[:3], then.array[:3], atol=1e-9, equal_nan=True):
        raise WrongError(
            "with a causal mask, changing keys and values 3 to 6 changed what queries "
            "0 to 2 get: the future leaks"
        )
    then.is_close(attention(q, later_k, later_v, mask=mask))


@check(
    "scaled_dot_product_attention",
    "one mask serves every query and every sequence",
    hint="np.where stretches a mask to the shape of the scores; scores[~mask] cannot",
)
def one_mask(student):
    q, k, v = some(student, 2)
    for mask in (np.arange(7) < 3, np.arange(7) < np.array([3, 5])[:, None, None]):
        student(q, k, v, mask).is_close(attention(q, k, v, mask=mask))


@check(
    "scaled_dot_product_attention",
    "a query that may see nothing gets zeros",
    hint="find the rows without a True, and let their weights be 0",
)
def nothing_to_see(student):
    (q, k, v), mask = some(student), some_mask(student)
    mask[2] = False
    right = attention(q, k, v, mask=mask)
    average = right.copy()
    average[2] = v.mean(0)
    everything = right.copy()
    everything[2] = attention(q, k, v)[2]
    student(q, k, v, mask).is_close(
        right,
        looks_like={
            "a large negative number instead of -inf: hidden keys share all": average,
            "no mask at all for the query that may see nothing": everything,
        },
    )


@check(
    "scaled_dot_product_attention",
    "queries, keys, values and mask are left as they were",
    hint="`q = q / ...` makes a new array, `q /= ...` changes the caller's",
)
def keeps_arguments(student):
    (q, k, v), mask = some(student), some_mask(student)
    answer = student(q, k, v, mask).is_close(attention(q, k, v, mask=mask))
    answer.keeps_its_arguments()
