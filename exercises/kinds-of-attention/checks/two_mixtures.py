"""Checks of two_mixtures."""

import numpy as np

from attnbook.grading.answers import WrongError
from attnbook.grading.declare import check

FAR = 1e-5  # of the largest number: what single precision may cost


def weights_of(student, name, values, wish):
    """Take weights that are weights."""
    entry = student(values, wish).entry(name).has_shape(len(values)).is_finite()
    weights = entry.array.astype(float)
    if weights.min() < -FAR:
        raise WrongError(f"{entry.said} has a weight of {weights.min():.3g}, below 0")
    if abs(weights.sum() - 1) > FAR:
        raise WrongError(f"{entry.said} has the sum {weights.sum():.4g}, not 1")
    return entry, weights


def mixed(student, name, values, wish):
    """Take weights that mix the wish."""
    entry, weights = weights_of(student, name, values, wish)
    shade, far = weights @ values, FAR * np.abs(values).max()
    if abs(shade - wish) > far:
        if abs(weights @ np.sort(values) - wish) <= far:
            raise WrongError(
                f"{entry.said} mixes {shade:.4g}: it would be the wish if the shelf "
                "were sorted, and the weights go with the pots as they stand"
            )
        raise WrongError(f"{entry.said} mixes {shade:.4g}, and the wish is {wish:.4g}")
    return entry, weights @ (values - wish) ** 2


def spreads(values, wish):
    """Return the smallest and the largest spread of a mixture that is right.

    Between two pots, one on each side of the wish, it is the product of the distances.
    """
    below, above = values[values <= wish], values[values >= wish]
    least = (wish - below.max()) * (above.min() - wish)
    return least, (wish - below.min()) * (above.max() - wish)


def shelf(student):
    values = student.rng.permutation(np.cumsum(student.rng.uniform(0.3, 2, size=7)))
    low, high = np.sort(values)[[2, 3]]
    wish = low + (high - low) * student.rng.uniform(0.2, 0.4)
    return values, round(float(wish), 2)


def is_extreme(student, name, values, wish):
    entry, spread = mixed(student, name, values, wish)
    least, most = spreads(values, wish)
    wanted, word = (least, "small") if name == "steady" else (most, "large")
    if abs(spread - wanted) > FAR * np.abs(values).max() ** 2:
        raise WrongError(
            f"{entry.said} has the spread {spread:.4g}, and one as {word} as "
            f"{wanted:.4g} is possible"
        )


@check(
    "two_mixtures",
    "both mix the wish",
    hint="if two pots are to mix a wish, which of them gets more: the nearer one, or "
    "the farther one?",
)
def both(student):
    values, wish = shelf(student)
    mixed(student, "wild", values, wish)
    mixed(student, "steady", values, wish)


@check(
    "two_mixtures",
    "wild: as much spread as possible",
    points=2,
    hint="which pots are off by most, if one is to be below the wish and one above?",
)
def wild(student):
    is_extreme(student, "wild", *shelf(student))
    is_extreme(student, "wild", *shelf(student))
    values = np.array([4.0, 9.0, 3.5, 10.0])  # both farthest are above
    is_extreme(student, "wild", values, 5.0)


@check(
    "two_mixtures",
    "steady: as little spread as possible",
    points=2,
    hint="which pots are off by least, if one is to be below the wish and one above?",
)
def steady(student):
    is_extreme(student, "steady", *shelf(student))
    values = np.array([9.0, 3.0, 10.0, 6.0, 5.5])  # both nearest are above
    is_extreme(student, "steady", values, 5.0)
    values = np.array([1.0, 9.0, 4.0, 6.0])  # the nearest come after others
    is_extreme(student, "steady", values, 5.0)
    is_extreme(student, "steady", 1000 * values, 5000.0)
    is_extreme(student, "steady", -1000 * values, -5000.0)


@check(
    "two_mixtures",
    "a pot that is the wish, and pots that are alike",
    hint="where the two pots have the same shade, do not divide by their difference",
)
def alike(student):
    for values, wish in (
        (np.array([7.0, 3.0, 5.0]), 5.0),
        (np.array([5.0, 2.0, 5.0, 9.0]), 5.0),
        (np.array([4.0, 4.0]), 4.0),
        (np.array([4.0]), 4.0),
        (np.array([8.0, 2.0, 3.0]), 8.0),
        (np.array([-3.0, 1.0, -8.0]), -8.0),
    ):
        is_extreme(student, "steady", values, wish)
        is_extreme(student, "wild", values, wish)
