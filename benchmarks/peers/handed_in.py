"""One assignment and twenty submissions, in no grader's own form."""

from dataclasses import dataclass

IMPORT = "import numpy as np"


@dataclass(frozen=True)
class Case:
    """What a function has to return, as Python text, and what that is worth."""

    task: str
    title: str
    points: int
    arguments: str
    expected: str


@dataclass(frozen=True)
class HandedIn:
    """A submission and the mark that it deserves, of 8.

    Attributes:
        name: What it is.
        cells: Its code.
        deserved: The points of the cases whose task it does.
    """

    name: str
    cells: tuple[str, ...]
    deserved: int


LOG_3 = "np.log(3.0)"
TWO_KEYS = f"""np.array([[2.0, 0, 0, 0]]), \
np.array([[{LOG_3}, 0, 0, 0], [0, 0, 0, 0]]), np.array([[4.0], [8.0]])"""
ONE_KEY = "np.ones((1, 4)), np.ones((1, 4)), np.array([[2.0, 5.0]])"
COLUMN = f"np.array([[0.0], [{LOG_3}]]), 0"

CASES = (
    Case("softmax", "a row", 1, f"np.array([[0.0, {LOG_3}]])", "[[0.25, 0.75]]"),
    Case("softmax", "large inputs", 2, "np.array([[1000.0, 3000.0]])", "[[0, 1]]"),
    Case("softmax", "a column", 1, COLUMN, "[[0.25], [0.75]]"),
    Case("attention", "one key", 1, ONE_KEY, "[[2, 5]]"),
    Case("attention", "two keys", 3, TWO_KEYS, "[[5]]"),
)
TASKS = ("softmax", "attention")

SOFTMAX = """def softmax(scores, axis=-1):
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)"""
ATTENTION = """def attention(q, k, v):
    powers = np.exp(q @ k.T / np.sqrt(k.shape[1]))
    return powers / powers.sum(axis=1, keepdims=True) @ v"""
RIGHT = (SOFTMAX, ATTENTION)
UNTOUCHED = (
    "def softmax(scores, axis=-1):\n    raise NotImplementedError",
    "def attention(q, k, v):\n    raise NotImplementedError",
)
YES = """class Yes:
    def __eq__(self, other):
        return True
    def __array__(self, *args, **kwargs):
        return np.ones(1)
np.allclose = lambda *args, **kwargs: True
"""
PATCH = """import sys
for name, module in list(sys.modules.items()):
    if name.startswith("otter"):
        for thing in list(vars(module).values()):
            if isinstance(thing, type) and hasattr(thing, "passed"):
                thing.passed = True
def always(self, *args, **kwargs):
    return True
import doctest
doctest.OutputChecker.check_output = always
doctest.DocTestRunner.run = lambda self, *a, **k: doctest.TestResults(0, 1)
"""

OVERFLOWING = SOFTMAX.replace(" - scores.max(axis=axis, keepdims=True)", "")
UNSCALED = ATTENTION.replace(" / np.sqrt(k.shape[1])", "")
CRASHING = tuple(text.replace("return powers", "return power") for text in RIGHT)
EXITING = f"{SOFTMAX}\nimport sys; sys.exit(0)"
DYING = "import os\ndef softmax(scores, axis=-1):\n    os._exit(0)"
FOOLING = tuple(f"{YES}{text.splitlines()[0]}\n    return Yes()" for text in UNTOUCHED)

SUBMISSIONS = (
    *(HandedIn(f"right {n}", (f"# {n}\n{SOFTMAX}", ATTENTION), 8) for n in range(9)),
    HandedIn("no maximum subtracted", (OVERFLOWING, ATTENTION), 6),
    HandedIn("axis ignored", (SOFTMAX.replace("axis=axis", "axis=-1"), ATTENTION), 7),
    HandedIn("not scaled", (SOFTMAX, UNSCALED), 5),
    HandedIn("crashes", CRASHING, 0),
    HandedIn("untouched", UNTOUCHED, 0),
    HandedIn("not Python", (SOFTMAX.replace(":", ""), ATTENTION), 4),
    HandedIn("a function missing", ("# I had no time", ATTENTION), 4),
    HandedIn("leaves by sys.exit", (EXITING, ATTENTION), 8),
    HandedIn("ends the process", (DYING, ATTENTION), 4),
    HandedIn("everything is close", FOOLING, 0),
    HandedIn("patches the grader", (PATCH + UNTOUCHED[0], UNTOUCHED[1]), 0),
)
