"""What a first visit of a page costs: the files that it requests, and their bytes."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser import typeset, visit


def requested(browser, address: str, page: str) -> list[str]:
    """List what a page of a served book asks for, its own address first.

    Args:
        browser: What `tests.browser.browser_or_skip` gave.
        address: Where the book is served, without a final slash.
        page: The page's path in the book.

    Returns:
        Paths in the book, each once, in the order of the requests.
    """
    seen: dict[str, None] = {}
    with visit(browser) as open_page:
        open_page.page.on("request", lambda request: seen.setdefault(request.url))
        open_page.page.goto(f"{address}/{page}", wait_until="load")
        typeset(open_page.page)
        open_page.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        open_page.page.wait_for_load_state("networkidle")
    paths = [urlsplit(url).path for url in seen if url.startswith(f"{address}/")]
    return list(dict.fromkeys(unquote(path).lstrip("/") for path in paths))


def compressed(site: Path, path: str) -> int:
    """Return the bytes of a file as a server would send it, compressed by gzip.

    Fonts and pictures are compressed already: gzip then adds some bytes, and a server
    sends them as they are.
    """
    content = (site / path).read_bytes()
    return min(len(content), len(gzip.compress(content, compresslevel=6)))


def weights(site: Path, paths: list[str]) -> dict[str, int]:
    """Return the compressed bytes of each file, the heaviest first."""
    sizes = {path: compressed(site, path) for path in paths}
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))
