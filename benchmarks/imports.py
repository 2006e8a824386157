"""How long `import attnbook` takes, and that it brings no framework with it."""

import statistics
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.result import Result

REPEATS = 15
MOST_SECONDS = 0.2
TIMED = """
import sys, time
start = time.perf_counter()
import {}
print(time.perf_counter() - start)
came = {{"torch", "keras", "tensorflow", "jax"}} & set(sys.modules)
assert not came, came
"""


def seconds(module: str) -> float:
    """Time one import in a fresh Python; the start of Python itself is left out.

    Raises:
        RuntimeError: If it fails, or loads a framework.
    """
    command = [sys.executable, "-c", TIMED.format(module)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(f"import {module}: {run.stderr[-500:]}")
    return float(run.stdout)


def measure() -> Iterator[Result]:
    """Measure the package and its NumPy half, each beside NumPy, by turns."""
    for module, most in (("attnbook", MOST_SECONDS), ("attnbook.reference", None)):
        pairs = [(seconds(module), seconds("numpy")) for _ in range(REPEATS)]
        ours, theirs = (
            statistics.median(column) for column in zip(*pairs, strict=True)
        )
        yield Result(
            "Import", f"import {module}", ours, "s", "import numpy", theirs, most=most
        )
