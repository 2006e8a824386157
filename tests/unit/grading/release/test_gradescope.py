"""The autograder, unpacked into a tree of folders like that of Gradescope."""

import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from attnbook.__main__ import main
from attnbook.grading.release.autograde import autograde

from ..cells import write_notebook

ROOT = Path(__file__).parents[4]
HIDDEN = '''"""A check that students do not see."""

import numpy as np

from attnbook.grading.declare import check


@check("stable_softmax", "two keys that are alike", points=3, hint="a secret hint")
def alike(student):
    student(np.array([[271.0, 271.0]])).is_close([[0.5, 0.5]])
'''
RIGHT = """import numpy as np
def stable_softmax(scores, axis=-1):
    powers = np.exp(np.asarray(scores, float) - np.max(scores, axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Make the zip as a teacher does."""
    folder = tmp_path_factory.mktemp("autograder")
    checks = folder / "hidden" / "scores-and-temperature" / "checks"
    checks.mkdir(parents=True)
    (checks / "stable_softmax.py").write_text(HIDDEN)
    out, before = folder / "autograder.zip", Path.cwd()
    os.chdir(ROOT)
    try:
        options = ["--hidden", str(folder / "hidden"), "--out", str(out)]
        assert main(["gradescope", "scores-and-temperature", *options]) == 0
    finally:
        os.chdir(before)
    return out


@pytest.fixture
def container(archive, tmp_path):
    """Lay out the folders; an environment stands in for the one of setup.sh."""
    for name in ("source", "submission", "results", "venv/bin"):
        (tmp_path / name).mkdir(parents=True)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "source")
    python = tmp_path / "venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return tmp_path


def run(container, path=os.environ["PATH"]):
    """Run the autograder as the container does; return what it wrote."""
    environment = {"AUTOGRADER": str(container), "PATH": path}
    subprocess.run(
        ["/bin/bash", str(container / "source" / "run_autograder")],
        env=environment,
        check=True,
        capture_output=True,
    )
    return json.loads((container / "results" / "results.json").read_text("utf-8"))


@pytest.fixture
def without_bwrap(tmp_path):
    """Return a search path on which there is no bubblewrap, and no Python."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("bash", "sh", "env"):
        (folder / name).symlink_to(f"/bin/{name}")
    return str(folder)


def set_up(container, path):
    """Run setup.sh, with nothing to fetch, and an apt-get that does nothing."""
    (container / "source" / "requirements.txt").write_text("")
    apt = Path(path) / "apt-get"
    apt.write_text('#!/bin/sh\necho "$@"\n')
    apt.chmod(0o755)
    return subprocess.run(
        ["/bin/bash", str(container / "source" / "setup.sh")],
        env={"AUTOGRADER": str(container), "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_setup_makes_an_environment_with_a_python_that_fits(container, without_bwrap):
    (Path(without_bwrap) / "python3").symlink_to(sys.executable)
    (container / "venv" / "bin" / "python").unlink()
    ran = set_up(container, without_bwrap)
    assert ran.returncode == 0, ran.stderr
    assert "install -y bubblewrap" in ran.stdout
    assert "python3.12-venv" not in ran.stdout
    environment = container / "venv" / "bin" / "python"
    subprocess.run([environment, "-c", "import sys, pip"], check=True)


def test_setup_asks_for_a_newer_image_where_no_python_fits(container, without_bwrap):
    ran = set_up(container, without_bwrap)
    assert ran.returncode == 1
    assert "install -y python3.12 python3.12-venv" in ran.stdout
    assert "choose a newer base image" in ran.stderr


@pytest.mark.slow
def test_a_notebook_gets_its_points_and_hidden_checks_tell_no_more_than_titles(
    container, without_bwrap
):
    wrong = "def softmax_with_temperature(scores, temperature): return foo(scores)\n"
    write_notebook(container / "submission" / "mine.ipynb", RIGHT, wrong)
    results = run(container, without_bwrap)
    scores = {test["name"]: test["score"] for test in results["tests"]}
    assert results["score"] == sum(scores.values()) == 10
    assert scores["stable_softmax: two keys that are alike"] == 3
    assert results["output"].startswith("Graded without a sandbox")
    assert results["extra_data"]["sandbox"] == "unsandboxed"
    text = json.dumps(results)
    assert text.count("foo' is not defined") == 1
    assert "271" not in text
    assert "secret" not in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "no notebook was handed in"),
        ({"a.ipynb": b""}, "the file is empty"),
        ({"a.ipynb": b"{"}, "not a notebook that JupyterLab saved"),
        (
            {"a.ipynb": b"{}", "b.ipynb": b"{}"},
            "hand in one notebook; there are 2: a.ipynb, b.ipynb",
        ),
    ],
    ids=("nothing", "empty", "broken", "two"),
)
def test_what_cannot_be_graded_gets_a_reason_and_no_score(container, files, told):
    for name, content in files.items():
        (container / "submission" / name).write_bytes(content)
    results = run(container)
    assert results["output"].endswith(told)
    assert "score" not in results


def test_every_zip_has_a_seed_of_its_own_unless_one_is_wanted(
    archive, container, tmp_path, monkeypatch
):
    monkeypatch.chdir(ROOT)
    about = json.loads((container / "source" / "assignment.json").read_text())
    seeds = set()
    for n, options in enumerate(([], ["--seed", "7"], ["--seed", "7"])):
        out = tmp_path / f"{n}.zip"
        main(["gradescope", "scores-and-temperature", "--out", str(out), *options])
        with zipfile.ZipFile(out) as packed:
            seeds.add(json.loads(packed.read("assignment.json"))["seed"])
    assert len({about["seed"], *seeds}) == 3
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert archive.exists()


def test_both_scripts_can_be_run_and_are_shell(archive):
    with zipfile.ZipFile(archive) as packed:
        for name in ("setup.sh", "run_autograder"):
            mode = packed.getinfo(name).external_attr >> 16
            assert mode & stat.S_IXUSR
            source = packed.read(name)
            subprocess.run(["/bin/bash", "-n"], input=source, check=True)
        needed = packed.read("requirements.txt").decode()
    assert needed.startswith("numpy==")
    assert "torch" not in needed


def test_no_mistakes_are_in_it(archive):
    with zipfile.ZipFile(archive) as packed:
        names = "\n".join(packed.namelist())
    assert "mistakes" not in names
    assert "also_right" not in names
    assert "src/attnbook/grading/worker/serve.py" in names
    assert "plotting/heatmaps" not in names


def test_the_record_says_what_was_graded(container, monkeypatch):
    monkeypatch.setattr(
        "attnbook.grading.release.autograde.kind_of_sandbox", lambda: "unsandboxed"
    )
    path = write_notebook(container / "submission" / "mine.ipynb", RIGHT)
    record = autograde(container)
    assert record.file == path.name
    assert (record.points, record.sandbox) == (10, "unsandboxed")


def test_gradescope_takes_zips_only(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["gradescope", "scores-and-temperature", "--out", "folder"]) == 1
    assert "takes a file whose name ends .zip" in capsys.readouterr().err
