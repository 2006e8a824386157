"""The exercises on attention, step by step."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/attention-step-by-step.ipynb"
TASKS = (
    Task(
        "predict_the_shapes",
        section="All queries at once",
        difficulty=1,
        minutes=10,
        hints=(
            "Which axis do queries and keys share, and what becomes of an axis "
            "that a product sums over?",
            "A product turns (..., q, d) and (..., d, k) into (..., q, k). "
            "The axes before the last two are only carried along. "
            "For the mask: on which of the four axes of the scores does padding "
            "depend?",
            "Turn only the last two axes of the keys. Scores have a row for each query "
            "and a column for each key, the context a row for each query. The mask has "
            "a 1 on the axes that it does not depend on. Count one multiplication for "
            "each feature of each score, and one for each feature of each mixed value.",
        ),
    ),
    Task(
        "scaled_dot_product_attention",
        section="All queries at once",
        difficulty=3,
        minutes=25,
        hints=(
            "Do one query with a pencil, in the chapter's four steps. "
            "Which of them needs to know what is hidden, and what would it need to see "
            "there, so that its answer is 0?",
            "Turn the keys with `swapaxes(-1, -2)`. "
            "Hide with `np.where(mask, ..., ...)` before the softmax. "
            "What does the given softmax return for a row of -inf, "
            "and how can you tell such a row from the mask?",
            "scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1]), then "
            "np.where(mask, scores, -np.inf). Rows to treat apart are those where "
            "`mask.any(axis=-1, keepdims=True)` is False: give them scores of 0 before "
            "the softmax, and weights of 0 after it.",
        ),
    ),
    Task(
        "causal_mask",
        section="Hide a key",
        difficulty=2,
        minutes=15,
        hints=(
            "Seven words are the keys, and the last three of them the queries. "
            "Where in the sentence does your first query stand?",
            "Give each query and each key its position in the sentence. "
            "Key j stands at j. Where does query i stand, if the last query stands at "
            "the last key? Which comparison says: not in the future?",
            "positions = np.arange(n_queries)[:, None] + n_keys - n_queries, of shape "
            "(q, 1), compared with np.arange(n_keys), of shape (k,): the table is "
            "`keys <= positions`.",
        ),
    ),
    Task(
        "padding_mask",
        section="Many at once",
        difficulty=1,
        minutes=10,
        hints=(
            "A sequence has 3 real words out of 7. "
            "Which numbers have its real keys, if you count from 0?",
            "Compare the numbers of the keys, of shape (k,), with the lengths. "
            "Which shape must the lengths have, so that this gives (b, 1, k)?",
            "`np.arange(n_keys) < np.asarray(lengths)[:, None, None]`.",
        ),
    ),
)
