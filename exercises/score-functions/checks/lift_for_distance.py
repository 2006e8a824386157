"""Checks of lift_for_distance."""

import numpy as np

from attnbook.grading.answers import Answer
from attnbook.grading.declare import check
from attnbook.reference import distance_scores, softmax


def lifts(student, q, k):
    """Require one feature more, and the weights of distances."""
    *batch, _, d = k.shape
    answer = student(q, k)
    squares = "a square for each feature: the squared length is their sum"
    queries, keys = answer.entry("queries"), answer.entry("keys")
    for lifted, n in ((queries, q.shape[-2]), (keys, k.shape[-2])):
        lifted.has_shape(
            *batch,
            n,
            d + 1,
            looks_like={squares: (*batch, n, 2 * d), "none was added": (*batch, n, d)}
            if d > 1
            else {"none was added": (*batch, n, d)},
        ).is_finite()
    dots = queries.array.astype(float) @ keys.array.astype(float).swapaxes(-1, -2)
    plain, lengths = q @ k.swapaxes(-1, -2), (k**2).sum(-1)[..., None, :]
    said = f"the weights of {answer.said}"
    Answer(softmax(dots), said).is_close(
        softmax(distance_scores(q, k)),
        looks_like={
            "the dot product without its factor 2": softmax(plain - lengths),
            "the mean of the squares, where their sum is needed": (
                softmax(2 * plain - lengths / d)
            ),
            "lengths that were not squared": softmax(2 * plain - np.sqrt(lengths)),
            "lengths that reward: where is the minus?": softmax(2 * plain + lengths),
            "distances without their minus: the farthest key leads": (
                softmax(-distance_scores(q, k))
            ),
            "a dot product as it was: the new feature does nothing": softmax(plain),
            "twice the dot product: the new feature does nothing": softmax(2 * plain),
            "distances that count half: the 2 belongs to the dot product alone": (
                softmax(distance_scores(q, k) / 2)
            ),
        },
    )


@check(
    "lift_for_distance",
    "the weights are those of distances",
    points=2,
    hint="minus the squared distance is 2 q · k minus the key's squared length, and "
    "something that is the same for all keys",
)
def weights(student):
    lifts(student, student.rng.normal(size=(7, 1)), student.rng.normal(size=(11, 1)))


@check(
    "lift_for_distance",
    "one feature more, however many there are",
    hint="sum the squares over the last axis, with keepdims=True",
)
def several(student):
    lifts(student, student.rng.normal(size=(5, 3)), student.rng.normal(size=(7, 3)))


@check(
    "lift_for_distance",
    "the axes before the last two are carried along",
    hint="np.concatenate(..., axis=-1); hstack and column_stack know two axes only",
)
def batched(student):
    for batch in ((2,), (2, 3)):
        sizes = (*batch, 5, 3), (*batch, 7, 3)
        lifts(student, *(student.rng.normal(size=size) for size in sizes))


@check(
    "lift_for_distance",
    "queries and keys are left as they were",
    hint="`2 * q` makes a new array, `q *= 2` changes the caller's",
)
def keeps(student):
    q, k = student.rng.normal(size=(5, 3)), student.rng.normal(size=(7, 3))
    student(q, k).keeps_its_arguments()
    lifts(student, q, k)
