"""Checks of attention_backward."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention_backward, softmax

SQUARE, WIDE = (5, 5), (5, 7)


def some(student, sizes):
    """Draw queries and keys of 11 features, values of 3, and a pull."""
    n_q, n_k = sizes
    shapes = ((n_q, 11), (n_k, 11), (n_k, 3), (n_q, 3))
    return [student.rng.normal(size=shape) for shape in shapes]


def right(q, k, v, pull, **options):
    grads = scaled_dot_product_attention_backward(q, k, v, pull, **options)
    return dict(zip("qkv", grads, strict=True))


def steps(q, k, v, pull):
    """Return the weights, their gradient, and that of the scores."""
    a, d_a = softmax(q @ k.T / np.sqrt(11)), pull @ v.T
    return a, d_a, a * (d_a - (a * d_a).sum(-1, keepdims=True))


@check(
    "attention_backward",
    "values are blamed by those who read them",
    hint="column j of the weights says who reads value j",
)
def values(student):
    for sizes in (SQUARE, WIDE):
        given = some(student, sizes)
        a, pull, not_turned = steps(*given)[0], given[3], {}
        if sizes == SQUARE:
            not_turned["weights that were not turned"] = a @ pull
        student(*given).entry("v").is_close(
            right(*given)["v"],
            looks_like={
                **not_turned,
                "every query blames every value alike": np.tile(
                    pull.mean(0), (a.shape[1], 1)
                ),
            },
        )


@check(
    "attention_backward",
    "queries learn where to look",
    points=2,
    hint="the mean that is taken off counts each key with its weight",
)
def queries(student):
    given = some(student, WIDE)
    k, (a, d_a, d_s) = given[1], steps(*given)
    plain = a * (d_a - d_a.mean(-1, keepdims=True))
    whole = a * (d_a - (a * d_a).sum())
    root = np.sqrt(11)
    student(*given).entry("q").is_close(
        right(*given)["q"],
        looks_like={
            "a plain mean of the gradient, without weights": plain @ k / root,
            "one mean for the whole table, not one for each row": whole @ k / root,
            "no mean taken off": (a * d_a) @ k / root,
            "scores that were blamed like weights": d_a @ k / root,
            "no division by the root of d_k": d_s @ k,
            "a division by d_k, twice the root": d_s @ k / 11,
        },
    )


@check(
    "attention_backward",
    "keys learn to be found",
    points=2,
    hint="the gradient of the scores is turned: a row for each key",
)
def keys(student):
    for sizes in (SQUARE, WIDE):
        given = some(student, sizes)
        q, (a, d_a, d_s) = given[0], steps(*given)
        plain = a * (d_a - d_a.mean(-1, keepdims=True))
        root = np.sqrt(11)
        not_turned = {}
        if sizes == SQUARE:
            not_turned["scores that were not turned"] = d_s @ q / root
            not_turned["a plain mean, and not turned"] = plain @ q / root
        student(*given).entry("k").is_close(
            right(*given)["k"],
            looks_like={
                **not_turned,
                "a plain mean of the gradient, without weights": plain.T @ q / root,
                "no division by the root of d_k": d_s.T @ q,
            },
        )


@check(
    "attention_backward",
    "hidden keys and values hear nothing",
    hint="hide before the softmax: then the weight is 0, and it is a factor everywhere",
)
def hidden(student):
    given = some(student, WIDE)
    mask = student.rng.permuted(np.tile(np.arange(7) < 4, (5, 1)), axis=1)
    a, d_a, _ = steps(*given)
    late = a * (mask * d_a - (a * mask * d_a).sum(-1, keepdims=True)) / np.sqrt(11)
    after = {"q": late @ given[1], "k": late.T @ given[0], "v": (a * mask).T @ given[3]}
    expected, seen = right(*given, mask=mask), right(*given)
    inverted = right(*given, mask=~mask)
    answer = student(*given, mask)
    for name in "qkv":
        looks_like = {"no mask at all": seen[name], "True hides": inverted[name]}
        looks_like["keys hidden after the softmax"] = after[name]
        answer.entry(name).is_close(expected[name], looks_like=looks_like)
