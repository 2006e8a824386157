"""Checks of free_energy."""

import numpy as np

from attnbook.grading.declare import check
from attnbook.reference import log_sum_exp, softmax


def energy(scores, temperature):
    return temperature * log_sum_exp(scores / temperature)


@check(
    "free_energy",
    "temperature times the logarithm of the sum of powers",
    points=2,
    hint="one number for each row; what becomes of it at T = 2, in the second "
    "example by hand?",
)
def formula(student):
    scores = student.rng.normal(size=(3, 5))
    top = scores.max(-1)
    for t in (0.5, 3.0):
        weights = softmax(scores, temperature=t)
        mean, right = (weights * scores).sum(-1), energy(scores, t)
        columns = {"did you sum over the queries?": (5,), "that keeps an axis": (3, 1)}
        student(scores, t).has_shape(3, looks_like=columns).is_close(
            right,
            atol=1e-5,
            looks_like={
                "no T in front of the logarithm": log_sum_exp(scores / t),
                "no T in front of the logarithm, after the highest score": (
                    top + (right - top) / t
                ),
                "no T inside the powers": top + t * (log_sum_exp(scores) - top),
                "no T inside the powers, and one in front": t * log_sum_exp(scores),
                "a T that multiplies the highest score, too": t * top + (right - top),
                "a highest score that was not added again": right - top,
                "no temperature at all": log_sum_exp(scores),
                "scores multiplied by the temperature": t * log_sum_exp(scores * t),
                "the mean score, without the entropy": mean,
                "the mean score minus T times the entropy: add them": 2 * mean - right,
                "a minus in front, as physics has it": -right,
                "a logarithm to the base 2": right / np.log(2),
                "a logarithm to the base 2, after the highest score": (
                    top + (right - top) / np.log(2)
                ),
                "the highest score, which is its limit in the cold": top,
                "the logarithm of a mean, not of a sum": right - t * np.log(5),
            },
        )
    alone = {"one row is a row, too: return an array of shape (1,)": ()}
    student(scores[:1], 1.0).has_shape(1, looks_like=alone)


@check(
    "free_energy",
    "large scores and cold rows stay finite",
    hint="take the highest score of each row out of the powers, and add it again",
)
def large(student):
    scores = np.array([[1000.0, 1000.0], [-1000.0, -2000.0], [5.0, 4.0]])
    for t in (1.0, 0.001):
        student(scores, t).is_close(
            energy(scores, t),
            atol=2e-4,
            looks_like={
                "a highest score that was not added again": (
                    energy(scores, t) - scores.max(-1)
                )
            },
        )


@check(
    "free_energy",
    "its slopes are the weights",
    hint="raise one score a little: F has to rise by that much, times the weight",
)
def slopes(student):
    scores, step = student.rng.normal(size=5), 0.02
    for t in (0.5, 2.0):
        nudged = scores + step * np.vstack([np.eye(5), -np.eye(5)])
        answer = student(nudged, t).has_shape(10).is_finite()
        up, down = answer.array.astype(float).reshape(2, 5)
        slope = type(answer)((up - down) / (2 * step), "the slope of free_energy")
        weights = softmax(scores, temperature=t)
        entropy = -weights @ np.log(weights)
        mean = weights @ scores
        slope.is_close(
            weights,
            atol=2e-4,  # of a step that float32 can see, squared
            looks_like={
                "that of the mean score minus T times the entropy: add them": (
                    weights * (1 + 2 * (scores - mean) / t)
                ),
                "that of the entropy alone": -weights * (np.log(weights) + entropy) / t,
            },
        )


@check(
    "free_energy",
    "hidden keys add nothing",
    hint="e to the power of -inf is 0, all by itself: no special case is needed",
)
def hidden(student):
    scores = np.array([[2.0, -np.inf, 1.0], [-np.inf, -np.inf, 3.0]])
    right = energy(np.array([[2.0, 1.0]]), 2.0)[0], 3.0
    zeros = energy(np.where(np.isinf(scores), 0, scores), 2.0)
    told = {"0 in the place of -inf, and 0 is a score like any other": zeros}
    student(scores, 2.0).is_close(right, atol=1e-5, looks_like=told)
    scores = np.array([[-5000.0, -np.inf], [-np.inf, -6000.0]])
    shown = (
        energy(np.maximum(scores, -1000), 500),
        energy(np.where(np.isinf(scores), -1000, scores), 500),
    )
    told = {"no score below -1000: it hides nobody here": shown[0]}
    told["-1000 in the place of -inf, and these scores are lower"] = shown[1]
    student(scores, 500.0).is_close([-5000, -6000], atol=0.01, looks_like=told)


@check(
    "free_energy",
    "the caller's scores stay as they are",
    hint="a -= b changes the array itself, and so does out=; a - b makes a new one",
)
def kept(student):
    scores = student.rng.normal(size=(2, 3))
    answer = student(scores, 2.0).is_close(energy(scores, 2.0), atol=1e-5)
    answer.keeps_its_arguments()
