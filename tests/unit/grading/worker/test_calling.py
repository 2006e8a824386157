import numpy as np
import pytest

from attnbook.grading.worker.calling import call_function
from attnbook.grading.worker.serve import run_cell


def ask(source, *args, **kwargs):
    namespace: dict = {}
    run_cell(source, namespace, "<cell 1>")
    return call_function(namespace, "f", list(args), kwargs)


def test_a_value_comes_back_as_plain_data():
    answer = ask("def f(x): return (x, 2)", "a")
    assert answer == {"kind": "value", "value": ["a", 2], "changed": []}


def test_a_changed_argument_is_noticed_and_the_original_stays():
    x = np.zeros(3)
    assert ask("def f(a, x):\n  x += 1\n  return x", 0, x=x)["changed"] == [1]
    assert x.tolist() == [0, 0, 0]


def test_an_argument_that_is_given_another_shape_is_noticed():
    assert ask("def f(x):\n  x.shape = (3, 1)\n  return x", np.zeros(3))["changed"] == [
        0
    ]


@pytest.mark.parametrize("source", ["", "f = 3", "def g(): pass"])
def test_what_cannot_be_called_is_missing(source):
    assert ask(source) == {"kind": "missing"}


def test_a_stub_is_not_written_yet():
    assert ask("def f():\n  raise NotImplementedError") == {"kind": "unwritten"}


def test_a_function_that_calls_an_unwritten_one_is_written():
    told = ask("def g():\n  raise NotImplementedError\ndef f():\n  return g()")
    assert told["kind"] == "raised"
    assert told["text"] == "NotImplementedError: g is not written yet"
    assert told["line"] == "raise NotImplementedError"


def test_an_error_comes_with_the_learners_own_line():
    answer = ask("import numpy as np\ndef f():\n  return np.ones(2) @ np.ones(3)  # so")
    assert answer["raised"][0] == "ValueError"
    assert answer["line"] == "return np.ones(2) @ np.ones(3)  # so"
    assert answer["text"].startswith("ValueError: matmul")
    assert "\n" not in answer["text"]


@pytest.mark.parametrize("error", ["SystemExit", "KeyboardInterrupt", "MemoryError"])
def test_nothing_that_is_raised_gets_out(error):
    assert ask(f"def f():\n  raise {error}")["raised"][0] == error


def test_a_warning_is_neither_shown_nor_an_error():
    answer = ask("import numpy as np\ndef f(x): return np.exp(x)", np.array([1000.0]))
    assert answer["value"].tolist() == [np.inf]


def test_a_value_that_cannot_be_sent_is_named():
    answer = ask("def f(): return print")
    assert answer["kind"] == "unreadable"
    assert answer["text"] == "an object of type builtin_function_or_method"
