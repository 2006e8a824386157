"""The command line that learners use."""

import importlib
import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from attnbook.__main__ import _parser, main

from .grading.cells import write_notebook, write_set

ANSWER = "def double(x):\n    return x ** 2"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    folder = write_set(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def test_score_tells_points_for_each_check_and_in_all(folder, capsys):
    write_notebook(folder / "my.ipynb", "1 / 0", ANSWER)
    assert main(["score", "my.ipynb"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "code cell 1 raised ZeroDivisionError: division by zero  (line: 1 / 0)",
        "",
        "doubling",
        "",
        "double: 0 of 3 points",
        "✗ numbers double (0/2)",
        "      double(np.array([1, 3])): this looks like squares",
        "      hint: add x to itself",
        "✗ random numbers double, too (0/1)",
        "      double(array (7,)) is off by up to 4.5",
        "",
        "Total: 0 of 3 points",
    ]


def test_score_of_a_right_answer(folder, capsys):
    write_notebook(folder / "my.ipynb", "def double(x): return x + x")
    assert main(["score", "my.ipynb"]) == 0
    assert capsys.readouterr().out.endswith("Total: 3 of 3 points\n")


def test_score_for_a_program_has_every_check(folder, capsys):
    write_notebook(folder / "my.ipynb", ANSWER)
    assert main(["score", "my.ipynb", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["points"], told["possible"]) == (0, 3)
    assert told["tasks"][0]["checks"][0]["text"].endswith("this looks like squares")


def test_progress_tells_all_sets_and_writes_a_page(folder, capsys):
    write_notebook(folder / "exercise.ipynb", "def double(x): return x + x")
    assert main(["progress", "--html", "page.html"]) == 0
    assert "doubling  ████████████████████  3 of 3 points" in capsys.readouterr().out
    assert "How far you have got" in (folder / "page.html").read_text("utf-8")


def test_a_page_that_cannot_be_written_is_one_line(folder, capsys):
    write_notebook(folder / "exercise.ipynb", ANSWER)
    assert main(["progress", "--html", "nowhere/page.html"]) == 1
    assert capsys.readouterr().err == (
        "attnbook: nowhere/page.html cannot be written: No such file or directory\n"
    )


def test_a_solution_is_for_who_has_tried_or_insists(folder, capsys):
    write_notebook(folder / "solution.ipynb", "def double(x): return x + x")
    assert main(["solution", "double"]) == 1
    assert "add --anyway" in capsys.readouterr().err
    assert main(["solution", "double", "--anyway"]) == 0
    assert "return x + x" in capsys.readouterr().out


def test_a_renamed_function_is_missed_by_name(folder, capsys):
    write_notebook(folder / "my.ipynb", "def twice(x): return 2 * x", "check('double')")
    assert main(["score", "my.ipynb"]) == 0
    out = capsys.readouterr().out
    assert "✗ there is no function called double in the notebook (0/3)" in out


def test_score_writes_nothing(folder):
    write_notebook(folder / "my.ipynb", "open('x', 'w').write('y')", ANSWER)
    before = sorted(folder.rglob("*"))
    main(["score", "my.ipynb"])
    assert [p for p in sorted(folder.rglob("*")) if "__pycache__" not in p.parts] == [
        p for p in before if "__pycache__" not in p.parts
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "x.ipynb: there is no such file"),
        (b"", "x.ipynb: not a notebook that JupyterLab saved"),
        (b'{"cells": [', "x.ipynb: not a notebook that JupyterLab saved"),
        (b"\xff\xfe", "x.ipynb: not a notebook that JupyterLab saved"),
        (b"[" * 100_000, "x.ipynb: not a notebook that JupyterLab saved"),
        (b"[1, 2]", "x.ipynb: JSON, but not a notebook of format 4"),
        (
            b'{"cells": [{"source": 1}]}',
            "x.ipynb: JSON, but not a notebook of format 4",
        ),
        (b'{"worksheets": []}', "x.ipynb: JSON, but not a notebook of format 4"),
        (b'{"cells": []}', "x.ipynb: there are no exercises in it"),
    ],
)
def test_what_cannot_be_graded_is_one_clear_line(folder, capsys, content, told):
    if content is not None:
        (folder / "x.ipynb").write_bytes(content)
    assert main(["score", "x.ipynb"]) == 1
    captured = capsys.readouterr()
    assert captured.err == f"attnbook: {told}\n"
    assert captured.out == ""


def test_a_folder_is_not_a_notebook(capsys):
    assert main(["score", "."]) == 1
    assert capsys.readouterr().err == "attnbook: . is a folder: name a notebook in it\n"


def test_a_chapter_has_no_exercises(capsys):
    root = Path(__file__).parents[2]
    chapter = root / "chapters/3-formulas/attention-step-by-step.ipynb"
    assert main(["score", str(chapter)]) == 1
    assert "there are no exercises in it" in capsys.readouterr().err


def test_hints_ask_first_and_say_how_to_go_on(capsys):
    assert main(["hint", "double"]) == 0
    assert main(["hint", "double", "3"]) == 0
    assert capsys.readouterr().out == (
        "What is 2 times 3?\nnext: attnbook hint double 2\nx + x\n"
    )


def test_an_unknown_task_is_one_line(capsys):
    assert main(["hint", "doubel"]) == 1
    assert capsys.readouterr().err == (
        "attnbook: there is no task called doubel: did you mean double?\n"
    )


@pytest.mark.parametrize("command", ["hint", "solution"])
def test_a_set_is_no_task_but_lists_some(capsys, command):
    assert main([command, "doubling"]) == 1
    told = "attnbook: doubling is a set; its tasks: double\n"
    assert capsys.readouterr().err == told


def test_without_a_command_there_is_help(capsys):
    assert main([]) == 0
    told = capsys.readouterr()
    assert "examples:\n  attnbook list" in told.out
    assert told.err == ""


def test_every_argument_has_a_help_text():
    commands = _parser()._subparsers._group_actions[0].choices
    silent = [
        f"{name} {action.dest}"
        for name, parser in commands.items()
        for action in parser._actions
        if not action.help
    ]
    assert silent == []


def test_list_names_every_task(capsys):
    assert main(["list"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert words == "doubling double difficulty 1, 5 min, 3 points"


COMMANDS = ("score", "progress", "hint", "solution", "grade", "export", "release")


@pytest.mark.parametrize("name", ["", *COMMANDS, "gradescope"])
def test_help_shows_examples_that_can_be_read(capsys, name):
    with pytest.raises(SystemExit) as stopped:
        main([*filter(None, [name]), "--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    examples = re.findall(r"^  attnbook (.+)$", told, re.MULTILINE)
    assert [e for e in examples if e.startswith(name)]
    for example in examples:  # each can be typed as it stands
        _parser().parse_args(shlex.split(example))


def test_a_reader_who_has_seen_enough_breaks_nothing(folder):
    write_notebook(folder / "my.ipynb", ANSWER)
    command = f"{sys.executable} -m attnbook score my.ipynb | true"
    ran = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_command_is_installed_under_its_name():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    module, _, name = project["project"]["scripts"]["attnbook"].partition(":")
    assert getattr(importlib.import_module(module), name).__doc__ == main.__doc__
