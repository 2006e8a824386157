"""Solutions have pages of their own, and never one in the book."""

import re
import textwrap
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from attnbook.grading.sets import all_sets
from attnbook.grading.solution_pages import write_solution_book
from attnbook.notebooks.files import read_notebook

from .conftest import build
from .contents import ROOT

REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)^\s*### END SOLUTION", re.S | re.M)
SHORT = 60  # letters: what is shorter may stand in a chapter for its own reasons


def solutions() -> list[str]:
    """Return what learners are to write, of all tasks, without blanks at the ends."""
    found = []
    for exercises in all_sets(ROOT / "exercises"):
        for cell in read_notebook(exercises.folder / "solution.ipynb").cells:
            for region in REGION.findall(cell.source):
                found.append(textwrap.dedent(region).strip())
    return found


def texts(site: Path) -> dict[str, str]:
    """Return the words of each page."""
    pages = (p for p in site.rglob("*.html") if "_static" not in p.parts)
    return {
        page.relative_to(site).as_posix(): BeautifulSoup(
            page.read_text("utf-8"), "html.parser"
        ).get_text()
        for page in pages
    }


def test_the_book_holds_no_solution(site: Path) -> None:
    pages = texts(site)
    assert not [name for name in pages if "solutions" in name]
    long = [solution for solution in solutions() if len(solution) > SHORT]
    assert len(long) > 5
    told = "\n".join(pages.values())
    assert "BEGIN SOLUTION" not in told
    assert not [solution for solution in long if solution in told]
    assert not list(site.rglob("*solution*"))


@pytest.mark.slow
def test_the_book_of_solutions_builds_without_a_warning_and_has_them(
    tmp_path: Path,
) -> None:
    write_solution_book(ROOT, tmp_path / "sources")
    result = build(tmp_path / "sources", tmp_path / "out")
    assert result.returncode == 0, result.stdout + result.stderr
    pages = texts(tmp_path / "out/_build/html/solutions")
    told = {
        re.sub(r"\s+", "", words) for name, words in pages.items() if name != "index"
    }
    for solution in solutions():
        bare = re.sub(r"\s+", "", solution)
        assert any(bare in words for words in told), solution
