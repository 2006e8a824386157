import pytest

from attnbook.notebooks.__main__ import main
from tests.unit.notebooks.cells import code, store


def test_lint_of_a_clean_notebook_says_so(tmp_path, capsys):
    path = store(tmp_path / "n.ipynb", code("print(1)", "1"))
    assert main(["lint", str(path)]) == 0
    assert capsys.readouterr().out == "notebooks: 1, problems: 0\n"


def test_lint_fails_and_names_file_and_cell(tmp_path, capsys):
    path = store(tmp_path / "n.ipynb", code("plt.show()", "1"))
    assert main(["lint", str(path)]) == 1
    assert f"{path}: cell 1: uses plt.show" in capsys.readouterr().out


def test_without_paths_it_takes_the_notebooks_of_the_book(
    tmp_path, monkeypatch, capsys
):
    (tmp_path / "_toc.yml").write_text("root: n")
    store(tmp_path / "n.ipynb", code("print(1)", "1"))
    monkeypatch.chdir(tmp_path)
    assert main(["list"]) == 0
    assert capsys.readouterr().out == "n.ipynb\n"


def test_outside_the_book_it_says_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["lint"]) == 1
    assert "no _toc.yml" in capsys.readouterr().err


def test_what_is_not_json_fails_and_stays(tmp_path, capsys):
    path = tmp_path / "n.ipynb"
    path.write_text("{")
    assert main(["execute", str(path)]) == 1
    assert "not JSON" in capsys.readouterr().out
    assert path.read_text() == "{"


def test_an_interrupt_ends_quietly(tmp_path, monkeypatch, capsys):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("attnbook.notebooks.execute.executed", interrupt)
    path = store(tmp_path / "n.ipynb", code("1"))
    assert main(["execute", str(path)]) == 130
    assert "keeps its old outputs" in capsys.readouterr().out


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("execute", "lint", "list"))
