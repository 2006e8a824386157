"""The teacher's table says of each chapter what the chapter says of itself."""

import json
import re

from .contents import ROOT, listed

ROW = re.compile(
    r"^\| \[(.+?)\]\(\.\./(chapters/.+?)\.ipynb\) \| (\d+) \|", re.MULTILINE
)
TABLE = ROW.findall((ROOT / "book" / "teaching.md").read_text("utf-8"))
CHAPTERS = [page for page in listed() if page.startswith("chapters/")]


def head(page: str) -> str:
    """Return the first cell of a chapter."""
    notebook = json.loads((ROOT / f"{page}.ipynb").read_text("utf-8"))
    return "".join(notebook["cells"][0]["source"])


def test_every_chapter_has_a_row_in_the_order_of_the_book() -> None:
    assert [page for _, page, _ in TABLE] == CHAPTERS


def test_titles_and_minutes_are_those_of_the_chapters() -> None:
    for title, page, minutes in TABLE:
        assert head(page).startswith(f"# {title}\n"), page
        assert f"About {minutes} minutes" in head(page), page
