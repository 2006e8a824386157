"""How long building the pages takes, with our extensions and without."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.result import Result

ROOT = Path(__file__).resolve().parents[1]
UNWANTED = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.egg-info")
PEER = "Jupyter Book without our extensions"


def seconds(command: list[object], folder: Path) -> float:
    """Time a command that has to succeed.

    Raises:
        RuntimeError: If it fails.
    """
    start = time.perf_counter()
    run = subprocess.run(
        list(map(str, command)), cwd=folder, capture_output=True, text=True
    )
    if run.returncode:
        raise RuntimeError(f"{command[0]} failed: {(run.stdout + run.stderr)[-1000:]}")
    return time.perf_counter() - start


def copy_of_the_project(folder: Path) -> Path:
    """Copy the sources, and lend them this environment."""
    project = folder / "project"
    shutil.copytree(ROOT, project, ignore=UNWANTED)
    environment = project / ".venv"
    environment.mkdir()
    (environment / "bin").symlink_to(Path(sys.executable).parent)
    for stamp in (".made", ".book", ".all"):
        (environment / stamp).touch()
    return project


def without_extensions(project: Path) -> None:
    """Let the configuration name none of the project's own extensions."""
    path = project / "_config.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    del config["sphinx"]["local_extensions"]
    path.write_text(yaml.safe_dump(config), "utf-8")


def measure() -> Iterator[Result]:
    """Measure `make book`: from nothing, and when nothing has changed."""
    plain = [
        Path(sys.executable).with_name("jupyter-book"),
        "build",
        ".",
        "--all",
        "-q",
    ]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        project = copy_of_the_project(Path(folder))
        os.environ.pop("MAKEFLAGS", None)  # of the `make bench` around this
        ours = seconds(["make", "book"], project)
        warm = seconds(["make", "book"], project)
        shutil.rmtree(project / "_build")
        without_extensions(project)
        theirs = seconds(plain, project)
        again = seconds(plain[:-2], project)
    yield Result("Build", "make book, cold", ours, "s", PEER, theirs)
    yield Result("Build", "make book, nothing changed", warm, "s", PEER, again)
