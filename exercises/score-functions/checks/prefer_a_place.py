"""Checks of prefer_a_place."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check
from attnbook.reference import additive_scores

STRENGTHS = (3.0, 5.0, 8.0)
REACH = 50
AWAY = np.arange(-20 * REACH, 20 * REACH + 1) / 20  # a twentieth of a point apart
ENDS = {REACH: "the strongest", -REACH: "the weakest"}


def learned_by(answer):
    """Take the three arrays, of fitting shapes."""
    W_Q, W_K, w = (answer.entry(name) for name in ("W_Q", "W_K", "w"))
    h = w.array.size
    w.has_shape(h).is_finite()
    W_Q.has_shape(h, 2).is_finite()
    W_K.has_shape(h, 1).is_finite()
    return [part.array.astype(float) for part in (W_Q, W_K, w)]


def scored(strength, place, learned):
    """Score the keys around a place for a query of some strength."""
    keys = (place + AWAY)[:, None]
    return additive_scores(np.array([[strength, 1.0]]), keys, *learned)[0]


def top_of(strength, place, learned):
    """Say how far from the place the highest score is, or None if all are alike."""
    scores = scored(strength, place, learned)
    return None if np.ptp(scores) < 1e-9 else AWAY[scores.argmax()]


def alike(place, scores):
    """Say which keys score as much as the one in the place, or None."""
    less, middle = scores < scores.max() - 1e-12, len(AWAY) // 2
    if less[middle]:
        return None
    others = np.flatnonzero(less)
    low = AWAY[others[others < middle].max(initial=-1) + 1]
    high = AWAY[others[others > middle].min(initial=len(AWAY)) - 1]
    return f"keys from {place + low:g} to {place + high:g} all score the same"


def misses(ratio, ahead, learned):
    """Say which strength prefers another place, and which one, or None."""
    for strength in STRENGTHS:
        place = ratio * strength + ahead
        top = top_of(strength, place, learned)
        if top is None:
            return "all keys score the same"
        if abs(top) > 0.25:
            return alike(place, scored(strength, place, learned)) or (
                f"of keys from {place - REACH:g} to {place + REACH:g} a player of "
                f"strength {strength:g} prefers {ENDS.get(top, f'{place + top:g}')}, "
                f"not {place:g}"
            )
    return None


def has_its_top(student, ratio, ahead):
    """Require the highest score at the place, for each of the strengths."""
    answer = student(ratio, ahead)
    W_Q, W_K, w = learned_by(answer)
    missed = misses(ratio, ahead, (W_Q, W_K, w))
    if missed and len(W_Q) == 2 and not misses(ratio, ahead, (W_Q.T, W_K, w)):
        missed = "W_Q is turned: it needs a row for each hidden feature"
    if missed:
        raise WrongError(f"{answer.said}: {missed}")


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
    hint="where is k - s - ahead equal to 0? Put that in the place of k - s",
)
def points_ahead(student):
    has_its_top(student, 1.0, 1.0)
    has_its_top(student, 1.0, -2.5)


@check(
    "prefer_a_place",
    "a multiple of one's own strength",
    hint="what gets multiplied by the ratio, the query or the key?",
)
def multiple(student):
    has_its_top(student, 2.0, 0.0)
    has_its_top(student, 0.5, 0.0)


@check(
    "prefer_a_place",
    "a multiple, and some points ahead of it",
    hint="the points are added after the multiplication",
)
def both(student):
    has_its_top(student, 2.0, 1.0)
    has_its_top(student, 0.5, 3.0)
    has_its_top(student, 0.25, -20.0)
    has_its_top(student, 8.0, 30.0)


@check(
    "prefer_a_place",
    "far away scores at least 1 less",
    hint="the two bends must lie close together, and be large enough",
)
def narrow(student):
    for ratio, ahead in ((1.0, 0.0), (4.0, 1.0), (0.25, -20.0)):
        answer = student(ratio, ahead)
        learned = learned_by(answer)
        for strength in STRENGTHS:
            place = ratio * strength + ahead
            scores = scored(strength, place, learned)
            # From its own top: where that lies, the other checks ask.
            top = scores.argmax()
            far = scores[np.abs(AWAY - AWAY[top]) >= 5].max()
            if scores[top] - far < 1:
                raise WrongError(
                    f"{answer.said}: for strength {strength:g} a key of "
                    f"{place + AWAY[top]:g} scores {scores[top]:.2f}, and one that is "
                    f"5 or more away scores {far:.2f}"
                )
