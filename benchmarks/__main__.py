"""Command line: ``python -m benchmarks``, or with the names of some sections."""

import argparse
import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch is imported

from benchmarks import attention, build, grading, imports, pages, readers
from benchmarks.report import FOLDER, machine, row, store
from benchmarks.result import Result

SECTIONS = {
    "import": imports.measure,
    "attention": attention.measure,
    "readers": readers.measure,
    "pages": pages.measure,
    "build": build.measure,
    "grading": grading.measure,
}


def main(arguments: list[str] | None = None) -> int:
    """Measure; 0 even where a bar is not reached, which the table says."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure the book beside its peers on this machine.",
    )
    parser.add_argument(
        "section",
        nargs="*",
        metavar="SECTION",
        help=f"of {', '.join(SECTIONS)}; or all",
    )
    chosen = parser.parse_args(arguments).section or list(SECTIONS)
    unknown = [name for name in chosen if name not in SECTIONS]
    if unknown:
        parser.error(f"no section {unknown[0]!r}: there are {', '.join(SECTIONS)}")
    where, results = machine(), _measured(chosen)
    if chosen == list(SECTIONS):
        store(results, where, FOLDER)
        print(f"stored in {FOLDER}/results.json and results.md")
    else:
        print("not stored: that needs all sections, in one run")
    return 0


def _measured(chosen: list[str]) -> list[Result]:
    results: list[Result] = []
    for name in chosen:
        for result in SECTIONS[name]():
            results.append(result)
            print(" | ".join(row(result)), flush=True)
    return results


if __name__ == "__main__":
    sys.exit(main())
