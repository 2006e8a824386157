"""Plant bugs in the pages and the widgets, where tests need the whole project.

Run it from the project's root; it changes nothing there. Each bug takes a build or a
browser, about fifteen seconds, so this is no part of ``make test``::

    python -m tests.planted_bugs.whole_project            # every bug
    python -m tests.planted_bugs.whole_project colour     # those named so
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.planted_bugs.bandwidth_explorer import BUGS as BANDWIDTHS
from tests.planted_bugs.bug import Bug
from tests.planted_bugs.heads_explorer import BUGS as HEADS
from tests.planted_bugs.mask_explorer import BUGS as MASK_EXPLORER
from tests.planted_bugs.pages import BUGS as PAGES
from tests.planted_bugs.positions_explorer import BUGS as POSITIONS
from tests.planted_bugs.query_explorer import BUGS as QUERIES
from tests.planted_bugs.scale_explorer import BUGS as SCALES
from tests.planted_bugs.widgets import BUGS as WIDGETS

ROOT = Path(__file__).resolve().parents[2]
BUGS = [*PAGES, *WIDGETS, *QUERIES, *MASK_EXPLORER, *BANDWIDTHS]
BUGS += [*SCALES, *HEADS, *POSITIONS]
PYTEST = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]


def caught(bug: Bug, project: Path) -> bool:
    """Tell whether the tests fail on the bug; the copy is left as it was."""
    path = project / bug.file
    right = path.read_text("utf-8")
    bug.plant(project)
    paths = f"{project / 'src'}{os.pathsep}{project}"
    try:
        run = subprocess.run(
            [*PYTEST, *bug.tests],
            cwd=project,
            env={**os.environ, "PYTHONPATH": paths},
            capture_output=True,
            check=False,
        )
    finally:
        path.write_text(right, "utf-8")
    return run.returncode == 1  # 1: a test failed; anything else is not a catch


def main(words: list[str]) -> int:
    """Plant the bugs whose names contain the words; 1 if one gets away."""
    chosen = [bug for bug in BUGS if all(word in bug.name for word in words)]
    away = 0
    with tempfile.TemporaryDirectory(prefix="planted-bug-") as folder:
        project = Path(folder) / "project"
        unwanted = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__")
        shutil.copytree(ROOT, project, ignore=unwanted)
        for bug in chosen:
            found = caught(bug, project)
            away += not found
            print(f"{'caught' if found else 'SURVIVED':9} {bug.name}", flush=True)
    print(f"{len(chosen) - away} of {len(chosen)} planted bugs were caught")
    return 1 if away else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
