"""The exercises on kinds of attention."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/2-concepts/kinds-of-attention.ipynb"
TASKS = (
    Task(
        "predict_the_pick",
        section="The same mean, another loss",
        difficulty=2,
        minutes=15,
        hints=(
            "A pot was taken: how far is it from the wish? And what happens to the "
            "window where the list ends?",
            "A: square first, then average. C: the softmax shares among all keys in "
            "sight, the bell has half the reach for its width, and nothing divides by "
            "the sum again. D: cost minus baseline, times Z - A. E: a baseline changes "
            "the scatter only. F: which slope has each of the two on average?",
            "A: the squared errors are 9 and 25. B: the window goes from 4.5 to 10.5. "
            "C: key 9 is one sigma away. D: Z is 0 at the first key. E: weight times "
            "(cost - mean cost), and the mean cost is 4. F: one of them has the slope "
            "of pouring, which is content already.",
        ),
    ),
    Task(
        "look_near",
        section="Near what?",
        difficulty=2,
        minutes=20,
        hints=(
            "In the pencil example, where does the broken function put the centre, and "
            "which keys get a weight that should not?",
            "A score of 0 hides nothing: the softmax still shares with it. A share of "
            "the real keys is a share of lengths, which need the shape (b, 1) to meet "
            "shares, and (b, 1, 1) to meet (b, q, k). What is 2σ², if σ is half the "
            "reach?",
            "n = lengths[:, None, None]; far = place - shares[..., None] * n; seen = "
            "(np.abs(far) <= reach) & (place < n); softmax(np.where(seen, scores, "
            "-1e9)) * seen, which is 0 where nothing is seen; and the bell is "
            "np.exp(-2 * (far / reach) ** 2).",
        ),
    ),
    Task(
        "two_mixtures",
        section="The same mean, another loss",
        difficulty=2,
        minutes=20,
        hints=(
            "With the shades 0, 4, 6 and 10 and the wish 5: which two pots scatter "
            "most, and which two least? Does a third pot ever help?",
            "Two pots are enough. For the largest spread they are the outermost ones, "
            "for the smallest the neighbours of the wish, one from below and one from "
            "above. How much of each, so that the mixture is right? And what if both "
            "are the same pot?",
            "The lower pot gets (high - wish) / (high - low), the upper one the rest. "
            "The neighbours are np.where(values <= wish, values, -np.inf).argmax() and "
            "np.where(values >= wish, values, np.inf).argmin(). If they have the same "
            "shade, one of them gets everything.",
        ),
    ),
    Task(
        "quietest_baseline",
        section="REINFORCE",
        difficulty=2,
        minutes=15,
        hints=(
            "For which b is c1 (x1 - b)² + c2 (x2 - b)² smallest?",
            "At the mean of the costs in which draw z counts A_z · |Z - A|². The row Z "
            "of draw z is row z of the identity: what is the squared length of each?",
            "counts = weights * (1 - 2 * weights + (weights**2).sum(axis=-1, "
            "keepdims=True)), and (counts * costs).sum(axis=-1) / counts.sum(axis=-1). "
            "Where one weight is 1 all counts are 0: take the weights themselves.",
        ),
    ),
)
