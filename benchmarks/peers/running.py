"""Run a command, make an environment, write a notebook."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENTS = ROOT / "_build" / "peers"
PINS = Path(__file__).parent
LIMIT = 900  # seconds

Marks = dict[str, float | None]


def run(
    command: Sequence[object], folder: Path, *, fails: bool = False, **variables: str
) -> None:
    """Run a command in a folder.

    Args:
        command: The program and its arguments.
        folder: Where.
        fails: Whether it may fail: a submission may make it.
        variables: Of its environment.

    Raises:
        RuntimeError: If it fails otherwise.
        TimeoutExpired: If it does not end.
    """
    program = Path(str(command[0]))
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, "PATH": path, "OMP_NUM_THREADS": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=LIMIT,
    )
    if done.returncode and not fails:
        raise RuntimeError(f"{program.name}: {done.stdout[-800:]}")


def environment(name: str) -> Path:
    """Return the programs of a peer's own environment; make it if there is none."""
    folder, pins = ENVIRONMENTS / name, PINS / f"{name}.txt"
    made = folder / ".made"
    if not made.exists() or made.read_text("utf-8") != pins.read_text("utf-8"):
        run([sys.executable, "-m", "venv", "--clear", folder], ROOT)
        quiet = ("-qq", "--disable-pip-version-check")
        run([folder / "bin" / "pip", "install", *quiet, "-r", pins], ROOT)
        made.write_text(pins.read_text("utf-8"), "utf-8")
    return folder / "bin"


def write_notebook(
    path: Path, cells: Sequence[str], marked: Mapping[int, dict] | None = None
) -> None:
    """Write a notebook of code cells, and metadata of some of them."""
    written = [
        {
            "cell_type": "code",
            "id": f"c{n}",
            "metadata": (marked or {}).get(n, {}),
            "source": cell,
            "outputs": [],
            "execution_count": None,
        }
        for n, cell in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    whole = {"cells": written, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(whole), "utf-8")
