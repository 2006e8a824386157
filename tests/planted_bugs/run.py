"""Plant one bug at a time in a copy of the package and see that a test catches it.

Run it from the project's root; it changes nothing there::

    python -m tests.planted_bugs.run            # every bug
    python -m tests.planted_bugs.run causal     # bugs with "causal" in their name

To add bugs, write them in a file of this folder and add its list to ``BUGS`` below.
"""

import argparse
import contextlib
import io
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.planted_bugs.bug import Bug
from tests.planted_bugs.cards import BUGS as CARDS
from tests.planted_bugs.dates import BUGS as DATES
from tests.planted_bugs.formulas import BUGS as FORMULAS
from tests.planted_bugs.gradients import BUGS as GRADIENTS
from tests.planted_bugs.grading import BUGS as GRADING
from tests.planted_bugs.hopfield import BUGS as HOPFIELD
from tests.planted_bugs.kernels import BUGS as KERNELS
from tests.planted_bugs.kinds import BUGS as KINDS
from tests.planted_bugs.layers import BUGS as LAYERS
from tests.planted_bugs.marks import BUGS as MARKS
from tests.planted_bugs.masks import BUGS as MASKS
from tests.planted_bugs.numbers import BUGS as NUMBERS
from tests.planted_bugs.online_softmax import BUGS as ONLINE_SOFTMAX
from tests.planted_bugs.positions import BUGS as POSITIONS
from tests.planted_bugs.readers import BUGS as READERS
from tests.planted_bugs.sandbox import BUGS as SANDBOX

ROOT = Path(__file__).resolve().parents[2]
BUGS: list[Bug] = [
    *FORMULAS,
    *GRADIENTS,
    *HOPFIELD,
    *KERNELS,
    *KINDS,
    *MASKS,
    *ONLINE_SOFTMAX,
    *POSITIONS,
    *LAYERS,
    *READERS,
    *CARDS,
    *DATES,
    *NUMBERS,
    *GRADING,
    *SANDBOX,
    *MARKS,
]
# Without the type hook, which would catch some bugs before the tests do.
# What is left unclosed is told when it is collected, which is a matter of luck.
PLAIN = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:unraisableexception"]
PLAIN += ["-o", "addopts=--import-mode=importlib --strict-markers"]


class Verdict:
    """A pytest plugin that notes the first test that fails."""

    failed: str | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the name of a test that fails."""
        if report.failed and not self.failed:
            self.failed = report.nodeid.removeprefix("tests/")


def first_failure(package: Path, tests: Iterable[str]) -> str | None:
    """Run tests against a copy of the package; name the first that fails."""
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # most of the time is theirs
    sys.path.insert(0, str(package.parent))
    sys.dont_write_bytecode = True
    verdict, output = Verdict(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        code = pytest.main([*PLAIN, *tests], plugins=[verdict])
    if sys.modules["attnbook"].__file__ != str(package / "__init__.py"):
        raise RuntimeError("the tests did not see the copy of the package")
    if code != (pytest.ExitCode.TESTS_FAILED if verdict.failed else pytest.ExitCode.OK):
        raise RuntimeError(f"the tests gave no verdict:\n{output.getvalue()[-3000:]}")
    return verdict.failed


def caught_by(bug: Bug) -> str | None:
    """Plant a bug in a copy and name the test that catches it, if one does."""
    with tempfile.TemporaryDirectory(prefix="planted-bug-") as folder:
        package = Path(folder) / "attnbook"
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "src/attnbook", package, ignore=unwanted)
        bug.plant(package)
        return first_failure(package, bug.tests)


def no_bug(bugs: Iterable[Bug]) -> Bug:
    """Give a bug that changes nothing, for all tests to pass."""
    tests = tuple(sorted({test for bug in bugs for test in bug.tests}))
    name = '"""The package behind'
    return Bug("no bug at all", "__init__.py", name, name, tests)


def survivors(bugs: list[Bug], jobs: int) -> list[Bug]:
    """Plant each bug, print a table, and give those that no test caught.

    Raises:
        RuntimeError: If the tests fail without a bug.
    """
    # Each bug gets a process of its own, forked from one that has imported torch.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["numpy", "torch", "pytest"])
    width = max(len(bug.name) for bug in bugs)
    alive = []
    with context.Pool(jobs, maxtasksperchild=1) as pool:
        if failed := pool.apply(caught_by, [no_bug(bugs)]):
            raise RuntimeError(f"{failed} fails without a bug")
        for bug, test in zip(bugs, pool.imap(caught_by, bugs), strict=True):
            print(f"{bug.name:{width}}  {test or 'SURVIVED'}", flush=True)
            alive += [] if test else [bug]
    print(f"{len(bugs) - len(alive)} of {len(bugs)} planted bugs were caught")
    return alive


def main() -> int:
    """Read the command line and plant the bugs; 1 if one survives."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("word", nargs="?", default="", help="only bugs named with it")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    chosen = [bug for bug in BUGS if options.word in bug.name]
    if not chosen:
        parser.error(f"no bug has {options.word!r} in its name")
    return 1 if survivors(chosen, options.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
