"""The exercises on attention as probability."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/3-formulas/attention-as-probability.ipynb"
TASKS = (
    Task(
        "predict_in_the_fog",
        section="Which lighthouse was it?",
        difficulty=2,
        minutes=10,
        hints=(
            "For A: how far off is one draw, squared and on average? For B and C: "
            "which frequencies make the bias of both keys the same? For D: how much of "
            "the sum is hidden?",
            "The squared distances from the mean are averaged with the weights, and n "
            "draws divide that by n. Equal biases mean that ln(frequency) minus half "
            "the squared length is the same. The free energy at T = 1 is the "
            "logarithm of a sum of powers, and a weight is a part of that sum.",
            "A: 0.2 times 64 plus 0.8 times 4, over 64, and the root. B: e to half the "
            "squared length. C: twice the length is four times the square. D: three "
            "quarters of the sum stay. E: a small gain is divided by T.",
        ),
    ),
    Task(
        "draws_needed",
        section="An average of guesses",
        difficulty=2,
        minutes=10,
        hints=(
            "How large is the typical error of a single draw, and what do four draws "
            "do to it?",
            "The variance is the average squared distance from the mean, with the "
            "weights as chances. The mean of n draws has the variance divided by n. "
            "Which n brings the root of that down to `error`?",
            "mean = weights @ values; variance = weights @ (values - mean) ** 2; the "
            "answer is variance / error**2, rounded up, and never below 1.",
        ),
    ),
    Task(
        "free_energy",
        section="One number for a whole row",
        difficulty=1,
        minutes=10,
        hints=(
            "If every score of a row is 100 higher, what becomes of F? "
            "Which number could you take off every score first, and add in the end?",
            "Take the highest score h out of the row: F = h + T ln sum e^((s - h)/T). "
            "Each row needs its own h. What is the shape of the result?",
            "highest = scores.max(axis=-1, keepdims=True); then highest[:, 0] plus "
            "temperature times np.log of the sum, along axis -1, of "
            "np.exp((scores - highest) / temperature).",
        ),
    ),
    Task(
        "score_for_share",
        section="One number for a whole row",
        difficulty=2,
        minutes=10,
        hints=(
            "Let the powers of the keys that are there add up to Z, and let the "
            "newcomer have the power x. Which share of all does it get?",
            "x / (x + Z) = share. Solve for x. Then: which score has this power, at "
            "temperature T, and what is T ln Z called?",
            "x = Z share / (1 - share), so the score is "
            "free_energy(scores[None], temperature)[0] plus temperature times "
            "np.log(share / (1 - share)).",
        ),
        uses=("free_energy",),
    ),
    Task(
        "posterior_weights",
        section="Which lighthouse was it?",
        difficulty=2,
        minutes=10,
        hints=(
            "Do the pencil example for the signal 2 instead of 0. "
            "Where does the frequency come in, before or after the division by the "
            "sum?",
            "Each key counts frequency times e^(-d² / (2 sigma²)), and each row is "
            "divided by its sum. If all powers of a row round to 0, that is 0 / 0. "
            "What did you do about scores that are too large, or too small?",
            "Distances: ((q[:, None] - k) ** 2).sum(axis=-1), of shape (q, k). Scores: "
            "minus that over 2 * sigma**2, plus np.log(frequency), which is -inf for "
            "0. Then a softmax that subtracts the maximum of each row.",
        ),
    ),
)
