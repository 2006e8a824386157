import nbformat
import pytest

from attnbook.notebooks.execute import execute_all, executed
from attnbook.notebooks.files import NotebookError
from tests.unit.notebooks.cells import code, md, store

pytestmark = pytest.mark.slow  # each starts a kernel


def test_a_run_stores_outputs_counts_and_the_same_bytes_again(tmp_path):
    path = store(
        tmp_path / "n.ipynb",
        md("# Title"),
        code("import os\nprint(os.getcwd())\nprint(hash('x'))"),
        code("import matplotlib.pyplot as plt\nfrom attnbook.plotting import *"),
        code("use_book_style()\nax = plot_weights([[0.3, 0.7]])"),
        code("from attnbook.widgets import softmax_explorer\nsoftmax_explorer()"),
    )
    assert execute_all([path], timeout=60) == 0
    text = path.read_text("utf-8")
    cells = nbformat.reads(text, as_version=4).cells
    assert [cell.execution_count for cell in cells[1:]] == [1, 2, 3, 4]
    assert str(tmp_path) in cells[1].outputs[0].text  # it ran in its own folder
    assert "image/svg+xml" in cells[3].outputs[0].data
    assert executed(path, timeout=60) == text


def test_a_failing_cell_is_shown_and_the_old_file_stays(tmp_path, capsys):
    bad = store(tmp_path / "bad.ipynb", md("x"), code("a = 1"), code("a / 0", "old"))
    good = store(tmp_path / "good.ipynb", code("print(2)"))
    before = bad.read_bytes()
    assert execute_all([bad, good], timeout=60) == 1
    assert bad.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "bad.ipynb",
        "good.ipynb",
    ]
    printed = capsys.readouterr().out
    assert "bad.ipynb: cell 3" in printed
    assert "a / 0" in printed
    assert "ZeroDivisionError" in printed
    assert "good.ipynb ... " in printed  # the next one still runs
    assert "2" in good.read_text("utf-8")


def test_a_cell_that_takes_too_long_is_stopped(tmp_path):
    path = store(tmp_path / "n.ipynb", code("import time\ntime.sleep(50)"))
    with pytest.raises(NotebookError, match="timed out"):
        executed(path, timeout=1)


def test_the_readers_own_settings_do_not_leak_in(tmp_path, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    path = store(
        tmp_path / "n.ipynb", code("import os; print(os.environ['MPLBACKEND'])")
    )
    assert "matplotlib_inline" in executed(path, timeout=60)
