"""The exercises on masks."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/2-concepts/masks.ipynb"
TASKS = (
    Task(
        "predict_the_leak",
        section="The case, solved",
        difficulty=1,
        minutes=10,
        hints=(
            "At how many of the four places of A is there something to look up? "
            "And what can the model do at the others?",
            "B: whoever stands at the edge of a window has looked as far in the layer "
            "below. C: which layers can carry something to an earlier place? "
            "D: write the seven rows, and strike out three columns.",
            "A: three sure guesses and one of six. B: three more tokens with each "
            "layer. C: each of the two leaks gives one. D: after the fourth row the "
            "rows grow no more. E: 3 out of 1 + 3. F: 3 out of 1 + 3 + 4.",
        ),
    ),
    Task(
        "attend_padded",
        section="Columns, not rows",
        difficulty=2,
        minutes=20,
        hints=(
            "Shapes are matched from the right. Which axis of the scores does the "
            "first axis of `real` meet, and which should it?",
            "With shape (b, 1, k) the mask serves every query of its own sequence. "
            "What does softmax make of a row in which all scores are -1e9, and what "
            "may you multiply it by? And why is a weight of 0 not enough for a NaN?",
            "np.asarray(lengths)[:, None, None] makes the mask (b, 1, k). Replace "
            "hidden scores by -1e9. After the softmax, multiply by the mask: with real "
            "scores far above -1e9 that changes only rows with no real key. And mix "
            "`np.where(mask.swapaxes(-1, -2), v, 0)`, since 0 times NaN is NaN.",
        ),
    ),
    Task(
        "packed_mask",
        section="A table of who may see whom",
        difficulty=2,
        minutes=15,
        hints=(
            "Take one query and one key. Which three questions do you ask about the "
            "two, before you let the one see the other?",
            "Same document, not later, no filling: each is a table of booleans, and "
            "`&` combines them. Which shapes must the numbers have, so that `==` "
            "compares every query with every key?",
            "`documents[..., :, None] == documents[..., None, :]`, and np.tri(n, "
            "dtype=bool), and `documents[..., None, :] >= 0`.",
        ),
    ),
    Task(
        "mask_of_a_black_box",
        section="One test for every mask",
        difficulty=2,
        minutes=10,
        hints=(
            "In the example, which number told you that query 0 does not see token 1?",
            "`after - before` has shape (k, q, d): NumPy repeats `before` for each "
            "token. A query has moved if any of its features has, up or down. Which "
            "two axes have to change places at the end?",
            "`np.abs(after - before).max(axis=-1)` has shape (k, q); turn it by `.T`, "
            "and ask where it is above 1e-6.",
        ),
    ),
    Task(
        "layers_until_heard",
        section="Through several layers",
        difficulty=3,
        minutes=20,
        hints=(
            "Start with the listener alone. Whom does it hear after one layer? "
            "And after two?",
            "Keep a row of booleans: who has been heard by now. One layer more adds "
            "everyone whom one of these can see. After how many layers can there be "
            "nobody new any more?",
            "heard = np.arange(n) == listener; each layer: heard | "
            "mask[heard].any(axis=0). Look at heard[speaker] before each, n times, and "
            "return None after that.",
        ),
    ),
    Task(
        "two_sparse_masks",
        section="Through several layers",
        difficulty=2,
        minutes=10,
        hints=(
            "A town has ten houses with ten people each. All of a house talk in the "
            "evening. Whom must you meet the next day, to know everything?",
            "Give each token two numbers, i // m and i % m. In the first layer, meet "
            "those who share one of the two; in the second, those who share the other.",
            "With `a, b = np.divmod(np.arange(m * m), m)` the masks are "
            "`a[:, None] == a` and `b[:, None] == b`.",
        ),
    ),
)
