"""The last line of a chapter leads to the page that comes next."""

import re
from itertools import pairwise

import pytest

from .contents import ROOT, listed

CHAPTERS = [page for page in listed() if page.startswith("chapters/")]


def next_link(page: str) -> str:
    text = (ROOT / f"{page}.ipynb").read_text("utf-8")
    (line,) = re.findall(r"\"Next: .*?\"", text)
    return re.search(r"/?([\w-]+)\.ipynb", line)[1]


@pytest.mark.parametrize(("page", "following"), list(pairwise(CHAPTERS)))
def test_next_is_the_page_that_the_contents_put_next(page: str, following: str) -> None:
    assert following.endswith(f"/{next_link(page)}")


def test_the_last_chapter_leads_back_to_the_map() -> None:
    assert next_link(CHAPTERS[-1]) == "index"
