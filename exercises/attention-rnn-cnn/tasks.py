"""The exercises on attention, recurrence and convolution."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/2-concepts/attention-rnn-cnn.ipynb"
TASKS = (
    Task(
        "predict_the_path",
        section="Three ways for news to travel",
        difficulty=1,
        minutes=10,
        hints=(
            "How many tokens can one vector hear after one layer, after two, after "
            "three? And how many bits is one symbol out of eight?",
            "A: each layer multiplies what is heard by three. B: each state hears its "
            "token, and all but one a state. C: whole symbols. D: bits before reading, "
            "minus the surprise that is left. E: states over sequences. F: keys and "
            "values, in each layer.",
            "A: 3, 9, 27, 81, ... until it is 200 or more. B: 100 and 99. C: three "
            "bits a symbol. D: 10 symbols of 4 bits, and one bit of surprise is left "
            "for each. E: 2² states, 4² sequences. F: tokens times 3 times 2 times 64.",
        ),
    ),
    Task(
        "bits_brought",
        section="Carry, then choose",
        difficulty=2,
        minutes=15,
        hints=(
            "How many bits does a single answer bring, if the model gives it the "
            "probability p? And which p is so small that its logarithm is lost?",
            "log2(s) + log2(p) for each answer; add up along a sequence, then take the "
            "mean over sequences. The logarithm of p is the score of the right symbol, "
            "minus the logarithm of the sum of the exp of all s scores: no p has to "
            "be computed. Take the highest score from all of them first.",
            "lead = scores minus the highest; np.take_along_axis(lead, said[..., "
            "None], axis=-1)[..., 0] is that of the right symbol; subtract the log of "
            "np.exp(lead).sum(axis=-1), and divide by np.log(2).",
        ),
    ),
    Task(
        "tree_wiring",
        section="Three ways for news to travel",
        difficulty=2,
        minutes=15,
        hints=(
            "Eight players, two in each match: how many matches does a tournament "
            "have, and how many rounds?",
            "Keep a queue: first the tokens, then each vector as it is made. Every new "
            "vector takes the two that have waited longest, so that all rounds are as "
            "short as can be, whatever n is.",
            "Vector n + i hears vectors 2i and 2i + 1, for i from 0 to n - 2.",
        ),
    ),
    Task(
        "after_the_same",
        section="Look it up",
        difficulty=2,
        minutes=20,
        hints=(
            "Token i looks at place j. Which two tokens have to be the same for that, "
            "and what has no token before it?",
            "Compare token i with token j - 1, for j from 1 on; leave column 0 empty. "
            "Hide the future, and divide each row by how many places are open, except "
            "where there is none.",
            "table[..., 1:] = tokens[..., :, None] == tokens[..., None, :-1], in a "
            "table of zeros; then np.tril; then divide by np.maximum(sum of the row, "
            "1).",
        ),
    ),
)
