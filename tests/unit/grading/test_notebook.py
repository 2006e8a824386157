import subprocess
import sys
import time
import types
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from attnbook.grading import check, hint

from .cells import write_set


@pytest.fixture(autouse=True)
def in_a_notebook_of_the_set(tmp_path, monkeypatch):
    monkeypatch.chdir(write_set(tmp_path))


@pytest.fixture
def run(monkeypatch):
    """Run a cell as Jupyter does: in the main module."""
    main = types.ModuleType("__main__")
    vars(main).update(check=check, hint=hint, np=np)
    monkeypatch.setitem(sys.modules, "__main__", main)
    return lambda source: exec(source, vars(main))


def test_check_reads_the_function_of_the_notebook_that_asks(run, capsys):
    run("def double(x): return x ** 2\ncheck('double')")
    assert "double([1, 3]): this looks like squares" in capsys.readouterr().out
    run("def double(x): return x + x\ncheck('double')")
    assert capsys.readouterr().out == (
        "✓ numbers double (2/2)\n✓ random numbers double, too (1/1)\n"
    )


def test_an_unknown_name_is_one_line(run, capsys):
    run("check('doubel')")
    out = capsys.readouterr().out
    assert out == "there is no task called doubel: did you mean double?\n"


def test_hints_tell_more_one_by_one(run, capsys):
    run("hint('double')\nhint('double', 3)")
    assert capsys.readouterr().out == (
        'What is 2 times 3?\nnext: hint("double", 2)\nx + x\n'
    )


@pytest.mark.parametrize("number", [0, 4])
def test_there_is_no_other_hint(run, capsys, number):
    run(f"hint('double', {number})")
    assert capsys.readouterr().out == "double has 3 hints: 1 to 3\n"


@pytest.mark.parametrize("task", ["stable_softmax", "scaled_dot_product_attention"])
def test_a_check_answers_in_a_tenth_of_a_second(run, capsys, monkeypatch, task):
    monkeypatch.chdir(Path(__file__).parent)  # among the real sets
    run(f"def {task}(*args, **kwargs): return args[0]")
    times = []  # of the processor, which a busy machine does not stretch
    for _ in range(9):
        start = time.process_time()
        run(f"check('{task}')")
        times.append(time.process_time() - start)
    assert capsys.readouterr().out.count("hint:") > 9
    assert median(times) < 0.1


def test_check_loads_neither_torch_nor_a_notebook_library():
    code = (
        "import sys; from attnbook.grading import check; check('causal_mask');"
        "print({'torch', 'nbformat', 'IPython', 'matplotlib'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    assert ran.stdout.splitlines()[-1] == "set()"
