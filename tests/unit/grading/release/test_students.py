"""The students' package, made from the book's own sets, unpacked and used."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from attnbook.__main__ import main
from attnbook.grading.release.pack import write
from attnbook.grading.release.students import student_package

ROOT = Path(__file__).parents[4]
SETS = ("scores-and-temperature", "attention-step-by-step")
ANSWER = """
import numpy as np
from attnbook.grading import check, hint
def stable_softmax(scores, axis=-1):
    powers = np.exp(np.asarray(scores, float) - np.max(scores, axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)
check("stable_softmax")
hint("softmax_with_temperature")
"""


@pytest.fixture(scope="module")
def files():
    return student_package(ROOT, SETS)


@pytest.fixture
def unpacked(files, tmp_path):
    write(files, tmp_path / "package.zip")
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked"


def use(folder, *command, cwd="."):
    """Run Python as a student would who has unpacked the package and no book."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    ran = subprocess.run(
        [sys.executable, "-W", "error", *command],
        cwd=folder / cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_no_solution_mistake_or_author_s_tool_is_in_it(files):
    kept = "\n".join(files)
    for unwanted in ("solution.ipynb", "mistakes", "also_right", "hidden", "scaffold"):
        assert unwanted not in kept
    assert {name.split("/")[1] for name in files if name.startswith("exercises/")} == {
        *SETS
    }


def test_no_line_of_a_solution_is_in_a_notebook(files):
    for name in SETS:
        solution = (ROOT / "exercises" / name / "solution.ipynb").read_text("utf-8")
        regions = re.findall(r"### BEGIN SOLUTION(.*?)### END SOLUTION", solution, re.S)
        lines = {line.strip(' ",\\n') for part in regions for line in part.split("\n")}
        notebook = files[f"exercises/{name}/exercise.ipynb"].decode()
        assert regions
        assert not [line for line in lines if len(line) > 12 and line in notebook]


def test_an_answer_of_the_teacher_s_own_does_not_get_in(tmp_path):
    root = tmp_path / "book"
    for name in ("pyproject.toml", "LICENSE", "LICENSE-text"):
        root.mkdir(exist_ok=True)
        (root / name).write_bytes((ROOT / name).read_bytes())
    sources = (ROOT / "exercises" / SETS[0]).rglob("*.*")
    for source in filter(Path.is_file, sources):  # JupyterLab makes folders with a dot
        target = root / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    chapter = "chapters/2-concepts/scores-and-temperature.ipynb"
    (root / chapter).parent.mkdir(parents=True)
    (root / chapter).write_bytes((ROOT / chapter).read_bytes())
    own = root / "exercises" / SETS[0] / "exercise.ipynb"
    text = own.read_text("utf-8").replace("raise NotImplementedError", "return 271828")
    own.write_text(text, "utf-8")
    files = student_package(root, SETS[:1])
    assert b"271828" not in files[f"exercises/{SETS[0]}/exercise.ipynb"]


def test_links_of_the_notebooks_lead_to_files_that_are_there(files):
    for name in SETS:
        text = files[f"exercises/{name}/exercise.ipynb"].decode()
        targets = set(re.findall(r"\]\(\.\./\.\./([^)#]+)", text))
        assert targets
        assert targets <= set(files)


@pytest.mark.slow
def test_a_student_can_list_check_score_and_see_progress(unpacked):
    assert "stable_softmax" in use(unpacked, "-m", "attnbook", "list")
    told = use(unpacked, "-c", ANSWER, cwd=f"exercises/{SETS[0]}")
    assert told.count("✓") == 6
    assert "✗" not in told
    assert "?" in told.splitlines()[-2]
    notebook = f"exercises/{SETS[0]}/exercise.ipynb"
    score = use(unpacked, "-m", "attnbook", "score", notebook)
    assert re.search(r"^Total: 0 of \d+ points", score, re.MULTILINE)
    told = use(unpacked, "-m", "attnbook", "progress", "--html", "p.html")
    assert told.count("not started") == 2
    assert str(ROOT) not in use(unpacked, "-c", "import attnbook; print(attnbook)")


@pytest.mark.slow
def test_the_package_installs_with_all_that_its_commands_need(unpacked, tmp_path):
    target = tmp_path / "site"
    pip = ("-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation")
    subprocess.run(
        [sys.executable, *pip, "--target", target, unpacked],
        check=True,
        capture_output=True,
    )
    assert (target / "attnbook/grading/reports/templates/progress.html.j2").exists()
    assert (target / "attnbook/plotting").is_dir()
    assert (target / "bin/attnbook").exists()


def test_the_readme_has_three_commands(files):
    readme = files["README.md"].decode()
    (commands,) = re.findall(r"```sh\n(.*?)```", readme, re.S)
    assert len(commands.strip().split("\n")) == 3
    assert "exercises/scores-and-temperature/exercise.ipynb`: 3 tasks" in readme
    assert "torch" not in readme


def test_a_package_is_the_same_each_time(files, tmp_path):
    for name in ("a.zip", "b.zip"):
        write(files, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_set_that_is_not_there_is_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["release", "poetry", "--out", str(tmp_path / "x")]) == 1
    assert "there is no set called poetry: see " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    (tmp_path / "mine").touch()
    assert main(["release", SETS[0], "--out", str(tmp_path)]) == 1
    assert "is not an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
