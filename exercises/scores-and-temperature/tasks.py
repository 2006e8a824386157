"""The exercises on scores and temperature."""

from attnbook.grading.declare import Task

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
            "Convert first, with `np.asarray(scores, dtype=float)`: int8 has no room "
            "for 100 - (-100), nor float16 for a sum of 70,000 ones. Then subtract "
            "`.max(axis=axis, keepdims=True)`, take `np.exp`, and divide by "
            "`.sum(axis=axis, keepdims=True)`.",
        ),
    ),
    Task(
        "softmax_with_temperature",
        section="The price of a point",
        difficulty=1,
        minutes=10,
        hints=(
            "At temperature 0.5, how many points of score are worth a factor of e? "
            "What would you have to do to the scores, so that it takes one point?",
            "Divide before the softmax: afterwards it would cancel out. "
            "At T = 0.001 a score of 5 becomes 5000. "
            "What did you do about scores of that size in the last exercise?",
            'First `if temperature <= 0: raise ValueError("...")`. '
            "Then the softmax of `scores / temperature`, "
            "with the maximum of each row subtracted before np.exp.",
        ),
        uses=("stable_softmax",),
    ),
    Task(
        "predict_the_weights",
        section="Three wishes and one decision",
        difficulty=1,
        minutes=10,
        hints=(
            "Write the three powers of 2 side by side. What is their sum? "
            "Then take the changes one by one: which powers do they change?",
            "A ratio of two weights is the ratio of their powers: the sum cancels. "
            "At half the temperature, what is half a point worth? And a whole one?",
            "A: 8 out of 8 + 2 + 1. B: every power grows by the same factor. "
            "C: a lead of 2 points counts like one of 4. D: one more power of 8 in the "
            "sum. E: at a very high temperature no score matters.",
        ),
    ),
)
