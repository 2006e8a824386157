"""What `make` would run, and what it says of itself."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def told(*words: str) -> str:
    """Ask make what it would do; it does nothing."""
    ran = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def shown(name: str) -> str:
    """Return the line of the help about a target."""
    ran = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = re.search(rf"^  make {name} .*$", ran.stdout, re.MULTILINE)
    return found[0] if found else ""


def test_lab_hands_on_its_arguments():
    last = told("lab", "LAB_ARGS=--no-browser --port=8889").splitlines()[-1]
    assert last.endswith("jupyter lab --no-browser --port=8889")


def test_help_says_which_command_takes_which_port():
    assert "PORT=" in shown("serve")
    assert "LAB_ARGS=--port=" in shown("lab")


def test_what_teachers_need_can_be_installed_by_itself():
    assert "install" in shown("install")
    assert "jupyter" not in told("install")
    teachers = (ROOT / "README.md").read_text("utf-8").partition("## For teachers")[2]
    assert teachers.index("make install") < teachers.index(".venv/bin/attnbook")
