"""What a visit of the book costs and how fast its sliders answer, beside JupyterLab."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import keys, lab
from benchmarks.build import ROOT
from benchmarks.result import Result
from tests.book.contents import listed
from tests.book.weight import requested, weights
from tests.browser import browser_or_skip, serve, visit

VISITS = 7
MOST_KB, MOST_SECONDS = 1200, 0.8
LAB = "JupyterLab"
READY = "html[data-widgets=ready]"
SINCE_START = "performance.getEntriesByName('widgets-ready')[0].startTime"
SLIDER = ".att-knobs input[type=range]"
PICTURE = ".att-figure"


def build_book(folder: Path) -> Path:
    """Build the book apart from `_build`; return the folder of its pages."""
    book = Path(sys.executable).with_name("jupyter-book")
    command = [book, "build", ROOT, "--path-output", folder, "--all", "-q"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "_build/html"


def first_visits(browser, url: str) -> float | None:
    """Return the median of the seconds until sliders work; None without sliders."""
    found = []
    for _ in range(VISITS):
        with visit(browser, url) as seen:
            if not seen.page.locator("[data-widget-view]").count():
                return None
            seen.page.wait_for_selector(READY, state="attached")
            found.append(seen.page.evaluate(SINCE_START) / 1000)
    return statistics.median(found)


def measure() -> Iterator[Result]:
    """Measure every page, then key presses on the first one, all beside JupyterLab."""
    browser = browser_or_skip()
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        serve(site := build_book(Path(folder))) as address,
        lab.jupyterlab() as peer,
    ):
        with lab.opened(browser, peer) as (page, *peer_cost):
            theirs = keys.summary(keys.answer_times(page, lab.SLIDER, lab.PICTURE))
        for name in listed():
            yield from _page(browser, site, address, f"{name}.html", peer_cost)
        with visit(browser, f"{address}/{listed()[0]}.html") as seen:
            seen.page.wait_for_selector(READY, state="attached")
            ours = keys.summary(keys.answer_times(seen.page, SLIDER, PICTURE))
        for what, value in ours.items():
            name = f"{keys.PRESSES} presses: {what}"
            peer_name = f"{LAB}, interact"
            yield Result("Key to picture", name, value, "ms", peer_name, theirs[what])


def _page(browser, site: Path, address: str, name: str, peer: list) -> Iterator[Result]:
    waited, size, count = peer
    files = requested(browser, address, name)
    kb = sum(weights(site, files).values()) / 1000
    yield Result("Pages", f"{name}: sent", kb, "kB", LAB, size / 1000, most=MOST_KB)
    yield Result("Pages", f"{name}: requests", len(files), "", LAB, count)
    seconds = first_visits(browser, f"{address}/{name}")
    if seconds is not None:
        what = f"{name}: until a slider works"
        yield Result("Pages", what, seconds, "s", LAB, waited, most=MOST_SECONDS)
