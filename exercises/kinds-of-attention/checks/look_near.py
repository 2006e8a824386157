"""Checks of look_near."""

from itertools import combinations

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax

BUGS = {
    "the centre": "the centre is a share of all keys, filling and all",
    "hiding": "a score of 0 hides nobody",
    "the bell": "the bell is twice as wide as it should be",
    "filling": "filling is seen",
}


def weights(scores, shares, lengths, reach, left=()):
    """Compute local-p, with some of the bugs left in it."""
    place, n = np.arange(scores.shape[-1]), np.asarray(lengths)[:, None, None]
    size = scores.shape[-1] if "the centre" in left else n
    far = place - shares[..., None] * size
    seen = np.abs(far) <= reach
    if "filling" not in left:
        seen = seen & (place < n)
    if "hiding" in left:
        inside = softmax(np.where(seen, scores, 0))
    else:
        inside = softmax(scores, mask=seen)
    sigma = reach if "the bell" in left else reach / 2
    return inside * np.exp(-((far / sigma) ** 2) / 2)


def left_over(*given):
    """Say for each wrong answer which bugs are still in it."""
    told = {}
    for count in range(1, len(BUGS) + 1):
        for left in combinations(BUGS, count):
            words = [BUGS[left[0]]] if count == 1 else left
            told[f"what is left of the mistakes: {', '.join(words)}"] = weights(
                *given, left=left
            )
    return told


def some(student, lengths):
    scores = student.rng.normal(size=(len(lengths), 2, 11))
    shares = student.rng.uniform(0.35, 0.65, size=(len(lengths), 2)).round(2)
    return scores, shares, np.array(lengths), 2.525  # no key is so far away


@check(
    "look_near",
    "a window and a bell",
    points=2,
    hint="hide with a very low score, and give the bell a width of half the reach",
)
def window_and_bell(student):
    given = some(student, [11, 11, 11])
    scores, shares, _, reach = given
    right = weights(*given)
    looks_like = {
        "rows that were divided by their sum again": (
            right / right.sum(axis=-1, keepdims=True)
        ),
        "a window without a bell": (right > 0) * softmax(scores, mask=right > 0),
        "a mask in which True hides": softmax(scores, mask=right == 0)
        * np.exp(
            -2 * ((np.arange(11) - shares[..., None] * 11) / reach) ** 2,
        ),
        "a whole σ in the fraction, not its square": softmax(scores, mask=right > 0)
        * np.exp(-((np.arange(11) - shares[..., None] * 11) ** 2) / reach),
    }
    student(*given).is_close(right, looks_like=looks_like | left_over(*given))
    given = student.rng.normal(size=(1, 1, 6)), np.array([[0.5]]), np.array([6]), 2.0
    right = weights(*given)  # the centre is key 3
    inside = np.array([False, False, True, True, True, False])
    bell = np.exp(-((np.arange(6.0) - 3) ** 2) / 2)
    edge = {"keys just at the reach left out": softmax(given[0], mask=inside) * bell}
    student(*given).is_close(right, looks_like=edge | left_over(*given))


@check(
    "look_near",
    "sentences that end in filling",
    points=2,
    hint="the centre is a share of the length of each sentence; filling is not seen",
)
def filling(student):
    for lengths in ([7, 11, 5], [3, 4, 2]):
        given = some(student, lengths)
        student(*given).is_close(weights(*given), looks_like=left_over(*given))


@check(
    "look_near",
    "an empty window gets zeros",
    hint="multiply the weights by the window after the softmax",
)
def empty(student):
    scores = student.rng.normal(size=(1, 3, 7))
    shares, lengths = np.array([[0.5, 0.2, 1.0]]), np.array([5])
    given = scores, shares, lengths, 0.4  # centres 2.5, 1 and 5
    right = weights(*given)
    far = np.arange(7) - shares[..., None] * 5
    near = np.abs(far) <= 0.4
    shared = np.where(right.any(axis=-1, keepdims=True), right, 1 / 7)
    student(*given).is_close(
        right,
        looks_like={
            "equal shares of what is hidden": np.where(
                right.any(axis=-1, keepdims=True),
                right,
                shared * np.exp(-2 * (far / 0.4) ** 2),
            ),
            "the first key behind the end, which is filling": near * right.max(),
        }
        | left_over(*given),
    )


@check(
    "look_near",
    "large scores",
    hint="scores of -2000 are still higher than the one that hides",
)
def large(student):
    for shift in (3000.0, -3000.0):
        scores, shares, lengths, reach = some(student, [7, 11, 5])
        given = scores + shift, shares, lengths, reach
        student(*given).is_close(weights(*given), looks_like=left_over(*given))
