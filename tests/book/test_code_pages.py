"""From a formula to the function, its tests and its exercises, in one click each."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from page.code_index import find_definitions

from .contents import ROOT, listed

CHAPTERS = [page for page in listed() if page.startswith("chapters/")]
STABILITY = "chapters/3-formulas/stability"


def soup(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / f"{page}.html").read_text("utf-8"), "html.parser")


def rows(site: Path, page: str) -> list[Tag]:
    return soup(site, page).select(".att-code-links")


def test_every_public_function_is_found_once_with_its_twin() -> None:
    found = find_definitions(ROOT)
    assert found["softmax"].module == "reference/softmax"
    assert found["softmax"].source.startswith("def softmax(")
    assert "Tensor" in found["softmax"].twin
    assert "Tensor" not in found["softmax"].source
    assert found["MultiHeadAttention"].source.startswith("class MultiHeadAttention")
    assert found["MultiHeadAttention"].twin == ""


def test_without_the_package_nothing_is_found(tmp_path: Path) -> None:
    assert find_definitions(tmp_path) == {}


def test_a_row_leads_to_the_function_its_tests_and_its_exercises(site: Path) -> None:
    links = rows(site, STABILITY)[0].select("a")
    assert [link.text for link in links[:2]] == ["log_sum_exp", "tests"]
    assert links[-1]["href"] == "../../book/exercises.html#stability"
    code = soup(site, "code/reference/online_softmax").find(id="log_sum_exp")
    assert "def log_sum_exp(" in code.text
    assert code.find("details").find("summary").text == "The same for PyTorch"
    tests = soup(site, "code/tests/reference/online_softmax")
    assert "def test_" in tests.text


def test_what_a_page_derives_stands_before_what_it_borrows(site: Path) -> None:
    named = [row.a.text for row in rows(site, "chapters/3-formulas/gradients")]
    assert named[:2] == ["softmax_jacobian", "softmax_backward"]
    assert find_definitions(ROOT)["MultiHeadAttention"].chapter


def test_a_row_stands_directly_under_a_formula(site: Path) -> None:
    found = [row for page in CHAPTERS for row in rows(site, page)]
    assert len(found) > 20
    for row in found:
        assert "math" in row.find_previous_sibling()["class"], row.text


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_formula_of_a_section_that_uses_the_package_has_a_row(
    site: Path, page: str
) -> None:
    known = find_definitions(ROOT)
    for section in soup(site, page).select("article section"):
        formulas = section.find_all("div", class_="math", recursive=False)
        cells = section.find_all("div", class_="cell", recursive=False)
        code = " ".join(cell.text for cell in cells).replace("(", " ").split()
        if formulas and any(word in known for word in code):
            assert section.find("p", class_="att-code-links", recursive=False)


def test_a_name_in_the_text_leads_to_its_code(site: Path) -> None:
    names = [
        link
        for page in CHAPTERS
        for link in soup(site, page).select("p a:has(> code)")
        if "/code/" in link["href"] and not link.find_parent(class_="att-code-links")
    ]
    assert names
    for link in names:
        assert link["href"].endswith(f"#{link.text.removesuffix('()')}")
