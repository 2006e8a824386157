"""The exercises on gradients."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/gradients.ipynb"
TASKS = (
    Task(
        "predict_the_blame",
        section="What a mistake says to the scores",
        difficulty=2,
        minutes=15,
        hints=(
            "Where is the mixture now, and in which direction is it pulled? "
            "Is the value of key 2 ahead of the mixture or behind it?",
            "The slope of a score is its weight, times the slope of the context, times "
            "how far its value lies from the context. The slope of one weight with "
            "respect to another score comes from the Jacobian. An array that was used "
            "eleven times is blamed eleven times, and the blame is added up.",
            "A: the context is 4, its slope -3, and key 2 lies 5 further. B: minus the "
            "product of the two weights. C: is 30 ahead of 4, along the pull? "
            "D: weight times distance, for each of the two. E: a gradient has the "
            "shape of its array.",
        ),
    ),
    Task(
        "attention_backward",
        section="Back to queries, keys and values",
        difficulty=1,
        minutes=10,
        hints=(
            "Let there be one query and two keys, as in the pencil example. "
            "Which lines of somebody's function fail now, and which give numbers that "
            "are not those of the pencil?",
            "Two products fit only if there are as many queries as keys: what do the "
            "shapes allow? And the mean that is taken off: is it a mean over keys that "
            "all count alike?",
            "The mean is (a * d_a).sum(axis=-1, keepdims=True). Keys get d_s.T @ q "
            "over the root, values get a.T @ grad_context. Hide with "
            "np.where(mask, scores, -np.inf) before the softmax; then the weights of "
            "hidden keys are 0, and so is all that is multiplied by them.",
        ),
    ),
    Task(
        "measured_key_slopes",
        section="Back to queries, keys and values",
        difficulty=2,
        minutes=15,
        hints=(
            "With one number only, x, and one function, f: which two values of f do "
            "you need, and what do you divide their difference by?",
            "np.ndindex(k.shape) gives the places of all numbers, one after the other. "
            "Make a fresh array of zeros for each, with the step at that place, and "
            "use k + nudge and k - nudge: then k stays as it is. "
            "How large a step is small enough, and which is too small for 16 digits?",
            "With step = 1e-5: the loss at k + nudge, minus the loss at k - nudge, "
            "over 2 * step.",
        ),
    ),
    Task(
        "temperature_backward",
        section="What a mistake says to the scores",
        difficulty=2,
        minutes=15,
        hints=(
            "Call what goes into the softmax u = s / T. The chapter tells the slope "
            "for each u. How does u change with s, and how with T?",
            "The slope of u = s / T is 1 / T in s, and -s / T² in T. Each u sends its "
            "blame to its own score, and all of them send some to the one T.",
            "d_u = weights * (grad_weights - mean), with the mean taken with the "
            "weights. Then d_u / temperature for the scores, and "
            "-(d_u * scores).sum() / temperature**2 for the temperature.",
        ),
    ),
    Task(
        "only_values_learn",
        section="Who learns?",
        difficulty=2,
        minutes=10,
        hints=(
            "The slope of a score is its weight, times the product of dC and v - c. "
            "No weight is zero, and dC is not. Must v - c be zero, too?",
            "Two arrows at right angles have the product 0. Where may seven values "
            "lie, so that dC is at right angles to each v - c?",
            "Values on a line, which differ in their first number only, and a "
            "grad_context that has only a second one. Queries and keys may be any "
            "numbers between -1 and 1.",
        ),
    ),
)
