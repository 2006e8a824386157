"""Checks of without_the_twin."""

import numpy as np

from attnbook.grading.declare import check


def expected(w_o, n_heads, kept, twin):
    d_head = len(w_o) // n_heads
    rows = [w_o[h * d_head : (h + 1) * d_head] for h in range(n_heads)]
    sums = [r + rows[twin] if h == kept else r for h, r in enumerate(rows)]
    return np.vstack([r for h, r in enumerate(sums) if h != twin])


@check(
    "without_the_twin",
    "the rows of one head are gone",
    hint="rows of w_o belong to heads, columns to the features of the output",
)
def rows(student):
    w_o = student.rng.normal(size=(10, 10))
    features = {
        "those are columns; a head has rows": (10, 8),
        "a head has more rows than one": (9, 10),
        "nothing is gone": (10, 10),
        "that is for a matrix of each head": (4, 2, 10),
    }
    answer = student(w_o, 5, 1, 3).has_shape(8, 10, looks_like=features)
    answer.is_finite()
    gone = np.delete(w_o, [2, 3, 6, 7], axis=0)  # both heads
    stay = type(answer)(np.delete(answer.array, [2, 3], axis=0), answer.said)
    wrong = np.delete(w_o, [2, 3, 3 * 2 - 2, 3 * 2 - 1], axis=0)
    stay.is_close(
        gone,
        looks_like={
            "the rows of another head taken away": wrong,
            "heads counted from 1": np.delete(expected(w_o, 5, 0, 2), [2, 3], axis=0),
        },
    )


@check(
    "without_the_twin",
    "the output stays as it was",
    points=2,
    hint="what one head brings now counts for two: which rows of w_o met it before?",
)
def output(student):
    w_o = student.rng.normal(size=(10, 10))
    right, other = (expected(w_o, 5, kept, twin) for kept, twin in ((1, 3), (3, 1)))
    removed = np.delete(w_o, [6, 7], axis=0)
    mean, doubled = removed.copy(), removed.copy()
    mean[2:4] = right[2:4] / 2
    doubled[2:4] *= 2
    student(w_o, 5, 1, 3).is_close(
        right,
        looks_like={
            "the twin's rows taken away, and not added anywhere": removed,
            "the mean of the two, where both had their say": mean,
            "the rows of the kept head doubled; the twin has rows of its own": doubled,
            "the kept head taken away, and the twin kept": other,
        },
    )


@check(
    "without_the_twin",
    "the twin may come first",
    hint="which number has the kept head after the twin is deleted?",
)
def twin_first(student):
    w_o = student.rng.normal(size=(12, 12))
    rows = w_o.reshape(4, 3, 12)
    for kept, twin in ((2, 0), (2, 1), (3, 0)):
        removed = np.delete(rows, twin, axis=0)
        looks_like = {
            "the twin's rows taken away, and not added anywhere": removed,
            "the kept head taken away, and the twin kept": expected(
                w_o, 4, twin, kept
            ).reshape(removed.shape),
        }
        if kept < 3:
            shifted = removed.copy()
            shifted[kept] += rows[twin]
            looks_like["rows added to the head after the kept one"] = shifted
        student(w_o, 4, kept, twin).is_close(
            expected(w_o, 4, kept, twin),
            looks_like={
                mistake: numbers.reshape(9, 12)
                for mistake, numbers in looks_like.items()
            },
        )


@check(
    "without_the_twin",
    "the matrix is left as it was",
    hint="reshape gives a view, so `+=` writes into w_o: take a copy",
)
def keeps(student):
    w_o = student.rng.normal(size=(6, 6))
    for kept, twin in ((0, 2), (2, 0)):
        student(w_o, 3, kept, twin).has_shape(4, 6).keeps_its_arguments()
