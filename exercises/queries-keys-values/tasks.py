"""The exercises on queries, keys and values."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/2-concepts/queries-keys-values.ipynb"
TASKS = (
    Task(
        "predict_the_roles",
        section="A query among the keys",
        difficulty=1,
        minutes=10,
        hints=(
            "Draw the four keys. Is the key that a query equals the one that reaches "
            "farthest in its direction?",
            "For C, turn a query through a full circle, also to where all scores are "
            "below 0. For D to F, write down what one score is made of: which of its "
            "two sides changes, and is it the same change for all keys of a row?",
            "A and B: the four dot products are 8, 4, 9 and 5. C: try (-1, -1). "
            "D: a dot product of two vectors has no direction. E: 400 times 400, "
            "against twice 400 times 40. F: the bias adds `query · bias` to each score "
            "of a row, which is the same for all.",
        ),
    ),
    Task(
        "ask_across",
        section="Who may ask?",
        difficulty=2,
        minutes=15,
        hints=(
            "A visitor can be found by nobody and has nothing to hand over. "
            "Which of the three matrices does it meet?",
            "Queries are made of visitors; keys and values are both made of members. "
            "Which axes of the keys have to change places, so that the product has a "
            "row for each visitor and a column for each member?",
            "`visitors @ W_Q`, `members @ W_K`, `members @ W_V`; then "
            "`queries @ keys.swapaxes(-1, -2)`, divided by the temperature, through "
            "softmax, times the values.",
        ),
    ),
    Task(
        "lead_to_desks",
        section="One person, three roles",
        difficulty=1,
        minutes=10,
        hints=(
            "Each line of the colleague's code has one mistake. Which line makes which "
            "symptom?",
            "Scores that are the same in both directions come from one matrix in two "
            "roles. What is mixed must be what people hand over. And where does a "
            "temperature belong: before the softmax or after it?",
            "The keys are `X @ W_K`. The scores are divided by the temperature, then "
            "comes the softmax. At the end the weights mix `X @ W_V`.",
        ),
    ),
    Task(
        "never_first",
        section="A query among the keys",
        difficulty=2,
        minutes=10,
        hints=(
            "Does it matter how long a query is, if all you want to know is which key "
            "comes first? What is left to try, then?",
            "Try directions all the way round, so many that none is far from one you "
            "tried. `queries @ keys.T` has a row for each direction: who wins it? "
            "And who is never among the winners?",
            "angles from 0 to 2 pi, 3600 of them; queries (cos, sin); winners by "
            "`.argmax(axis=1)`. `np.isin(np.arange(len(keys)), winners)` says who wins "
            "at least once, and `~` turns it round.",
        ),
    ),
    Task(
        "query_for",
        section="One person, three roles",
        difficulty=3,
        minutes=20,
        hints=(
            "Which scores give the weights 3/4 and 1/4? Are they the only ones?",
            "Softmax sees only leads: what one score has more than another. The lead "
            "of key j over key 0 is log(weights[j] / weights[0]), and it is also the "
            "dot product of the query with a difference of two keys. How many such "
            "equations are there, and how many unknowns? np.linalg.lstsq takes them, "
            "be they as many as the unknowns or fewer.",
            "(keys[1:] - keys[0]) @ query = np.log(weights[1:] / weights[0]). "
            "np.linalg.lstsq(a, b) returns four things; the first solves `a @ x = b`.",
        ),
    ),
)
