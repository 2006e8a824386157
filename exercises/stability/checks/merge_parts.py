"""Checks of merge_parts."""

import numpy as np

from attnbook.grading.answers import Answer, WrongError
from attnbook.grading.declare import check

NEAR = 2e-5  # float32
NEAR_OF_THOUSANDS = 5e-3  # float32, at 5,000
FAR_BELOW = np.array([[[0.0]], [[5.0]]])


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


def running(highest, sums):
    """Add up machine by machine, and convert only what is there already."""
    top, so_far = highest[0], sums[0]
    for new_top, new in zip(highest[1:], sums[1:], strict=True):
        higher = np.maximum(top, new_top)
        so_far = (so_far.T * np.exp(top - higher)).T + new
        top = higher
    return so_far


@check(
    "merge_parts",
    "the highest score of all",
    hint="one score for each query, as it is; the machines lie along axis 0",
)
def highest_of_all(student):
    (highest, total, mixture), right = parts(student)
    answer = student(highest, total, mixture).entry("highest")
    answer.has_shape(5, looks_like={"one for each machine, not for each query": (3,)})
    answer.is_close(
        right[0],
        atol=NEAR,
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
    hint="in which unit is each machine's sum, and in which one the answer?",
)
def sums(student):
    (highest, total, mixture), right = parts(student)
    factor = np.exp(highest - right[0])
    one_unit = np.exp(highest - highest.max())
    first_unit = np.exp(highest - highest[0])
    student(highest, total, mixture).entry("total").is_close(
        right[1],
        atol=NEAR,
        looks_like={
            "sums in different units, added up": total.sum(0),
            "factors upside down": (total / factor).sum(0),
            "one unit for all queries": (one_unit * total).sum(0),
            "the weights of a softmax over the highest scores": (
                (factor / factor.sum(0) * total).sum(0)
            ),
            "the unit of the first machine": (first_unit * total).sum(0),
            "only what came before is converted, not what is new": (
                running(highest, total)
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
    first_unit = np.exp(highest - highest[0])
    whole = (shares[..., None] * contexts).sum(0) / shares.sum(0)[:, None]
    student(highest, total, mixture).entry("mixture").is_close(
        right[2],
        atol=NEAR,
        looks_like={
            "mixtures in different units, added up": mixture.sum(0),
            "the unit of the first machine": (first_unit[..., None] * mixture).sum(0),
            "only what came before is converted, not what is new": (
                running(highest, mixture)
            ),
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
            answer.entry(name).is_close(expected, atol=NEAR_OF_THOUSANDS)
    # Four machines and two queries, and both are thousands apart.
    highest = np.array([[0, -9000], [3000, -4000], [-2000, -4001], [2999, -5000.0]])
    total = student.rng.uniform(1, 2, size=(4, 2))
    mixture = student.rng.normal(size=(4, 2, 3))
    answer, top = student(highest, total, mixture), highest.max(0)
    factor = np.exp(highest - top)
    answer.entry("highest").is_close(top, atol=NEAR_OF_THOUSANDS)
    answer.entry("total").is_close((factor * total).sum(0), atol=NEAR)
    mixed = (factor[..., None] * mixture).sum(0)
    answer.entry("mixture").is_close(mixed, atol=NEAR)


@check(
    "merge_parts",
    "a machine that saw nothing",
    hint="its factor is e to -inf, which is 0; only -inf minus -inf must not happen",
)
def nothing(student):
    far_below = student(
        np.array([[-np.inf], [-2000.0]]), np.array([[0.0], [1.0]]), FAR_BELOW
    )
    taken_for_0 = {"a score of 0 for the machine that saw nothing": [0.0]}
    far_below.entry("highest").is_close([-2000.0], looks_like=taken_for_0)
    far_below.entry("total").is_close([1])
    far_below.entry("mixture").is_close(FAR_BELOW[1])
    (highest, total, mixture), _ = parts(student)
    nobody = -np.inf, 0.0, 0.0
    for one, empty in zip((highest, total, mixture), nobody, strict=True):
        one[1, :2] = empty  # the second machine, for the first two queries
        one[:, 0] = empty  # all machines, for the first query
    merged = student(highest, total, mixture)
    top = highest[:, 1:].max(0)
    factor = np.exp(highest[:, 1:] - top)
    first_is(-np.inf, merged.entry("highest"), top)
    first_is(0.0, merged.entry("total"), (factor * total[:, 1:]).sum(0))
    mixed = (factor[..., None] * mixture[:, 1:]).sum(0)
    first_is(0.0, merged.entry("mixture"), mixed)


def first_is(empty, answer, others):
    """Require what nobody saw for the first query, and numbers for the others."""
    array = answer.has_shape(len(others) + 1, *others.shape[1:]).array
    wrong = [value for value in np.ravel(array[0]) if value != empty]
    if wrong:
        raise WrongError(
            f"{answer.said} has {wrong[0]:.4g} for a query that no machine saw, "
            f"not {empty:.0f}"
        )
    Answer(array[1:], answer.said).is_close(others, atol=NEAR)
