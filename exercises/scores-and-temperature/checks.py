"""Checks of the exercises on scores and temperature."""

import numpy as np

from attnbook.grading.declare import Task, check
from attnbook.reference import softmax

CHAPTER = "chapters/2-concepts/scores-and-temperature.ipynb"
TASKS = (
    Task(
        "stable_softmax",
        section="Break it: large scores",
        difficulty=2,
        minutes=15,
        hints=(
            "Take the scores 2, 1, 0 and the scores 1002, 1001, 1000. "
            "Which of the two rows can you do on a calculator, "
            "and why may you do that one instead of the other?",
            "Two sizes matter: the largest score of each row, and the sum of each row. "
            "If scores have shape (3, 5), which shape must both have, "
            "so that NumPy lines them up with the rows? And for axis=0?",
            "Convert first: `np.asarray(scores, dtype=float)` makes a copy of whole "
            "numbers and of float16. Then subtract `.max(axis=axis, keepdims=True)`, "
            "take `np.exp`, and divide by `.sum(axis=axis, keepdims=True)`.",
        ),
    ),
    Task(
        "softmax_with_temperature",
        section="The price of a point",
        difficulty=2,
        minutes=15,
        hints=(
            "At temperature 0.5, how many points of score are worth a factor of e? "
            "What would you have to do to the scores, so that it takes one point?",
            "Divide before the softmax: afterwards it would cancel out. "
            "At T = 0.001 a score of 5 becomes 5000. "
            "What did you do about scores of that size in the last exercise?",
            'First `if not temperature > 0: raise ValueError("...")`, '
            "which also catches NaN. Then the softmax of `scores / temperature`, "
            "with the maximum of each row subtracted before np.exp.",
        ),
    ),
    Task(
        "predict_the_weights",
        section="Three wishes lead to one formula",
        difficulty=1,
        minutes=10,
        hints=(
            "Write the three powers of 2 side by side. What is their sum?",
            "A ratio of two weights is the ratio of their powers: the sum cancels. "
            "What does half the temperature do to the length of a point?",
            "A: 8 out of 8 + 2 + 1. B: every power grows by the same factor. "
            "C: a lead of 2 points counts like one of 4. D: one more power of 8 in the "
            "sum. E: at a very high temperature no score matters.",
        ),
    ),
)


def whole_array(scores):
    """Let all numbers compete, not those of a row."""
    return softmax(scores.ravel()).reshape(scores.shape)


@check(
    "stable_softmax",
    "each row is shared out among its own keys",
    hint="which axis do the keys lie along? sum along it, with keepdims=True",
)
def rows(student):
    scores = student.rng.normal(size=(3, 5))
    student(scores).is_close(
        softmax(scores),
        looks_like={
            "one softmax over the whole array": whole_array(scores),
            "softmax over axis 0": softmax(scores, axis=0),
            "scores divided by their sum, without np.exp": (
                scores / scores.sum(-1, keepdims=True)
            ),
            "powers that were not divided by their sum": np.exp(
                scores - scores.max(-1, keepdims=True)
            ),
        },
    )


@check(
    "stable_softmax",
    "large inputs stay finite",
    points=2,
    hint="subtract the maximum before np.exp",
)
def large(student):
    cut_off = {"scores cut off at a limit": [[0.5, 0.5]]}
    student(np.array([[1000.0, 2000.0]])).is_close([[0, 1]], looks_like=cut_off)
    student(np.array([[-2000.0, -1000.0]])).is_close([[0, 1]], looks_like=cut_off)
    top = student(np.array([[1002.0, 1001.0, 1000.0]]))
    top.is_close(softmax(np.array([[2.0, 1.0, 0.0]])))


@check(
    "stable_softmax",
    "a row far below the others keeps its weights",
    hint="each row needs a maximum of its own",
)
def far_below(student):
    scores = np.array([[0.0, 1.0], [-2000.0, -2001.0]])
    student(scores).is_close(
        softmax(scores),
        looks_like={
            "one maximum for all rows, and a little something against 0 / 0": [
                softmax(scores)[0],
                [0, 0],
            ]
        },
    )


@check(
    "stable_softmax",
    "axis chooses who competes",
    hint="use `axis` wherever you wrote -1",
)
def other_axes(student):
    student(np.array([[0.0, 1.0], [0.0, 1.0]]), axis=0).is_close(
        [[0.5, 0.5], [0.5, 0.5]],
        looks_like={
            "softmax over the last axis, whatever axis says": softmax(
                np.array([[0.0, 1.0], [0.0, 1.0]])
            )
        },
    )
    scores = student.rng.normal(size=(2, 3, 5))
    for axis in (0, 1, -1):
        student(scores, axis=axis).is_close(softmax(scores, axis=axis))


@check(
    "stable_softmax",
    "whole numbers and float16 are welcome",
    hint="convert the scores to float first",
)
def other_dtypes(student):
    whole = np.array([[2, 1, 0]])
    student(whole).is_close(
        softmax(whole.astype(float)),
        looks_like={"weights stored in an array of whole numbers": [[0, 0, 0]]},
    )
    many = np.full((1, 70_001), 3, dtype=np.float16)
    student(many).is_close(
        np.full(many.shape, 1 / many.size),
        atol=1e-6,
        looks_like={"a sum that is too large for float16": np.zeros(many.shape)},
    )


@check(
    "stable_softmax",
    "the scores are left as they were",
    hint="`scores -= ...` writes into the caller's array; `scores = scores - ...` "
    "makes a new one",
)
def keeps_scores(student):
    scores = student.rng.normal(size=(3, 5)) + 7
    student(scores).is_close(softmax(scores)).keeps_its_arguments()


@check(
    "softmax_with_temperature",
    "being T points ahead is worth a factor of e",
    points=2,
    hint="divide the scores by the temperature, before the softmax",
)
def factor_of_e(student):
    scores = student.rng.normal(size=(3, 5))
    for temperature in (0.5, 3.0):
        plain = softmax(scores)
        student(scores, temperature).is_close(
            softmax(scores, temperature=temperature),
            looks_like={
                "scores multiplied by the temperature": softmax(scores * temperature),
                "no temperature at all: dividing the weights cancels out": plain,
                "weights divided by the temperature": plain / temperature,
                "softmax over axis 0": softmax(scores, axis=0, temperature=temperature),
            },
        )


@check(
    "softmax_with_temperature",
    "cold: the best key takes all",
    hint="the scores that go into np.exp are large now: subtract their maximum",
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


@check(
    "softmax_with_temperature",
    "cold: equal keys share, as they do at every temperature",
    hint="let the formula run, however cold it is: no special case is needed",
)
def cold_and_equal(student):
    scores = np.array([[4.0, 4.0, 1.0]])
    first = {"argmax, which takes the first of the best": [[1, 0, 0]]}
    student(scores, 0.001).is_close([[0.5, 0.5, 0]], looks_like=first)
    student(scores, 1e-9).is_close([[0.5, 0.5, 0]], looks_like=first)


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


@check(
    "predict_the_weights",
    "A: the weight of key 1",
    hint="each power of 2 is divided by the sum of all three",
)
def weight(student):
    student().entry("A").is_number(
        8 / 11,
        looks_like={
            "that is its score divided by the sum of the scores": 3 / 4,
            "that is softmax with e; here a point is worth a doubling": softmax(
                np.array([3.0, 1, 0])
            )[0],
            "that is its share against key 2 alone": 8 / 10,
        },
    )


@check(
    "predict_the_weights",
    "B: every score gets 100 points more",
    hint="what does the same factor in every power do to the shares?",
)
def shifted(student):
    student().entry("B").is_one_of(
        {
            "rises": "do differences between the scores grow?",
            "falls": "103, 101 and 100 look alike, but do only differences count?",
            "stays": None,
        }
    )


@check(
    "predict_the_weights",
    "C: half the temperature",
    hint="a lead of 2 points is now as good as twice that lead was before",
)
def colder(student):
    student().entry("C").is_number(
        16,
        looks_like={
            "that is the ratio of before": 4,
            "you doubled the ratio, but it is the lead that doubles": 8,
            "you made it smaller, and cold makes leads count more": 2,
        },
    )


@check(
    "predict_the_weights",
    "D: a fourth key with score 3",
    hint="the sum has one term more; the power of key 1 stays",
)
def joined(student):
    student().entry("D").is_number(
        8 / 19,
        looks_like={
            "nothing came off for the new key": 8 / 11,
            "key 1 shares its own weight with the new key, but all three pay": 4 / 11,
            "only if nobody else had any weight": 1 / 2,
        },
    )


@check(
    "predict_the_weights",
    "E: an endlessly high temperature",
    hint="what are all scores divided by T, when T is huge? and e to that power?",
)
def hottest(student):
    student().entry("E").is_number(
        1 / 3,
        looks_like={
            "that happens in the cold, not in the heat": 0,
            "a high temperature changes the weights": 1 / 11,
            "all weights still add up to 1": 1,
        },
    )
