"""A real Chromium with the network closed, shared by every test that opens a page.

Use it from a test folder's ``conftest.py``::

    from tests.browser import browser_or_skip, serve, visit
"""

import atexit
import contextlib
import functools
import http.server
import os
import pathlib
import shutil
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
LOCAL = ("http://127.0.0.1:", "file:", "data:", "blob:", "about:")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that closed its side first."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serve(root: pathlib.Path) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 and give its address, without a final slash."""
    handler = functools.partial(_Quiet, directory=str(root))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@functools.cache
def _playwright():
    """Start Playwright once: a second one in the same thread is an error."""
    from playwright.sync_api import sync_playwright

    running = sync_playwright().start()
    atexit.register(running.stop)
    return running


@functools.cache
def _chromium():
    return _playwright().chromium.launch(executable_path=CHROMIUM, args=list(ARGS))


def missing() -> str | None:
    """Say what is missing to open pages, or None if all is there."""
    if shutil.which(CHROMIUM) is None:
        return f"no Chromium at {CHROMIUM}: apt-get install chromium, or set CHROMIUM"
    return None


def browser_or_skip():
    """Give the one running browser; without Chromium skip here, fail under CI."""
    reason = missing()
    if reason and os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(f"PAGES NOT CHECKED: {reason}")
    return _chromium()


@dataclass
class Visit:
    """One open page and everything that went wrong while it was open."""

    page: object
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def _watch(visit: Visit) -> None:
    page = visit.page
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on(
        "console",
        lambda m: visit.errors.append(m.text) if m.type in ("error", "warning") else 0,
    )
    page.on(
        "response",
        lambda r: visit.broken.append(f"{r.status} {r.url}") if r.status >= 400 else 0,
    )


def _gate(visit: Visit, route: object) -> None:
    url = route.request.url
    if url.startswith(LOCAL):
        route.continue_()
    else:
        visit.outside.append(url)
        route.abort()


@contextlib.contextmanager
def visit(
    browser: object, url: str = "", *, width: int = 1280, height: int = 900, **options
) -> Iterator[Visit]:
    """Open a page whose requests to other hosts are recorded and refused.

    Args:
        browser: What `browser_or_skip` gave.
        url: Where to go; empty opens nothing yet.
        width: Of the window, in CSS pixels.
        height: Of the window, in CSS pixels.
        **options: Further options of Playwright's ``new_context``, such as
            ``color_scheme="dark"``.

    Returns:
        A `Visit`: ``page``, ``outside`` (URLs refused), ``errors`` (console
        errors, warnings, exceptions) and ``broken`` (answers of 400 and above).
    """
    size = {"width": width, "height": height}
    context = browser.new_context(viewport=size, **options)
    seen = Visit(context.new_page())
    context.route("**/*", lambda route: _gate(seen, route))
    _watch(seen)
    try:
        if url:
            seen.page.goto(url, wait_until="load")
        yield seen
    finally:
        context.close()


def typeset(page: object, timeout: float = 20_000) -> None:
    """Wait until MathJax has set every formula; pages without it return at once."""
    page.evaluate(
        """async (limit) => {
          if (!document.querySelector("script[src*='mathjax']")) return;
          const end = performance.now() + limit;
          while (!window.MathJax?.startup?.promise && performance.now() < end)
            await new Promise((done) => setTimeout(done, 20));
          await MathJax.startup.promise;
        }""",
        timeout,
    )
