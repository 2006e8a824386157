"""The exercises on self-attention."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/self-attention.ipynb"
TASKS = (
    Task(
        "predict_what_moves",
        section="An order that nobody meant to give",
        difficulty=1,
        minutes=10,
        hints=(
            "Ask of each word: whom does it see? "
            "Is anybody among these another than before?",
            "Without a mask every word sees everybody, wherever they stand, and takes "
            "its own vector along when it moves. With a causal mask draw the table of "
            "weights and shade the column of the word that changed.",
            "A: the two words in the middle see the same words as before. B: the row "
            "of the word itself and all rows below it. C: the mean of the values that "
            "the word may see. D: what does the first word of a text see? E: the new "
            "word asks everybody, itself included; nobody else may look at it.",
        ),
    ),
    Task(
        "causal_self_attention",
        section="A sentence asks itself",
        difficulty=2,
        minutes=20,
        hints=(
            "Do the pencil example with somebody's function, line by line. "
            "What should each line give, and which is the first that does not?",
            "A question for each mistake. Whose features does a dot product add up? "
            "Is row 0 of the mask full, or has it a single True? "
            "Which sums are 1 in the end, those of rows or of columns? "
            "And what becomes of a row whose scores all lie far below the maximum?",
            "Divide by np.sqrt(w_k.shape[-1]). Keep the lower triangle, "
            "np.tri(n, dtype=bool). Sum over axis=-1 with keepdims=True, and take the "
            "maximum there too. For a batch turn keys with swapaxes(-1, -2), and take "
            "n from x.shape[-2].",
        ),
    ),
    Task(
        "restore_order",
        section="Who bites whom?",
        difficulty=2,
        minutes=10,
        hints=(
            "The word dog is word 0 of the sentence. "
            "In which row of the layer's output does it stand, "
            "and how do you find that row in (2, 0, 1)?",
            "Row i of the output belongs to word order[i]. You need the list that says "
            "it the other way round: for each word, its row. For the table, remember "
            "that the columns are words as well.",
            "`back = np.argsort(order)` says for each word where it went. "
            "The output is `y[back]`, and the table `a[back][:, back]`.",
        ),
    ),
    Task(
        "look_one_back",
        section="Tell it the order",
        difficulty=3,
        minutes=20,
        hints=(
            "Forget matrices for a moment. Which table of scores, a row for each "
            "place and a column for each place, would make every word look back?",
            "With one number for each place, X W_Q and X W_K are the upper parts of "
            "W_Q and W_K. If one of them is the identity, the product of the two is "
            "the other one, or its transpose. And how do features get no say?",
            "For the keys take np.eye(n_places), with n_features rows of zeros below. "
            "For the queries take 20 * np.sqrt(n_places) times a table with a single "
            "1 in each row: in row 0 at column 0, in row i at column i - 1; with "
            "zeros below as well.",
        ),
    ),
)
