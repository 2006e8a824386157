"""The exercises on positions."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/positions.ipynb"
TASKS = (
    Task(
        "predict_the_places",
        section="After: a price for every step",
        difficulty=2,
        minutes=15,
        hints=(
            "In B and F, what does the score of two turned vectors depend on, and on "
            "what not?",
            "A: a cost of log 3 divides the odds by 3. B: leave the query alone, and "
            "turn the key by j - i steps. C: place times base to the power of -2c/d. "
            "D: what is sin² + cos²? E: which ways treat both directions alike? "
            "F: the difference of the angles by which both were really turned.",
            "A: the odds are 1, 1/3 and 1/9. B: (4, 3), a quarter back, is (3, -4). "
            "C: 10,000 to the power of -1/4 is 0.1. D: one for each hand. E: nothing "
            "at all and |i - j| do not know left from right. F: the key was turned by "
            "17 and the query by 12.",
        ),
    ),
    Task(
        "turn_from",
        section="Between: turn the query and the key",
        difficulty=2,
        minutes=15,
        hints=(
            "Follow (0, 1) at place 1 through the broken lines. What stands in "
            "y[..., 0::2] when the last of them reads it?",
            "Both features of a pair are made from the two old ones. Hand c has the "
            "exponent -2c/d. Where is `start` used? And what does an array of whole "
            "numbers do with 0.54?",
            "Make `turned = np.empty(x.shape)`, which holds floats, and fill it from "
            "x[..., 0::2] and x[..., 1::2]; np.arange(0, d, 2) / d has the exponents, "
            "start + np.arange(n) the places.",
        ),
    ),
    Task(
        "turned_by",
        section="Between: turn the query and the key",
        difficulty=2,
        minutes=15,
        hints=(
            "If you knew t, how could you tell that it is right? And how many t are "
            "there to try?",
            "A table with `before` in every row, turned from place -longest on, has "
            "the vector for every t. Which row is nearest to `after`? And which t "
            "belongs to row 0?",
            "turn_from(np.tile(before, (2 * longest + 1, 1)), -longest), minus after, "
            "squared and summed over the last axis; argmin, minus longest.",
        ),
        uses=("turn_from",),
    ),
    Task(
        "alibi_in_features",
        section="After: a price for every step",
        difficulty=3,
        minutes=15,
        hints=(
            "Which product of two numbers, one of the query and one of the key, is "
            "slope times j?",
            "The new feature adds (query's number) · (key's number) to the dot "
            "product, and then everything is divided by the root of d + 1. What do "
            "you have to multiply by, so that the old part is divided by the root of "
            "d, and the new one by nothing?",
            "Queries: q times the root of (d + 1) / d, and beside it a column of the "
            "root of d + 1. Keys: k, and beside it a column of slope * j.",
        ),
    ),
    Task(
        "sees_offsets_only",
        section="Six ways, side by side",
        difficulty=3,
        minutes=15,
        hints=(
            "What of a row does a softmax see, if not its scores as they are?",
            "Take the lead of each score over its neighbour, with np.diff along the "
            "row: a number that was added to the row is gone. What must hold for leads "
            "on one diagonal?",
            "leads = np.diff(scores, axis=1); one step down a diagonal goes from "
            "leads[:-1, :-1] to leads[1:, 1:].",
        ),
    ),
)
