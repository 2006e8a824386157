"""The exercises on stability."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/stability.ipynb"
TASKS = (
    Task(
        "predict_the_digits",
        section="The number that hides a key",
        difficulty=2,
        minutes=15,
        hints=(
            "How far apart do the numbers of float16 lie between ½ and 1? And how far, "
            "then, between 1 and 2, between 2 and 4, and so on?",
            "What is added is lost if it is less than half of the gap. A block counts "
            "with the sum of its powers. An old sum is converted from the unit m to "
            "the unit m'. A constant on all scores of a row is not felt, if the format "
            "keeps the scores apart.",
            "A: the gap must be more than 6. B: the powers 1, 1, 1, 1 and 20. C: the "
            "factor is e to ln 2 - ln 8. D: -10,000 is a constant, and float32 keeps "
            "about three digits behind the point there. E: from 2^15 to 2^16 the gap "
            "is 32; which multiples of 32 are nearest to the three sums?",
        ),
    ),
    Task(
        "break_float16",
        section="What a number can be",
        difficulty=2,
        minutes=15,
        hints=(
            "Which score has the power 65,504? And which two equal scores have powers "
            "that are 65,504 together?",
            "For a power: above 11.1, and below 88 for float32. For a sum: each below "
            "11.09, and together more than 65,504. For digits: e^5 is 148, so the "
            "second score has to lead by 5, and the gap must be wider than that.",
            "For a power, take a score near 20. For a sum, take the same score twice, "
            "a little below 11.09. For digits: around 30,000 the gap is 16, and 30,000 "
            "itself is a number of float16; which scores are rounded to it?",
        ),
    ),
    Task(
        "log_weights",
        section="What a row is worth together",
        difficulty=2,
        minutes=15,
        hints=(
            "Why is np.log(weights) no good for the scores 0 and -2000, and how would "
            "you get the -2000 without computing the weight?",
            "The logarithm of a weight is its score minus log-sum-exp of the row. With "
            "the highest score taken off first nothing overflows. In which row is the "
            "highest score no number to take off?",
            "lead = scores - highest, with 0 in the place of a highest of -inf; total "
            "= np.exp(lead).sum(axis=-1, keepdims=True), with 1 in the place of 0; the "
            "answer is lead - np.log(total).",
        ),
    ),
    Task(
        "merge_parts",
        section="A block is a key",
        difficulty=3,
        minutes=20,
        hints=(
            "In the pencil example, which number did the first machine's sum and "
            "mixture have to be multiplied by, and why not those of the second?",
            "Choose one unit for all machines, for each query: the highest of all "
            "highest scores. Each machine has its own factor, of shape (p, q). Which "
            "axis do the machines lie along? And what is -inf minus -inf?",
            "top = highest.max(axis=0) is handed on as it is. The factors are "
            "np.exp(highest - unit), where unit is top, and 0 where top is -inf. "
            "Multiply total and mixture by them, the mixture with factor[..., None], "
            "and add up along axis 0.",
        ),
    ),
    Task(
        "leave_out",
        section="A block is a key",
        difficulty=2,
        minutes=15,
        hints=(
            "The whole is a mixture of two contexts, that of the block and that of the "
            "rest. In which shares?",
            "The block's share is e^(its log-sum-exp - that of the whole). Solve "
            "`context = share * block_context + (1 - share) * rest` for the rest. And "
            "what is left of the sum of powers, as a part of it?",
            "share = np.exp(block_lse - lse); the context is "
            "(context - share[:, None] * block_context) / (1 - share[:, None]), and "
            "the log-sum-exp lse + np.log1p(-share).",
        ),
    ),
)
