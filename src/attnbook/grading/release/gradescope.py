"""Make the zip that Gradescope grades with: the same checks, in its container."""

import importlib.metadata
import json
import secrets

from attnbook.grading.assignment import Assignment
from attnbook.grading.release.pack import TEMPLATES, Files, package

_PARTS = ("__init__.py", "files.py", "shapes", "reference", "grading")
_NEEDED = ("numpy", "jaxtyping")
RUNS = ("setup.sh", "run_autograder")


def autograder(assignment: Assignment, seed: int | None = None) -> Files:
    """Collect the files of an autograder.

    Args:
        assignment: The sets and the hidden checks.
        seed: Of the checks' random numbers; else one that nobody knows.
    """
    chosen = secrets.randbelow(2**31) if seed is None else seed
    about = {
        "files": assignment.files,
        "required": assignment.required,
        "seed": chosen,
    }
    files = package(only=_PARTS)
    files["assignment.json"] = (json.dumps(about, indent=1) + "\n").encode()
    files["requirements.txt"] = _requirements(assignment).encode()
    for name in RUNS:
        files[name] = (TEMPLATES / name).read_bytes()
    return files


def _requirements(assignment: Assignment) -> str:
    """Pin what the checks need to the versions of this machine."""
    uses_torch = any("import torch" in text for _, text in assignment.files)
    names = [*_NEEDED, *(["torch"] if uses_torch else [])]
    lines = [f"{name}=={importlib.metadata.version(name)}" for name in names]
    return "".join(f"{line.partition('+')[0]}\n" for line in lines)
