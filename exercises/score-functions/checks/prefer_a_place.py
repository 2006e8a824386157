"""Checks of prefer_a_place."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import additive_scores

STRENGTHS = (3.0, 5.0, 8.0)
AWAY = np.linspace(-12, 12, 97)  # a quarter of a point apart


def scored(student, ratio, ahead):
    """Take the three arrays, and score keys around each place."""
    answer = student(ratio, ahead)
    W_Q, W_K, w = (answer.entry(name) for name in ("W_Q", "W_K", "w"))
    h = w.array.size
    w.has_shape(h).is_finite()
    W_Q.has_shape(h, 2).is_finite()
    W_K.has_shape(h, 1).is_finite()
    learned = [part.array.astype(float) for part in (W_Q, W_K, w)]
    for strength in STRENGTHS:
        place = ratio * strength + ahead
        keys = (place + AWAY)[:, None]
        scores = additive_scores(np.array([[strength, 1.0]]), keys, *learned)[0]
        yield answer.said, strength, place, scores


def has_its_top(student, ratio, ahead):
    """Require the highest score at the place, for each of the strengths."""
    for said, strength, place, scores in scored(student, ratio, ahead):
        if np.ptp(scores) < 1e-9:
            raise WrongError(f"{said}: all keys score the same")
        top = AWAY[scores.argmax()]
        if abs(top) > 0.25:
            ends = {12.0: "the strongest", -12.0: "the weakest"}
            raise WrongError(
                f"{said}: of keys from {place - 12:g} to {place + 12:g} a player of "
                f"strength {strength:g} prefers {ends.get(top, f'{place + top:g}')}, "
                f"not {place:g}"
            )


@check(
    "prefer_a_place",
    "the chapter's partner",
    hint="with ratio 1 and ahead 0 the arrays are those of the chapter",
)
def partner(student):
    has_its_top(student, 1.0, 0.0)


@check(
    "prefer_a_place",
    "some points ahead, or behind",
    hint="set k - s - ahead to 0: the top moves up when the bias goes down",
)
def points_ahead(student):
    has_its_top(student, 1.0, 1.0)
    has_its_top(student, 1.0, -2.5)


@check(
    "prefer_a_place",
    "a multiple of one's own strength",
    points=2,
    hint="the query is what gets multiplied, so the ratio belongs into W_Q",
)
def multiple(student):
    has_its_top(student, 2.0, 0.0)
    has_its_top(student, 0.5, 3.0)


@check(
    "prefer_a_place",
    "far away scores at least 1 less",
    hint="the two bends must lie close together, and be large enough",
)
def narrow(student):
    for said, strength, place, scores in scored(student, 1.0, 1.0):
        in_it, far = scores[len(AWAY) // 2], scores[np.abs(AWAY) >= 5].max()
        if in_it - far < 1:
            raise WrongError(
                f"{said}: for strength {strength:g} a key of {place:g} scores "
                f"{in_it:.2f}, and one that is 5 or more away scores {far:.2f}"
            )
