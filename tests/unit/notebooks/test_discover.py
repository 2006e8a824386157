import pytest

from attnbook.notebooks.discover import book_notebooks, book_root

TOC = """
format: jb-book
root: index
parts:
  - caption: One
    chapters:
      - file: one/second
      - file: one/page
        sections:
          - file: one/first.ipynb
"""


@pytest.fixture
def book(tmp_path):
    (tmp_path / "_toc.yml").write_text(TOC)
    (tmp_path / "one").mkdir()
    for name in ("index.ipynb", "one/second.ipynb", "one/first.ipynb", "one/page.md"):
        (tmp_path / name).touch()
    return tmp_path


def test_notebooks_come_in_the_order_of_the_book_and_pages_are_left_out(book):
    names = [path.relative_to(book).as_posix() for path in book_notebooks(book)]
    assert names == ["index.ipynb", "one/second.ipynb", "one/first.ipynb"]


def test_a_notebook_that_is_no_chapter_yet_is_left_out(book):
    (book / "one/draft.ipynb").touch()
    assert not any("draft" in path.name for path in book_notebooks(book))


def test_an_entry_without_a_page_is_named(book):
    (book / "one/first.ipynb").unlink()
    with pytest.raises(ValueError, match=r"names 'one/first\.ipynb'"):
        book_notebooks(book)


def test_the_root_is_found_from_a_folder_below(book):
    assert book_root(book / "one") == book


def test_outside_a_book_the_message_says_what_to_do(tmp_path):
    with pytest.raises(ValueError, match="or name the notebooks"):
        book_root(tmp_path)
