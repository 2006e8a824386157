"""The peer of our pages: JupyterLab with `interact` and matplotlib, on this machine."""

import contextlib
import gzip
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat

from tests.browser import visit

CELL = """\
%matplotlib inline
import ipywidgets, matplotlib.pyplot as plt, numpy as np

def draw(temperature=1.0):
    powers = np.exp(np.array([2.0, 1.0, 0.5, -1.0]) / temperature)
    plt.figure(figsize=(5, 2.4))
    plt.bar(range(4), powers / powers.sum())
    plt.ylim(0, 1)
    plt.show()

_ = ipywidgets.interact(draw, temperature=(0.1, 5.0, 0.1))
"""
SLIDER = ".noUi-handle"
PICTURE = ".jp-OutputArea .widget-interact .jp-OutputArea"


@contextlib.contextmanager
def jupyterlab() -> Iterator[str]:
    """Serve a notebook in JupyterLab; give its address."""
    token, port = secrets.token_hex(16), _free_port()
    with tempfile.TemporaryDirectory(prefix="bench-lab-") as folder:
        cell = nbformat.v4.new_code_cell(CELL)
        notebook = nbformat.v4.new_notebook(cells=[cell])
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, Path(folder) / "peer.ipynb")
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        command += [f"--IdentityProvider.token={token}", f"--ServerApp.port={port}"]
        command += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}"]
        own = dict.fromkeys(("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR"), folder)
        server = subprocess.Popen(
            command,
            env=os.environ | own | {"JUPYTERLAB_SETTINGS_DIR": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait(f"http://127.0.0.1:{port}/api/status?token={token}")
            yield f"http://127.0.0.1:{port}/lab/tree/peer.ipynb?token={token}&reset"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def _wait(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                json.load(answer)
            return
        except OSError:
            if time.monotonic() > end:
                raise RuntimeError("JupyterLab did not start") from None
            time.sleep(0.2)


@contextlib.contextmanager
def opened(browser, address: str) -> Iterator[tuple[object, float, int, int]]:
    """Open the notebook and run it; give the page, and what a reader waited for.

    The clock runs from the request until the slider is there; the time of a hand that
    presses "run" is not counted, since the cell is run as soon as a kernel is ready.
    """
    answers: list = []
    with visit(browser) as seen:
        page = seen.page
        page.on("requestfinished", lambda request: answers.append(request))
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator(".jp-Notebook .cm-content").first.click(timeout=120_000)
        page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
        page.keyboard.press("Shift+Enter")
        page.wait_for_selector(f"{PICTURE} img", timeout=60_000)
        waited = time.perf_counter() - start
        page.wait_for_load_state("networkidle")
        yield page, waited, *_transferred(answers)


def _transferred(requests: list) -> tuple[int, int]:
    """Count bytes, each body compressed by gzip, and requests."""
    total = 0
    for request in list(requests):
        with contextlib.suppress(Exception):  # a redirect has no body
            body = request.response().body()
            total += min(len(body), len(gzip.compress(body, compresslevel=6)))
    return total, len(requests)
