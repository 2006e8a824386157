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
    assert (
        "double(np.array([1, 3])): this looks like squares" in capsys.readouterr().out
    )
    run("def double(x): return x + x\ncheck('double')")
    assert capsys.readouterr().out == (
        "✓ numbers double (2/2)\n✓ random numbers double, too (1/1)\n3 of 3 points\n"
    )


TABLE = """
@check("double", "tables double", hint="each entry")
def doubles_tables(student):
    student(np.array([[1.0, 2.0]])).is_close([[2, 4]])
"""


@pytest.fixture
def of_tables():
    """Let the set check a table, which a picture can show, before anything else."""
    path = Path("checks/double.py")
    head, first, *rest = path.read_text("utf-8").partition('@check("double", "num')
    path.write_text(head + TABLE + "\n\n" + first + "".join(rest), "utf-8")


@pytest.mark.usefixtures("of_tables")
def test_a_wrong_table_is_shown_beside_the_right_one(run, capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    run("def double(x): return x * x\ncheck('double')")
    assert capsys.readouterr().out.split("0 of 4 points\n")[1].splitlines() == [
        "",
        "tables double: yours, and the target beside it",
        "      1 of 2 entries differ; the first, in row 0 and column 0, is 1 "
        "and should be 2",
        "      yours                target",
        "             1        4           2        4",
    ]


@pytest.mark.usefixtures("of_tables")
def test_a_notebook_gets_a_picture_of_it(run, capsys, monkeypatch):
    shown = []
    module = types.SimpleNamespace(display=shown.append)
    monkeypatch.setitem(sys.modules, "IPython", types.ModuleType("IPython"))
    monkeypatch.setitem(sys.modules, "IPython.display", module)
    run("def double(x): return x * x\ncheck('double')")
    assert "entries differ" not in capsys.readouterr().out
    assert shown[0]._repr_html_().startswith('<img alt="Your array beside the target')


@pytest.mark.usefixtures("of_tables")
@pytest.mark.parametrize("body", ["return x + x", "return foo(x)", "return x[0]"])
def test_there_is_no_picture_of_a_right_answer_a_crash_or_another_shape(
    run, capsys, body
):
    run(f"def double(x): {body}\ncheck('double')")
    assert "target" not in capsys.readouterr().out


def test_a_prediction_is_never_shown_beside_the_right_one(run, capsys):
    """Whatever its checks ask: a picture would be the answer."""
    folder = Path("..", "foreseeing")
    (folder / "checks").mkdir(parents=True)
    for name, of in (("tasks.py", "tasks.py"), ("predict_it.py", "double.py")):
        where = "" if name == of else "checks/"
        text = Path(f"{where}{of}").read_text("utf-8").replace("double", "predict_it")
        (folder / where / name).write_text(text + TABLE.replace("double", "predict_it"))
    (folder / "tasks.py").write_text(
        Path("tasks.py").read_text("utf-8").replace('"double"', '"predict_it"')
    )
    run("def predict_it(x): return x * x\ncheck('predict_it')")
    out = capsys.readouterr().out
    assert "is off by up to" in out
    assert "target" not in out


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
    assert capsys.readouterr().out.count("hint:") == 9
    assert median(times) < 0.1


def test_the_first_check_of_a_session_takes_no_longer():
    """What it needs was loaded with the notebook's first cell."""
    code = (
        "import time, numpy as np; from attnbook.grading import check\n"
        "def stable_softmax(s, axis=-1): return np.exp(s)\n"
        "start = time.process_time(); check('stable_softmax')\n"
        "print(time.process_time() - start)"
    )
    times = [
        float(
            subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                check=True,
                cwd="/",
            ).stdout.splitlines()[-1]
        )
        for _ in range(3)
    ]
    assert min(times) < 0.05


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
