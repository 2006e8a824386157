"""Links: every address inside the book exists, and every picture is told in words."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup

from .contents import listed

PAGES = [f"{page}.html" for page in listed()]
ADDRESSES = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"))


@pytest.fixture(scope="module")
def soups(site: Path) -> dict[Path, BeautifulSoup]:
    """Read every page once."""
    return {
        path: BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in site.rglob("*.html")
        if "_static" not in path.parts
    }


def dead_links(page: Path, soups: dict[Path, BeautifulSoup]) -> list[str]:
    """Return the addresses on a page that lead nowhere in the book."""
    found = [
        tag[a] for name, a in ADDRESSES for tag in soups[page].select(f"{name}[{a}]")
    ]
    return [address for address in found if not _leads(page, address, soups)]


def _leads(page: Path, address: str, soups: dict[Path, BeautifulSoup]) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    path, anchor = urldefrag(address)
    file = path.partition("?")[0]
    target = (page.parent / unquote(file)).resolve() if file else page
    if not target.exists():
        return False
    return (
        not anchor
        or target not in soups
        or bool(soups[target].find(id=unquote(anchor)))
    )


def test_no_link_is_dead(soups: dict[Path, BeautifulSoup]) -> None:
    dead = {str(page): dead_links(page, soups) for page in soups}
    assert not {page: links for page, links in dead.items() if links}


def test_a_dead_link_would_be_found(tmp_path: Path) -> None:
    page = (tmp_path / "a.html").resolve()
    page.write_text("")
    html = '<a id="x" href="#x"></a><a href="#y"></a><a href="b.html"></a><img src="c">'
    soups = {page: BeautifulSoup(html, "html.parser")}
    assert dead_links(page, soups) == ["#y", "b.html", "c"]


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_is_told_in_words(
    site: Path, soups: dict[Path, BeautifulSoup], page: str
) -> None:
    article = soups[site / page].select_one("article")
    words = [image.get("alt", "") for image in article.select("img")]
    words += [image.get("aria-label", "") for image in article.select("svg[role=img]")]
    assert not article.select("svg:not([role=img], [aria-hidden])")
    assert all(len(text.split()) >= 3 for text in words), words


@pytest.mark.parametrize("page", PAGES)
def test_no_two_elements_share_an_id(
    site: Path, soups: dict[Path, BeautifulSoup], page: str
) -> None:
    ids = [element["id"] for element in soups[site / page].select("article [id]")]
    assert len(ids) == len(set(ids))


def test_the_notebook_of_each_chapter_can_be_downloaded(
    site: Path, soups: dict[Path, BeautifulSoup]
) -> None:
    for page in PAGES:
        source = (site / "_sources" / page).with_suffix(".ipynb")
        buttons = soups[site / page].select(".btn-download-source-button")
        if page.startswith("chapters/"):
            assert source.is_file()
            assert buttons[0]["href"].endswith(source.name)
