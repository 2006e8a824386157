"""Checks of scaled_dot_product_attention."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention as attention
from attnbook.reference import softmax


def some(student, *batch, d_k=11):
    """Draw 5 queries, 7 keys and 7 values; 13 features of the values.

    With ``d_k=1`` the scale is 1: who forgets to scale is told so once, by the first
    check.
    """
    sizes = ((5, d_k), (7, d_k), (7, 13))
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
    name_whole_transpose(student)
    q, k, v = some(student, 2, 3)
    scaled = q @ k.swapaxes(-1, -2) / np.sqrt(11)
    answer = student(q, k, v).has_shape(2, 3, 5, 13)
    alone = [
        student(*three).has_shape(5, 13).array
        for three in zip(*(x.reshape(6, *x.shape[2:]) for x in (q, k, v)), strict=True)
    ]
    answer.is_close(
        np.reshape(alone, (2, 3, 5, 13)),
        looks_like={
            "softmax over axis 1, which is the heads here": softmax(scaled, axis=1) @ v
        },
    )
    student(*(x[:, None] for x in (q, k, v))).is_close(answer.array[:, None])


def name_whole_transpose(student):
    """Ask where k.T fits by accident: elsewhere NumPy refuses it in its own words."""
    q, k, v = student.rng.normal(size=(3, 3, 3, 3))
    answer = student(q, k, v).has_shape(3, 3, 3)
    wrong = softmax(q @ k.T / np.sqrt(3)) @ v
    if np.allclose(answer.array, wrong, rtol=0, atol=1e-6):
        raise WrongError(
            f"{answer.said}: this looks like k.T, which in a batch turns round all axes"
        )


def some_mask(student):
    """Draw a mask that shows each query 3 of 7 keys."""
    return student.rng.permuted(np.tile(np.arange(7) < 3, (5, 1)), axis=1)


@check(
    "scaled_dot_product_attention",
    "hidden keys get nothing, and the others share all",
    points=2,
    hint="with True, a key may be seen; each row of weights has to sum to 1 again",
)
def hidden(student):
    (q, k, v), mask = some(student, d_k=1), some_mask(student)
    scores = q @ k.T
    student(q, k, v, mask).is_close(
        attention(q, k, v, mask=mask),
        looks_like={
            "a mask in which True hides": attention(q, k, v, mask=~mask),
            "scores multiplied by the mask: a score of 0 hides nothing": (
                softmax(scores * mask) @ v
            ),
            "the mask added to the scores": softmax(scores + mask) @ v,
            "weights hidden after the softmax: the rest no longer sums to 1": (
                (softmax(scores) * mask) @ v
            ),
            "no mask at all": attention(q, k, v),
        },
    )
    q, k, v = some(student)
    forgotten = "no division by the square root of d_k where a mask is given"
    student(q, k, v, np.ones((5, 7), dtype=bool)).is_close(
        student(q, k, v).array, looks_like={forgotten: attention(q, k, v, scale=1)}
    )


@check(
    "scaled_dot_product_attention",
    "the future cannot be felt",
    hint="hide before the softmax, so that hidden keys are not in its sum",
)
def no_leak(student):
    (q, k, v), mask = some(student), np.tri(5, 7, dtype=bool)
    later_k, later_v = k.copy(), v.copy()
    later_k[3:] += 1
    later_v[3:] -= 1
    now = student(q, k, v, mask).has_shape(5, 13).is_finite().array
    then = student(q, later_k, later_v, mask).has_shape(5, 13).is_finite().array
    if not np.allclose(now[:3], then[:3], rtol=0, atol=1e-6):
        raise WrongError(
            "with a causal mask, changing keys and values 3 to 6 changed what queries "
            "0 to 2 get: the future leaks"
        )
    if np.allclose(now[3:], then[3:], rtol=0, atol=1e-6):
        raise WrongError(
            "with a causal mask, changing keys and values 3 to 6 did not change what "
            "queries 3 and 4 get, which see some of them"
        )


@check(
    "scaled_dot_product_attention",
    "one mask serves every query and every sequence",
    hint="np.where stretches a mask to the shape of the scores; scores[~mask] cannot",
)
def one_mask(student):
    q, k, v = some(student, 2, d_k=1)
    one_row, a_row_each = np.arange(7) < 3, np.arange(7) < np.array([[[3]], [[5]]])
    for mask in (one_row, a_row_each, some_mask(student)):
        student(q, k, v, mask).is_close(attention(q, k, v, mask=mask))


@check(
    "scaled_dot_product_attention",
    "a query that may see nothing gets zeros",
    hint="find the rows of the mask without a True, whatever its shape",
)
def nothing_to_see(student):
    table = some_mask(student)
    table[2] = False
    a_row_each = np.arange(7) < np.array([[[5]], [[0]]])
    masks = table, a_row_each, np.zeros(7, bool), table.any(axis=1, keepdims=True)
    for batch, mask in zip(((), (2,), (), ()), masks, strict=True):
        q, k, v = some(student, *batch, d_k=1)
        blind = ~np.broadcast_to(mask.any(axis=-1), (*batch, 5))
        answer = student(q, k, v, mask).has_shape(*batch, 5, 13)
        everything = attention(q, k, v)
        average = attention(0 * q, k, v)
        said = f"in the rows that see nothing, {answer.said}"
        Answer(answer.array[blind], said).is_close(
            np.zeros_like(everything[blind]),
            looks_like={
                "a large negative number instead of -inf: hidden keys share all": (
                    average[blind]
                ),
                "no mask at all for the query that may see nothing": everything[blind],
            },
        )


@check(
    "scaled_dot_product_attention",
    "scores of a thousand, seen or hidden, do no harm",
    hint="hide before the softmax, by a score that no score can be below; "
    "the given softmax bears the rest",
)
def huge(student):
    q, v = np.array([[1.0]]), np.array([[5.0], [9.0], [2.0]])
    for k in ([[1000.0], [999.0], [-1000.0]], [[-999.0], [-998.0], [-1000.0]]):
        student(q, np.array(k), v).is_close(attention(q, np.array(k), v))
    both, k = np.array([[1.0], [-1.0]]), np.array([[1000.0], [999.0], [998.0]])
    student(both, k, v).is_close(
        attention(both, k, v),
        looks_like={
            "one maximum for all queries, far above the scores of another": (
                attention(both, k, v) * [[1], [0]]
            )
        },
    )
    mask = np.array([True, True, False])
    ahead = "the hidden key, far ahead, is still in the sum of the softmax"
    low = "the hidden score is not far enough below the others"
    for k, mistake in (
        ([[0.0], [1.0], [30.0]], ahead),
        ([[0.0], [1.0], [1000.0]], ahead),
        ([[-1000.0], [-1001.0], [0.0]], low),
    ):
        answer = student(q, np.array(k), v, mask).has_shape(1, 1)
        if not answer.array.item() > 1:  # NaN is not, either
            raise WrongError(f"{answer.said}: it looks as if {mistake}")
        answer.is_close(attention(q, np.array(k), v, mask=mask))


@check(
    "scaled_dot_product_attention",
    "queries, keys, values and mask are left as they were",
    hint="`q = q / ...` makes a new array, `q /= ...` changes the caller's",
)
def keeps_arguments(student):
    (q, k, v), mask = some(student), some_mask(student)
    mask[2] = False
    answer = student(q, k, v, mask).keeps_its_arguments()
    if np.array_equal(answer.array, student(q, k, -v, mask).array, equal_nan=True):
        raise WrongError(f"{answer.said} is the same for other values")
