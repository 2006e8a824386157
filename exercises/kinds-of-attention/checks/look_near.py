"""Checks of look_near."""

from itertools import combinations

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax

FAR = 1e-5  # single precision will do
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
            still = f"mistakes of the four that are still there: {', '.join(words)}"
            told[still] = weights(*given, left=left)
    return told


def slips(scores, shares, lengths, reach):
    """Give what other slips come to."""

    def around(centre):
        off = place - centre
        inside = softmax(scores, mask=(np.abs(off) <= reach) & real)
        return inside * np.exp(-2 * (off / reach) ** 2)

    place, n = np.arange(scores.shape[-1]), np.asarray(lengths)[:, None, None]
    real, centre = place < n, shares[..., None] * n
    near = np.abs(place - centre) <= reach
    bell = np.exp(-2 * ((place - centre) / reach) ** 2)
    return {
        "a window cut out after the softmax: hidden keys have had their share": (
            softmax(scores) * near * real * bell
        ),
        "filling cut out after the softmax: it has had its share": (
            softmax(scores, mask=near) * real * bell
        ),
        "a share of one key less than there are": around(shares[..., None] * (n - 1)),
        "a centre that was rounded": around(np.round(centre)),
        "a centre that was rounded down": around(np.floor(centre)),
        "a bell multiplied onto the scores, before the softmax": softmax(
            scores * bell, mask=near & real
        ),
    }


def some(student, lengths):
    scores = student.rng.normal(size=(len(lengths), 2, 11)).round(2)
    shares = student.rng.uniform(0.35, 0.65, size=(len(lengths), 2)).round(2)
    return scores, shares, np.array(lengths), 2.525  # no key is so far away


@check(
    "look_near",
    "a window and a bell",
    points=2,
    hint="who gets a share in the softmax, and what is the bell one reach away?",
)
def window_and_bell(student):
    given = some(student, [11, 11, 11])
    scores, shares, _, reach = given
    right = weights(*given)
    looks_like = {
        "rows that were divided by their sum again, or a bell inside the softmax": (
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
    told = looks_like | left_over(*given) | slips(*given)
    student(*given).is_close(right, atol=FAR, looks_like=told)
    given = student.rng.normal(size=(1, 1, 6)), np.array([[0.5]]), np.array([6]), 2.0
    right = weights(*given)  # the centre is key 3
    inside = np.array([False, False, True, True, True, False])
    bell = np.exp(-((np.arange(6.0) - 3) ** 2) / 2)
    edge = {"keys just at the reach left out": softmax(given[0], mask=inside) * bell}
    told = edge | left_over(*given)
    student(*given).is_close(right, atol=FAR, looks_like=told)


@check(
    "look_near",
    "sentences that end in filling",
    points=2,
    hint="of how many keys are the shares a share, and who else may not be seen?",
)
def filling(student):
    for lengths in ([7, 11, 5], [3, 4, 2]):
        given = some(student, lengths)
        told = left_over(*given) | slips(*given)
        student(*given).is_close(weights(*given), atol=FAR, looks_like=told)


@check(
    "look_near",
    "an empty window gets zeros",
    hint="what does your softmax give to a row in which nobody is seen? NaN times 0 "
    "is still NaN",
)
def empty(student):
    scores = student.rng.normal(size=(1, 4, 7))
    shares, lengths = np.array([[0.5, 0.2, 1.0, 0.0]]), np.array([5])
    given = scores, shares, lengths, 0.4  # centres 2.5, 1, 5 and 0
    right = weights(*given)
    far = np.arange(7) - shares[..., None] * 5
    near = np.abs(far) <= 0.4
    shared = np.where(right.any(axis=-1, keepdims=True), right, 1 / 7)
    student(*given).is_close(
        right,
        atol=FAR,
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
    hint="is the score that hides lower than all others, and from what does the "
    "softmax take the largest away?",
)
def large(student):
    scores, shares, lengths, reach = some(student, [7, 11, 5])
    scores = (scores * 64).round() / 64  # the same in single precision, at 9000 too
    right = weights(scores, shares, lengths, reach)
    seen = right > 0
    told = filler(seen, shares, lengths, reach)
    for shift in (9000.0, -9000.0):
        given = scores + shift, shares, lengths, reach
        student(*given).is_close(right, atol=FAR, looks_like=told)
    shift = np.array([[9000.0, 0], [0, -9000], [9000, -9000]])[..., None]  # (b, q, 1)
    one = {
        "one maximum for the whole batch: rows far below it get nothing": (
            right * (shift == 9000)
        )
    }
    student(scores + shift, shares, lengths, reach).is_close(
        right, atol=FAR, looks_like=one | told
    )
    hidden = {"a maximum that hidden keys have a part in": np.zeros(right.shape)}
    given = scores + np.where(seen, -9000.0, 9000.0), shares, lengths, reach
    student(*given).is_close(right, atol=FAR, looks_like=hidden)


def filler(seen, shares, lengths, reach):
    """Give what a score that hides, but is not low enough, comes to."""
    place = np.arange(seen.shape[-1])
    far = place - shares[..., None] * lengths[:, None, None]
    bell = np.exp(-2 * (far / reach) ** 2)
    return {
        "a score that should hide, and is higher than these": (
            softmax(np.zeros(seen.shape), mask=~seen) * bell
        ),
        "a score that should hide, and is higher than these: nothing is left": (
            np.zeros(seen.shape)
        ),
    }
