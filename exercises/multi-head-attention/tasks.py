"""The exercises on multi-head attention."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/multi-head-attention.ipynb"
TASKS = (
    Task(
        "predict_the_heads",
        section="What heads cost",
        difficulty=1,
        minutes=10,
        hints=(
            "What do heads share, and what has each of them for itself?",
            "They share the width, so the matrices do not grow. A table of weights "
            "belongs to one head and one sentence. For E: how many numbers does one "
            "head get, and how many numbers has one word?",
            "A: 96 over 6. B: sentences, heads, then a square. C: four times a matrix "
            "of 96 x 96 and a bias of 96. D: a table for each head. E: 7 x 16 = 112 "
            "numbers, from the start of the array, and a word has 96.",
        ),
    ),
    Task(
        "join_heads",
        section="Cut along features, not along tokens",
        difficulty=1,
        minutes=10,
        hints=(
            "The chapter cuts each word, then swaps two axes. "
            "If you take it back, which of the two comes first?",
            "What belongs to one word has to lie side by side before axes are joined: "
            "the shape (..., n, h, d_head). Only then reshape.",
            "by_word = np.swapaxes(parts, -3, -2), then "
            "by_word.reshape(*by_word.shape[:-2], -1).",
        ),
    ),
    Task(
        "multi_head_attention",
        section="Cut along features, not along tokens",
        difficulty=3,
        minutes=25,
        hints=(
            "For a single head and a single sentence you know every step. "
            "Which shape should queries have, so that the same steps do all heads of "
            "all sentences at once?",
            "Project first, then split: (b, n, d_model) to (b, n, h, d_head) to "
            "(b, h, n, d_head). The scores have four axes and the mask has three: "
            "which one does it lack?",
            "(x @ w_q).reshape(b, n, n_heads, -1).swapaxes(1, 2) splits. The mask "
            "becomes mask[:, None]. Join the contexts before you multiply by w_o.",
        ),
        uses=("join_heads",),
    ),
    Task(
        "without_the_twin",
        section="Who does the work?",
        difficulty=2,
        minutes=15,
        hints=(
            "Which rows of w_o does head 1 meet, if each head has two features? "
            "And what does it bring, if head 3 brings the same?",
            "w_o.reshape(n_heads, -1, d_model) has the rows of each head apart. The "
            "kept head now does the work of two. Take care of the order: add before "
            "you delete, since numbers of heads change then.",
            "rows = w_o.reshape(n_heads, -1, d_model).copy(); rows[kept] += "
            "rows[twin]; then np.delete(rows, twin, axis=0), joined to two axes again.",
        ),
    ),
    Task(
        "fool_the_test",
        section="Cut along features, not along tokens",
        difficulty=3,
        minutes=15,
        hints=(
            "Write each word as two triples, eight of them in all. Which four triples "
            "does head 0 get by reshape, and which in the right way?",
            "Number the triples 0 to 7, as they lie in the array. By reshape head 0 "
            "gets 0, 1, 2, 3; in the right way it gets 0, 2, 4, 6. So triple 1 has to "
            "equal triple 2, triple 2 has to equal triple 4, and so on, for head 1 "
            "too. How many different triples are left?",
            "Triples 1, 2 and 4 are the same, and so are 3, 5 and 6; 0 and 7 are free. "
            "In words: (a, b), (b, c), (b, c), (c, d).",
        ),
    ),
    Task(
        "heads_in_torch",
        section="In PyTorch",
        difficulty=2,
        minutes=20,
        hints=(
            "The layer takes anything of the right shape without a word. Which three "
            "of its inputs and outputs mean something else than in this book?",
            "Its matrices are turned; True in its mask means may *not* attend; and it "
            "returns the mean of the heads' weights, unless told otherwise. Copy "
            "matrices within `torch.no_grad()`, by `.copy_`.",
            "in_proj_weight.copy_(torch.tensor(np.hstack([w_q, w_k, w_v]).T)), "
            "out_proj.weight.copy_(torch.tensor(w_o.T)), and the call with "
            "attn_mask=torch.tensor(~mask) and average_attn_weights=False; "
            "the words are torch.tensor(x, dtype=torch.float32).",
        ),
    ),
)
