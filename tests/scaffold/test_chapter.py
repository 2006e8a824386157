"""The chapter's template: it runs, reads well and makes a page, as it is."""

import json
import sys
from pathlib import Path

import pytest

from tests.browser import typeset, visit
from tests.scaffold.conftest import TOC

pytestmark = pytest.mark.slow
TITLE = 'A look at "quotes", Tom\'s & more'
CHAPTER = "chapters/2-concepts/first-look"


@pytest.fixture(scope="module")
def made(python):
    return python("attnbook.scaffold", "chapter", "2-concepts", "first-look", TITLE)


@pytest.fixture(scope="module")
def notebook(made, skeleton: Path) -> dict:
    assert made.returncode == 0, made.stderr
    return json.loads((skeleton / f"{CHAPTER}.ipynb").read_text("utf-8"))


def test_it_tells_what_it_made_and_what_to_do_next(made) -> None:
    lines = made.stdout.splitlines()
    assert lines[:2] == [f"made    {CHAPTER}.ipynb", "changed _toc.yml"]
    assert "chapters/2-concepts is a new part of the book" in lines
    assert f"  make notebooks NOTEBOOKS={CHAPTER}.ipynb" in lines


@pytest.mark.usefixtures("made")
def test_the_contents_list_it_under_a_caption_of_its_own(skeleton) -> None:
    more = f"  - caption: Concepts\n    chapters:\n      - file: {CHAPTER}\n"
    assert (skeleton / "_toc.yml").read_text("utf-8") == TOC + more


def test_its_heading_is_the_title(notebook) -> None:
    assert notebook["cells"][0]["source"][0] == f"# {TITLE}\n"


def test_it_has_what_a_chapter_has(notebook) -> None:
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    text = "\n".join(sources)
    assert text.count("> **Predict.**") >= 2
    for part in ("> **The question.**", "_by_hand", "show_source(", "## Recap"):
        assert part in text
    assert any("mystnb" in cell["metadata"] for cell in notebook["cells"])


@pytest.mark.usefixtures("notebook")
def test_the_lints_find_nothing(python) -> None:
    for command in (
        ("attnbook.notebooks", "lint"),
        ("ruff", "check", "chapters"),
        ("ruff", "format", "--check", "chapters"),
    ):
        result = python(*command)
        assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.usefixtures("notebook")
def test_running_it_again_changes_not_one_byte(python, skeleton) -> None:
    path = skeleton / f"{CHAPTER}.ipynb"
    before = path.read_bytes()
    result = python("attnbook.notebooks", "execute", path)
    assert "unchanged" in result.stdout
    assert path.read_bytes() == before


@pytest.mark.usefixtures("notebook")
def test_a_second_one_of_that_name_is_refused_and_the_first_stays(
    python, skeleton
) -> None:
    before = (skeleton / "_toc.yml").read_text("utf-8")
    again = python("attnbook.scaffold", "chapter", "3-formulas", "first-look", "X")
    assert again.returncode == 1
    assert again.stderr.startswith(f"scaffold: {CHAPTER}.ipynb exists and was left")
    assert (skeleton / "_toc.yml").read_text("utf-8") == before
    assert not (skeleton / "chapters/3-formulas").exists()


@pytest.mark.chromium
@pytest.mark.usefixtures("notebook")
def test_its_page_builds_without_a_warning_and_shows_its_formula(
    run, skeleton, browser
) -> None:
    build = Path(sys.executable).with_name("jupyter-book")
    result = run(build, "build", ".", "-n", "-W", "--keep-going", "-q")
    assert result.returncode == 0, result.stdout + result.stderr
    page = skeleton / "_build/html" / f"{CHAPTER}.html"
    with visit(browser, page.as_uri()) as seen:
        typeset(seen.page)
        heading = seen.page.locator("article h1").inner_text()
        assert heading.startswith("A look at “quotes”, Tom’s & more")
        assert seen.page.locator("mjx-container").count() > 5
        assert seen.page.locator("svg[role=img]").count() == 1
        assert (seen.outside, seen.errors) == ([], [])
