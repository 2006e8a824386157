"""Checks of look_back."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


def mixed(asking, states):
    """Mix the states for each word that asks."""
    return softmax(asking @ states.T) @ states


@check(
    "look_back",
    "each word that is written has a look of its own",
    points=2,
    hint="a table of scores has a row for each word that asks",
)
def own_look(student):
    asking, states = student.rng.normal(size=(5, 3)), student.rng.normal(size=(7, 3))
    answer = student(asking, states)
    answer.has_shape(
        5,
        3,
        looks_like={
            "these are the shares; what do they mix?": (5, 7),
            "that is one mixture, and five words ask": (3,),
            "that is a row for each word read, not for each word written": (7, 3),
        },
    )
    answer.is_close(
        mixed(asking, states),
        looks_like={
            "one look, that of the first word, handed to all": np.tile(
                mixed(asking[:1], states), (5, 1)
            ),
            "one look, that of the last word, handed to all": np.tile(
                mixed(asking[-1:], states), (5, 1)
            ),
            "one look, with the mean of all who ask": np.tile(
                mixed(asking.mean(0)[None], states), (5, 1)
            ),
            "shares over axis 0: words that are written compete for what was read": (
                softmax(asking @ states.T, axis=0) @ states
            ),
            "a division by the square root of d, which is not asked for here": (
                softmax(asking @ states.T / 3**0.5) @ states
            ),
            "scores that were never turned into shares": asking @ states.T @ states,
        },
    )


@check(
    "look_back",
    "what suits equally well is mixed in equal parts",
    hint="weigh all states by their shares; do not pick the best one",
)
def mixes(student):
    states = np.array([[4.0, 0.0], [0.0, 4.0]])
    student(np.array([[1.0, 1.0]]), states).is_close(
        [[2, 2]],
        looks_like={
            "the first of the best states, and nothing of the other": [[4, 0]],
            "a sum, not a mean": [[4, 4]],
        },
    )


@check(
    "look_back",
    "one word may write, and one be read",
    hint="keep both axes also when one of them has length 1",
)
def single(student):
    asking, states = student.rng.normal(size=(1, 7)), student.rng.normal(size=(1, 7))
    lost = {"an axis of length 1 got lost on the way": (7,)}
    student(asking, states).has_shape(1, 7, looks_like=lost).is_close(states)
