"""Checks of look_back."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax

CLOSE = 1e-5  # in float32, too


def mixed(asking, states):
    """Mix the states for each word that asks."""
    return softmax(asking @ states.T) @ states


def for_all(asker, asking, states):
    """Hand one mixture to all who ask."""
    return np.tile(mixed(asker[None], states), (len(asking), 1))


def unlike(asking, states):
    """Say what goes wrong, by name, and what it gives."""
    scores = asking @ states.T  # (q, k)
    powers = np.exp(scores)  # (q, k)
    lengths = np.linalg.norm(asking, axis=1)[:, None] * np.linalg.norm(states, axis=1)
    return {
        "one look, that of the first word, handed to all": for_all(
            asking[0], asking, states
        ),
        "one look, that of the last word, handed to all": for_all(
            asking[-1], asking, states
        ),
        "one look, with the mean of all who ask": for_all(
            asking.mean(axis=0), asking, states
        ),
        "the plain mean of all states, whoever asks": np.tile(
            states.mean(axis=0), (len(asking), 1)
        ),
        "the best of the states for each word, and nothing of the others": states[
            scores.argmax(axis=1)
        ],
        "shares over axis 0: words that are written compete for what was read": (
            softmax(scores, axis=0) @ states
        ),
        "shares over the whole table: those of one word do not sum to 1": (
            powers / powers.sum() @ states
        ),
        "a division by the square root of d, which is not asked for here": (
            softmax(scores / states.shape[1] ** 0.5) @ states
        ),
        "scores that were never turned into shares": scores @ states,
        "scores divided by their sum, where `shares` is needed": (
            scores / scores.sum(axis=1, keepdims=True) @ states
        ),
        "powers that were not divided by their sum": powers @ states,
        "a comparison of directions only: a dot product knows lengths as well": (
            softmax(scores / lengths) @ states
        ),
    }


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
            "that is a number for each pair of words; what is to be mixed?": (5, 7),
            "that is one mixture, and five words ask": (3,),
            "that is a row for each word read, not for each word written": (7, 3),
        },
    )
    answer.is_close(
        mixed(asking, states), atol=CLOSE, looks_like=unlike(asking, states)
    )


@check(
    "look_back",
    "what suits equally well is mixed in equal parts, what suits better has more",
    hint="weigh all states by their shares, for each word that asks",
)
def mixes(student):
    asking = np.array([[np.log(3) / 4, 0], [1, 1], [0, np.log(3) / 2]])
    states = np.array([[4.0, 0.0], [0.0, 4.0]])
    student(asking, states).is_close(
        [[3, 1], [2, 2], [0.4, 3.6]], atol=CLOSE, looks_like=unlike(asking, states)
    )


@check(
    "look_back",
    "one word or two may write, and one or two be read",
    hint="keep both axes also when one of them has length 1",
)
def few(student):
    lost = {"an axis of length 1 got lost on the way": (7,)}
    for q, k in ((1, 1), (1, 2), (2, 1), (2, 2)):
        asking = student.rng.normal(size=(q, 7)) / 2
        states = student.rng.normal(size=(k, 7))
        student(asking, states).has_shape(q, 7, looks_like=lost).is_close(
            mixed(asking, states), atol=CLOSE, looks_like=unlike(asking, states)
        )
