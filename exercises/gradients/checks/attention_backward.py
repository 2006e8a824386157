"""Checks of attention_backward."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import scaled_dot_product_attention_backward, softmax

SQUARE, WIDE = (5, 5), (5, 7)
NEAR = 1e-5  # of numbers near 1: 32 bits are enough


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
    hint="who reads value j, and how much of it?",
)
def values(student):
    for sizes in (SQUARE, WIDE):
        given = some(student, sizes)
        (q, k, _, pull), a, not_turned = given, steps(*given)[0], {}
        if sizes == SQUARE:
            not_turned["weights that were not turned"] = a @ pull
        student(*given).entry("v").is_close(
            right(*given)["v"],
            atol=NEAR,
            looks_like={
                **not_turned,
                "every query blames every value alike": np.tile(
                    pull.mean(0), (a.shape[1], 1)
                ),
                "minus the gradient, the way downhill": -a.T @ pull,
                "scores that were not divided by the root of d_k": (
                    softmax(q @ k.T).T @ pull
                ),
                "weights that make 1 over the queries, not over the keys": (
                    softmax(k @ q.T / np.sqrt(11)) @ pull
                ),
            },
        )


@check(
    "attention_backward",
    "queries learn where to look",
    points=2,
    hint="with the numbers of the pencil example: which step gives others than yours?",
)
def queries(student):
    given = some(student, WIDE)
    k, (a, d_a, d_s) = given[1], steps(*given)
    plain = a * (d_a - d_a.mean(-1, keepdims=True))
    whole = a * (d_a - (a * d_a).sum())
    twice = a * (d_a - (a * d_a).mean(-1, keepdims=True))
    root = np.sqrt(11)
    student(*given).entry("q").is_close(
        right(*given)["q"],
        atol=NEAR,
        looks_like={
            "a plain mean of the gradient, without weights": plain @ k / root,
            "one mean for the whole table, not one for each row": whole @ k / root,
            "weighted parts that were divided once more: their sum is the mean": (
                twice @ k / root
            ),
            "no mean taken off": (a * d_a) @ k / root,
            "scores that were blamed like weights": d_a @ k / root,
            "no division by the root of d_k": d_s @ k,
            "a division by d_k, twice the root": d_s @ k / 11,
            "minus the gradient, the way downhill": -d_s @ k / root,
        },
    )


@check(
    "attention_backward",
    "keys learn to be found",
    points=2,
    hint="what stands in one row of the gradient of the keys, and who adds to it?",
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
            atol=NEAR,
            looks_like={
                **not_turned,
                "a plain mean of the gradient, without weights": plain.T @ q / root,
                "no division by the root of d_k": d_s.T @ q,
                "minus the gradient, the way downhill": -d_s.T @ q / root,
            },
        )


@check(
    "attention_backward",
    "hidden keys and values hear nothing",
    hint="where in the formulas does a hidden key still stand?",
)
def hidden(student):
    given = some(student, WIDE)
    mask = student.rng.permuted(np.tile(np.arange(7) < 4, (5, 1)), axis=1)
    expected = right(*given, mask=mask)
    known = {
        "no mask at all": right(*given),
        "True hides": right(*given, mask=~mask),
        **masked_late(given, mask),
    }
    answer = student(*given, mask)
    for name in "qkv":
        looks_like = {mistake: grads[name] for mistake, grads in known.items()}
        answer.entry(name).is_close(expected[name], atol=NEAR, looks_like=looks_like)
    _loud(student)


def masked_late(given, mask):
    """Return what becomes of masks that hide too late or nothing, by their names."""
    (q, k, _, pull), (a, d_a, d_s) = given, steps(*given)
    seen, heard = a * mask, mask * d_a
    late = a * (heard - (a * heard).sum(-1, keepdims=True)) / np.sqrt(11)
    partly = seen * (d_a - (seen * d_a).sum(-1, keepdims=True)) / np.sqrt(11)
    back = mask * d_s / np.sqrt(11)
    alike = softmax(np.where(mask, q @ k.T / np.sqrt(11), 0))
    of_zeros = alike * (d_a - (alike * d_a).sum(-1, keepdims=True)) / np.sqrt(11)
    return {
        "keys hidden after the softmax": {
            "q": late @ k,
            "k": late.T @ q,
            "v": seen.T @ pull,
        },
        "weights that were set to 0 after the softmax, and make less than 1": {
            "q": partly @ k,
            "k": partly.T @ q,
            "v": seen.T @ pull,
        },
        "a mask on the way back only": {
            "q": back @ k,
            "k": back.T @ q,
            "v": a.T @ pull,
        },
        "hidden scores of 0, which is a score like any other": {
            "q": of_zeros @ k,
            "k": of_zeros.T @ q,
            "v": alike.T @ pull,
        },
    }


def _loud(student):
    """Ask again where all open scores are near -300, and that of a hidden key near 0.

    A hidden score that is only low, such as -100, would be the highest of its row.
    """
    q, k, v, pull = some(student, WIDE)
    q[:, 0], k[:, 0] = 3, -330
    k[6, 0] = 0
    mask = np.ones((5, 7), dtype=bool)
    mask[:, 6] = mask[range(5), range(5)] = False
    answer = student(q, k, v, pull, mask)
    heard = answer.entry("v").has_shape(7, 3).is_finite().array[6]
    if np.abs(heard).max() > NEAR:
        raise WrongError(
            f"{answer.said}: value 6 is hidden from all, and gets a gradient "
            "(all open scores are near -300 here)"
        )
    expected = right(q, k, v, pull, mask=mask)
    for name in "qkv":
        answer.entry(name).is_close(expected[name], atol=1e-3)
    # One open key for each query, a thousand times as low, and a hidden one as high.
    q, k, v, pull = some(student, WIDE)
    q[:, 0], k[:, 0] = 3, -3.3e6
    k[6, 0] = 3.3e6
    mask = np.eye(5, 7, dtype=bool)
    heard = student(q, k, v, pull, mask).entry("v").has_shape(7, 3).is_finite()
    if np.abs(heard.array[5:]).max() > NEAR:
        raise WrongError(
            f"{heard.said}: values 5 and 6 are hidden from all, and get a gradient "
            "(open scores are near -3,000,000 here, and those of key 6 near 3,000,000)"
        )
    heard.is_close(mask.T @ pull, atol=NEAR)
