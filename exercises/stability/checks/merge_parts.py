"""Checks of merge_parts."""

import numpy as np

from attnbook.grading.declare import check


def parts(student, cuts=(2, 5, 11), shift=0.0):
    """Draw scores of 5 queries for 11 keys; return the parts, and the whole."""
    scores = 2 * student.rng.normal(size=(5, 11)) + shift
    scores[[0, 1, 2], [0, 3, 9]] += 9  # each machine has the highest for some query
    values = student.rng.normal(size=(11, 3))
    blocks = np.split(np.arange(11), cuts[:-1])
    handed_in = [part(scores[:, block], values[block]) for block in blocks]
    return [np.stack(one) for one in zip(*handed_in, strict=True)], part(scores, values)


def part(scores, values):
    highest = scores.max(axis=1)
    powers = np.exp(scores - highest[:, None])
    return highest, powers.sum(axis=1), powers @ values


@check(
    "merge_parts",
    "the highest score of all",
    hint="machines lie along axis 0",
)
def highest_of_all(student):
    (highest, total, mixture), right = parts(student)
    answer = student(highest, total, mixture).entry("highest")
    answer.has_shape(5, looks_like={"one for each machine, not for each query": (3,)})
    answer.is_close(
        right[0],
        looks_like={
            "that of the first machine": highest[0],
            "that of the last machine": highest[-1],
            "the highest of all queries": np.full(5, highest.max()),
            "the log-sum-exp of all": right[0] + np.log(right[1]),
        },
    )


@check(
    "merge_parts",
    "the sums, in one unit",
    points=2,
    hint="each machine's sum is multiplied by e to (its highest - the highest of all)",
)
def sums(student):
    (highest, total, mixture), right = parts(student)
    factor = np.exp(highest - right[0])
    one_unit = np.exp(highest - highest.max())
    student(highest, total, mixture).entry("total").is_close(
        right[1],
        looks_like={
            "sums in different units, added up": total.sum(0),
            "factors upside down": (total / factor).sum(0),
            "one unit for all queries": (one_unit * total).sum(0),
            "the weights of a softmax over the highest scores": (
                (factor / factor.sum(0) * total).sum(0)
            ),
            "factors squared": (factor**2 * total).sum(0),
        },
    )


@check(
    "merge_parts",
    "the mixtures, in the same unit",
    points=2,
    hint="the same factors as for the sums; they lie along (p, q), so add an axis",
)
def mixtures(student):
    (highest, total, mixture), right = parts(student)
    contexts = mixture / total[..., None]
    worth = highest + np.log(total)
    shares = np.exp(worth - worth.max(0))
    whole = (shares[..., None] * contexts).sum(0) / shares.sum(0)[:, None]
    student(highest, total, mixture).entry("mixture").is_close(
        right[2],
        looks_like={
            "mixtures in different units, added up": mixture.sum(0),
            "the context, divided already": whole,
            "a plain mean of the machines' contexts": contexts.mean(0),
        },
    )


@check(
    "merge_parts",
    "large scores",
    hint="only differences of scores go into np.exp",
)
def large(student):
    for shift in (5000.0, -5000.0):
        given, right = parts(student, shift=shift)
        answer = student(*given)
        for name, expected in zip(("highest", "total", "mixture"), right, strict=True):
            answer.entry(name).is_close(expected)


@check(
    "merge_parts",
    "a machine that saw nothing",
    hint="its factor is e to -inf, which is 0; only -inf minus -inf must not happen",
)
def nothing(student):
    (highest, total, mixture), _ = parts(student)
    nobody = -np.inf, 0.0, 0.0
    for one, empty in zip((highest, total, mixture), nobody, strict=True):
        one[1, :2] = empty  # the second machine, for the first two queries
        one[:, 0] = empty  # all machines, for the first query
    unit = highest[:, 1:].max(0)
    factor = np.exp(highest[:, 1:] - unit)
    answer = student(highest, total, mixture)
    added = (factor * total[:, 1:]).sum(0)
    answer.entry("total").is_close([0, *added])
    mixed = (factor[..., None] * mixture[:, 1:]).sum(0)
    answer.entry("mixture").is_close(np.vstack([np.zeros(3), mixed]))
