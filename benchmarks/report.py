"""Tell the results: as lines, as JSON and as a Markdown table."""

import json
import math
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from benchmarks.result import Result

FOLDER = Path(__file__).parent
PACKAGES = ("torch", "numpy", "jupyter-book", "Sphinx", "jupyterlab", "playwright")
HEAD = """\
# Measured

Written by `make bench`; `README.md` says how to read it.
"""
COLUMNS = ("what", "the book", "peer", "ratio", "bar", "reached")


def machine() -> dict[str, object]:
    """Describe where the numbers were measured; no name of a person or a host."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(_memory() / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "load_at_start": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2] for line in lines if line.startswith("model name")]
    return names[0].strip() if names else platform.machine()


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def written(value: float, unit: str) -> str:
    """Write a number with its unit: three digits, and no more decimals than help.

    Example:
        >>> written(1234.5, "kB"), written(0.01234, "s"), written(38.0, "files")
        ('1234 kB', '0.0123 s', '38 files')
    """
    if math.isnan(value):
        return "none"
    digits = f"{value:.0f}" if value == int(value) or value >= 1000 else f"{value:.3g}"
    return f"{digits} {unit}".strip()


def row(result: Result) -> tuple[str, ...]:
    """Return the cells of one line of the table."""
    verdict = {None: "", True: "yes", False: "**no**"}[result.reached]
    bar = ""
    if result.most is not None:
        what = "ratio " if result.bar_on == "ratio" else ""
        unit = "" if result.bar_on == "ratio" else result.unit
        bar = f"{what}≤ {written(result.most, unit)}"
    return (
        result.name,
        written(result.value, result.unit),
        f"{written(result.peer_value, result.unit)} ({result.peer})",
        written(result.ratio, ""),
        bar,
        verdict,
    )


def table(results: Iterable[Result]) -> str:
    """Write a Markdown table for each section."""
    lines, section = [], None
    for result in results:
        if result.section != section:
            section = result.section
            lines += [
                "",
                f"## {section}",
                "",
                _line(COLUMNS),
                _line(["---"] * len(COLUMNS)),
            ]
        lines.append(_line(row(result)))
    return "\n".join(lines).lstrip("\n") + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def store(results: list[Result], where: dict[str, object], folder: Path) -> None:
    """Write the JSON and the Markdown file."""
    rows = [asdict(r) | {"ratio": r.ratio, "reached": r.reached} for r in results]
    document = {"machine": where, "results": rows}
    (folder / "results.json").write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    described = ", ".join(f"{key} {value}" for key, value in where.items())
    text = f"{HEAD}\n{described}.\n\n{table(results)}"
    (folder / "results.md").write_text(text, "utf-8")
