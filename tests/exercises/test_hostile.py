"""Whatever a notebook does, it gets no mark it did not earn, and the grader goes on."""

import time

import pytest

from attnbook.grading.learners import Elsewhere, Limits
from attnbook.grading.run import report_text, run_task

from .sets import SETS

pytestmark = pytest.mark.slow
EXERCISES = next(s for s in SETS if s.name == "scores-and-temperature")
TASK = "stable_softmax"
RIGHT = """
import numpy as np
def stable_softmax(scores, axis=-1):
    {}
    powers = np.exp(np.asarray(scores, float) - np.max(scores, axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)
"""
WITH_RIGHT = "\n" + RIGHT.format("pass")
HUGE = "print('x' * 100_000_000)"
EQUAL = """
class Yes:
    shape = (3, 5)
    ndim = 2
    dtype = float
    __class__ = __import__("numpy").ndarray
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return True
def stable_softmax(*a, **k): return Yes()
"""
LIAR = """
import numpy as np
class Liar(np.ndarray):
    def __array__(self, *a, **k): return np.full((3, 5), 0.2)
    def tobytes(self, *a): return np.full((3, 5), 0.2).tobytes()
    def copy(self, *a): return self
    shape = property(lambda self: (3, 5))
def stable_softmax(scores, axis=-1): return np.asarray(scores).view(Liar)
"""
PATCHED = """
import numpy as np
np.allclose = lambda *a, **k: True
np.isfinite = lambda x: np.ones(np.shape(x), bool)
np.abs = lambda x: np.zeros(1)
def stable_softmax(scores, axis=-1): return np.zeros(np.shape(scores))
"""
FORGED = """
import glob, os
def stable_softmax(*a, **k):
    for fd in range(3, 20):
        try: os.write(fd, b'\\0\\0\\0\\x10\\0\\0\\0\\0{"kind": "value"}' * 50)
        except OSError: pass
"""
PEEKING = """
try:
    import attnbook.reference as r
except ImportError:
    r = None
def stable_softmax(scores, axis=-1):
    return r.softmax(scores, axis=axis)
"""
# What the notebook has, the points that it earned, and what the report has to say.
CASES = {
    "a loop in the function": (
        "def stable_softmax(*a, **k):\n    while True: pass",
        0,
        "was still running after 2 s (an endless loop?)",
    ),
    "a loop that waits for input": (
        "def stable_softmax(*a, **k):\n    input()",
        0,
        "raised EOFError",
    ),
    "sys.exit in the function": (
        "import sys\ndef stable_softmax(*a, **k):\n    sys.exit(0)",
        0,
        "raised SystemExit: 0  (line: sys.exit(0))",
    ),
    "os._exit in the function": (
        "import os\ndef stable_softmax(*a, **k):\n    os._exit(0)",
        0,
        "ended the whole process",
    ),
    "endless recursion": (
        "def stable_softmax(*a, **k):\n    return stable_softmax()",
        0,
        "raised RecursionError",
    ),
    "an object that equals everything": (EQUAL, 0, "returned an array of object"),
    "an array that lies": (LIAR, 0, "is off by up to"),
    "NumPy patched in its own process": (PATCHED, 0, "off by up to"),
    "answers forged on the pipe": (FORGED, 0, "sent something that is no answer"),
    "the book's own softmax called": (PEEKING, 0, "'NoneType' object has no attribute"),
    "a generator for an answer": (
        "def stable_softmax(*a, **k):\n    yield 1",
        0,
        "returned an object of type generator",
    ),
    "an exception that cannot be printed": (
        "class E(Exception):\n    def __str__(self): raise E\n"
        "def stable_softmax(*a, **k):\n    raise E",
        0,
        "raised E  (line: raise E)",
    ),
    "a line forged in the report": (
        "def stable_softmax(*a, **k):\n    raise ValueError('a\\r✓ all (7/7)')",
        0,
        "a ✓ all (7/7)",
    ),
    "a renamed function": (
        WITH_RIGHT.replace("stable_softmax", "my_softmax"),
        0,
        "there is no function called stable_softmax in the notebook",
    ),
    "a syntax error": (
        "def stable_softmax(scores:\n    return 1",
        0,
        "there is no function called stable_softmax",
    ),
    "100 MB printed in the function": (RIGHT.format(HUGE), 7, "✓"),
    "100 MB printed in a cell": (HUGE + WITH_RIGHT, 7, "✓"),
    "a cell that stops before the answer": ("1 / 0" + WITH_RIGHT, 7, "✓"),
    "a cell that exits before the answer": (
        "import sys\nsys.exit()" + WITH_RIGHT,
        7,
        "✓",
    ),
    "a cell that ends the process": ("import os\nos._exit(1)" + WITH_RIGHT, 7, "✓"),
    "a cell that loops": ("while True: pass" + WITH_RIGHT, 7, "✓"),
    "IPython's own lines": ("%matplotlib inline\n!ls" + WITH_RIGHT, 7, "✓"),
    "a plot on the way": (
        "from attnbook.plotting import plot_weights\nplot_weights([1])" + WITH_RIGHT,
        7,
        "✓",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_notebook_gets_what_it_earned_and_ends_in_time(case):
    cell, points, says = CASES[case]
    start = time.monotonic()
    with Elsewhere([cell], limits=Limits(call=2, cell=2, whole=20)) as learner:
        result = run_task(TASK, EXERCISES.checks, learner)
    told = report_text(result)
    assert sum(o.points for o in result.outcomes) == points, told
    assert says in told
    assert "Traceback" not in told
    assert "attnbook" not in told
    assert told.count("\n") <= 3 * len(EXERCISES.checks)
    assert time.monotonic() - start < 25


def test_one_bad_function_costs_the_others_nothing():
    cells = [
        WITH_RIGHT,
        "import os\ndef softmax_with_temperature(s, t):\n    os._exit(3)",
        "def predict_the_weights():\n    while True: pass",
    ]
    with Elsewhere(cells, limits=Limits(call=1)) as learner:
        results = [run_task(t.name, EXERCISES.checks, learner) for t in EXERCISES.tasks]
        again = run_task(TASK, EXERCISES.checks, learner)
    assert [result.points for result in results] == [7, 0, 0]
    assert again.points == 7


def test_a_notebook_of_endless_cells_ends_in_time():
    start = time.monotonic()
    cells = ["while True: pass"] * 40
    with Elsewhere(cells, limits=Limits(cell=0.5, whole=3)) as learner:
        result = run_task(TASK, EXERCISES.checks, learner)
    assert time.monotonic() - start < 10
    assert result.points == 0
    assert "came too late: the notebook used up all 3 s" in report_text(result)


def test_what_a_function_started_ends_with_it(tmp_path):
    canary = tmp_path / "alive"
    cell = f"""
import subprocess, sys
def stable_softmax(*a, **k):
    subprocess.Popen([sys.executable, "-c",
        "import time, pathlib; time.sleep(2); pathlib.Path({str(canary)!r}).touch()"])
    while True: pass
"""
    with Elsewhere([cell], limits=Limits(call=1)) as learner:
        run_task(TASK, EXERCISES.checks, learner)
    time.sleep(2.5)
    assert not canary.exists()
