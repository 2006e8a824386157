"""Checks of alibi_in_features."""

import numpy as np

from attnbook.grading.answers import Answer
from attnbook.grading.declare import check
from attnbook.reference import causal_mask, softmax


def causal(scores):
    return softmax(scores, mask=causal_mask(len(scores)))


def table(q, k, slope, root):
    place = np.arange(len(q))
    return causal(q @ k.T / root + slope * place)


def tried(student, q, k, slope):
    """Take new queries and keys, and attend with them."""
    n, d = q.shape
    answer = student(q, k, slope)
    new_q, new_k = (
        answer.entry(name).has_shape(n, d + 1).is_finite().array.astype(float)
        for name in ("q", "k")
    )
    weights = causal(np.clip(new_q @ new_k.T / np.sqrt(d + 1), -1e9, 1e9))
    return Answer(weights, f"attention with {answer.said}")


def both_parts(q, k, slope):
    """Say what is wrong where words and places come together."""
    old, new = np.sqrt(q.shape[1]), np.sqrt(q.shape[1] + 1)
    return {
        "the near keys cost more, not the far ones": table(q, k, -slope, old),
        "words and places both divided by the root of d + 1": (
            table(q, k, slope / new, new)
        ),
        "words still divided by the root of d + 1": table(q, k, slope, new),
        "places still divided by the root of d + 1": table(q, k, slope / new, old),
        "words by the wrong root, and the near keys cost more": (
            table(q, k, -slope, new)
        ),
        "attention without places": table(q, k, 0, old),
    }


def attends(student, q, k, slope, looks_like=None):
    right = table(q, k, slope, np.sqrt(q.shape[1]))
    tried(student, q, k, slope).is_close(right, looks_like=looks_like)


@check(
    "alibi_in_features",
    "words alone: a step costs nothing",
    hint="undo the new root in the old features: multiply by the root of (d + 1) / d",
)
def words(student):
    q, k = student.rng.normal(size=(2, 7, 3))
    new = np.sqrt(4)
    divided = {"words divided by the root of d + 1": table(q, k, 0, new)}
    attends(student, q, k, 0.0, divided)


@check(
    "alibi_in_features",
    "places alone: all words are zero",
    hint="the query's new number times that of key j, over the root of d + 1, has to "
    "be slope * j",
)
def places(student):
    for (n, d), slope in (((7, 3), 0.5), ((5, 2), 0.125)):
        q = k = np.zeros((n, d))
        old, new = np.sqrt(d), np.sqrt(d + 1)
        looks_like = {
            "places divided by the root of d + 1": table(q, k, slope / new, 1),
            "the root of d, where the kernel divides by that of d + 1": (
                table(q, k, slope * old / new, 1)
            ),
            "near keys that cost more than far ones": table(q, k, -slope, 1),
            "attention without places": table(q, k, 0, 1),
        }
        attends(student, q, k, slope, looks_like)


@check(
    "alibi_in_features",
    "words and places",
    points=2,
    hint="both parts have to be right at once: undo the new root in each of them",
)
def both(student):
    for shape in ((11, 3), (5, 1), (7, 13)):
        q, k = student.rng.normal(size=(2, *shape))
        attends(student, q, k, 0.3, both_parts(q, k, 0.3))


@check(
    "alibi_in_features",
    "the given queries and keys stay as they are",
    hint="build new arrays, with np.hstack or np.concatenate",
)
def kept(student):
    q, k = student.rng.normal(size=(2, 5, 2))
    answer = student(q, k, 0.5)
    answer.keeps_its_arguments()
    attends(student, q, k, 0.5, both_parts(q, k, 0.5))
