"""The exercises on why there is attention."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/1-background/why-attention.ipynb"
TASKS = (
    Task(
        "expected_share",
        section="Is it the length, or only more chances to fail?",
        difficulty=1,
        minutes=5,
        hints=(
            "Six words are right if the first three are right and the last three are "
            "right. If three words are right in half of all cases, how often are six?",
            "Go through a single word: what is its chance, if the chance of `words` of "
            "them together is `share`? Then what is the chance of `longer` such words?",
            "One word: `share ** (1 / words)`. Many: that to the power of `longer`. "
            "Both powers in one are `share ** (longer / words)`, and NumPy takes an "
            "array there as well.",
        ),
    ),
    Task(
        "look_back",
        section="Let it look back",
        difficulty=2,
        minutes=10,
        hints=(
            "Give the colleague's code two words that ask for different things. "
            "In which line does it stop to matter who asks?",
            "It looks once, for the first word, and hands the same mixture to all: one "
            "vector for everything, again. Which product has a row of scores for each "
            "word that asks, and which shape has it?",
            "`asking @ states.T` has shape (q, k). `shares` works along each row, and "
            "its result times `states` has shape (q, d): no np.tile is needed.",
        ),
    ),
    Task(
        "predict_the_bottleneck",
        section="One vector for everything",
        difficulty=1,
        minutes=10,
        hints=(
            "Draw the two models of the chapter with 30 words below and 20 above. "
            "How many arrows end at one written word, and where do they begin?",
            "A state is a list of numbers, and a score is one number for a pair. "
            "For D and E: what would you see if nothing were forgotten, and is what "
            "you see worse than that?",
            "A: one state. B: as many states as words were read. C: a table with a "
            "row for each word written and a column for each word read. D: what is "
            "0.80 squared? E: both write the same three digits. F: which power of 2 is "
            "the first that is not below 26 times 26 times 26?",
        ),
    ),
)
