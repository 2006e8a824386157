"""The exercises on score functions."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/2-concepts/score-functions.ipynb"
TASKS = (
    Task(
        "predict_the_scores",
        section="Six scores on one page",
        difficulty=1,
        minutes=10,
        hints=(
            "What are the two possible products of two such coins? And what is the "
            "variance of one of them?",
            "Variances of independent terms add up, sizes do not. For C, draw the "
            "table of pairs: what stands in one cell of it before the sum over hidden "
            "features? For E, which of the four has a bend in it?",
            "A: nine products of +4 or -4, each of variance 16. B: divide by 3. "
            "C: queries times keys times hidden features. D: two matrices of 6 by 10, "
            "and w. E: a straight line in the key is highest at an end. F: in one of "
            "the formulas of the table there is no q.",
        ),
    ),
    Task(
        "additive_scores",
        section="Does the query matter?",
        difficulty=2,
        minutes=15,
        hints=(
            "Write the colleague's score as a sum of two numbers. "
            "Which of them depends on the key, and what becomes of the other?",
            "The bend has to come after query and key have met: tanh of the sum. "
            "For every pair you need a vector of h features: which shapes must the two "
            "sides have, so that their sum is (..., q, k, h)?",
            "`(q @ W_Q.T)[..., :, None, :] + (k @ W_K.T)[..., None, :, :]`, then "
            "np.tanh, then `@ w`.",
        ),
    ),
    Task(
        "asks_nothing",
        section="Does the query matter?",
        difficulty=1,
        minutes=10,
        hints=(
            "Two rows of scores are different, and their weights are the same. "
            "How can that be?",
            "Softmax sees only what one score has more than another of its row. "
            "What could you subtract from each row, so that rows with the same weights "
            "become the same?",
            "`scores - scores[:, :1]` holds each key's lead over the first. Compare "
            "all of its rows with its first row: np.allclose.",
        ),
    ),
    Task(
        "prefer_a_place",
        section="A partner and a teacher",
        difficulty=2,
        minutes=15,
        hints=(
            "The chapter's score is tanh(k - s + 2) - tanh(k - s - 2). Which part of "
            "it says where the top is?",
            "The top is where k - s is 0. It is to be where k - ratio * s - ahead is "
            "0: put that in its place in both tanh. Which of its parts belongs to "
            "W_K, which to the first column of W_Q, which to the second?",
            "The first hidden feature is k - ratio * s + (2 - ahead), the second "
            "k - ratio * s + (-2 - ahead). W_K and w stay as they are in the chapter.",
        ),
    ),
    Task(
        "lift_for_distance",
        section="The number that was missing",
        difficulty=1,
        minutes=10,
        hints=(
            "Multiply out the squared distance of a query and a key. "
            "Which of the three terms is the same for all keys?",
            "What is left is twice the dot product, minus the key's squared length. "
            "The length is one number for each key: with what must the query multiply "
            "it, and where does the 2 go?",
            "Queries: `2 * q` with a 1 behind it. Keys: `k` with "
            "`-(k**2).sum(axis=-1, keepdims=True)` behind it. np.concatenate along "
            "axis -1 puts them together.",
        ),
    ),
)
