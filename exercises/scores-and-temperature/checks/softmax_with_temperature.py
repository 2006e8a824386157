"""Checks of softmax_with_temperature."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import softmax


@check(
    "softmax_with_temperature",
    "being T points ahead is worth a factor of e",
    points=2,
    hint="do one row by hand at T = 0.5: by how many temperatures does each key lead "
    "the next one, and which keys share a sum?",
)
def factor_of_e(student):
    scores = student.rng.normal(size=(3, 5))
    for temperature in (0.5, 3.0):
        plain = softmax(scores)
        everything = softmax(scores.ravel(), temperature=temperature)
        student(scores, temperature).is_close(
            softmax(scores, temperature=temperature),
            looks_like={
                "scores multiplied by the temperature": softmax(scores * temperature),
                "no temperature at all: dividing the weights cancels out": plain,
                "weights divided by the temperature": plain / temperature,
                "softmax over axis 0": softmax(scores, axis=0, temperature=temperature),
                "one softmax over the whole array": everything.reshape(scores.shape),
                "scores divided with //, which rounds": softmax(scores // temperature),
                "powers of 2, not of e": softmax(scores * np.log(2) / temperature),
            },
        )
    close = np.array([[2e-9, 1e-9, 0.0]])
    student(close, 1e-9).is_close(
        softmax(close, temperature=1e-9),
        looks_like={
            "a temperature less cold than it was given, or scores that were rounded": (
                np.full((1, 3), 1 / 3)
            ),
            **{
                f"a temperature of {warmer:g}, less cold than it was given": softmax(
                    close, temperature=warmer
                )
                for warmer in (2e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4)
            },
            "the best alone, where it is cold": [[1, 0, 0]],
        },
    )


def one_maximum(scores, temperature):
    """Subtract the largest score of all, with a little something against 0 / 0."""
    powers = np.exp((scores - scores.max()) / temperature)
    return powers / (powers.sum(axis=-1, keepdims=True) + 1e-12)


@check(
    "softmax_with_temperature",
    "cold: the best key takes all",
    hint="with the temperature as it is given, thousands go into np.exp, above 0 or "
    "below: what did you do about such rows in the last exercise?",
)
def cold(student):
    scores = np.array([[5.0, 4.9, 1.0]])
    student(scores, 0.001).is_close(
        [[1, 0, 0]],
        looks_like={
            "a temperature that is never below 0.1": softmax(scores, temperature=0.1),
            "a temperature that is never below 0.01": softmax(scores, temperature=0.01),
        },
    )
    rows = np.array([[5.0, 4.0, 1.0], [-6.0, -5.0, -9.0]])
    student(rows, 0.001).is_close(
        [[1, 0, 0], [0, 1, 0]],
        looks_like={
            "one maximum for all rows: the lower one is left with powers of 0": (
                one_maximum(rows, 0.001)
            )
        },
    )


@check(
    "softmax_with_temperature",
    "cold: equal keys share, as they do at every temperature",
    hint="let the formula run, however cold it is: no special case is needed",
)
def cold_and_equal(student):
    scores = np.array([[4.0, 4.0, 1.0], [-3.0, -7.0, -3.0]])
    first = {"argmax, which takes the first of the best": [[1, 0, 0], [1, 0, 0]]}
    for temperature in (0.001, 1e-9):
        student(scores, temperature).is_close(
            [[0.5, 0.5, 0], [0.5, 0, 0.5]], looks_like=first
        )


@check(
    "softmax_with_temperature",
    "hot: nearly equal, and still in order",
    hint="`/` keeps what `//` and np.round throw away",
)
def hot(student):
    scores = np.array([[30.0, 20.0, 10.0]])
    student(scores, 1000).is_close(
        softmax(scores, temperature=1000),
        looks_like={"exactly equal weights: what was rounded?": np.full((1, 3), 1 / 3)},
    )


@check(
    "softmax_with_temperature",
    "a temperature of 0 or less is refused",
    hint="`if temperature <= 0: raise ValueError(...)`, before anything is computed",
)
def refuses(student):
    scores = np.array([[2.0, 1.0]])
    student(scores, 1.0).is_close(softmax(scores))  # it does not refuse everything
    student.refuses("ValueError", scores, 0)
    student.refuses("ValueError", scores, -1.0)
    student.refuses("ValueError", scores, -1e-9)


@check(
    "softmax_with_temperature",
    "the scores are left as they were",
    hint="`scores /= ...` writes into the caller's array; `scores = scores / ...` "
    "makes a new one",
)
def keeps_scores(student):
    scores = student.rng.normal(size=(3, 5)) + 7
    expected = softmax(scores, temperature=2.0)
    student(scores, 2.0).is_close(expected).keeps_its_arguments()
