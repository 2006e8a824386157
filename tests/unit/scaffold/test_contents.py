import pytest
import yaml

from attnbook.scaffold.contents import with_chapter

TOC = """\
# The order of the book.
format: jb-book
root: book/index
parts:
  - caption: Before you begin
    chapters:
      - file: book/notation
  - caption: Ideas  # the folder is called concepts
    chapters:
      - file: chapters/2-concepts/soft-lookup
        sections:
          - file: chapters/2-concepts/inside
            title: Inside
  # What follows has formulas.
  - caption: Applications
    chapters:
      - file: chapters/5-applications/translation
  - caption: At the end
    chapters:
      - file: book/bibliography
"""


def added(part: str, toc: str = TOC) -> list[tuple[int, str]]:
    """Return the lines that are new, and see that no other line moved or changed."""
    new, old = with_chapter(toc, part, "new").splitlines(), toc.splitlines()
    first = next((i for i, line in enumerate(old) if new[i] != line), len(old))
    more = len(new) - len(old)
    assert new[:first] + new[first + more :] == old
    return list(enumerate(new[first : first + more], start=first))


def test_a_chapter_becomes_the_last_of_its_part_after_what_is_nested_there():
    assert added("2-concepts") == [(13, "      - file: chapters/2-concepts/new")]


@pytest.mark.parametrize(
    ("part", "line"), [("1-background", 7), ("3-formulas", 13), ("7-outlook", 17)]
)
def test_a_new_part_stands_where_its_number_belongs(part, line):
    assert added(part) == [
        (line, f"  - caption: {part[2:].capitalize()}"),
        (line + 1, "    chapters:"),
        (line + 2, f"      - file: chapters/{part}/new"),
    ]


@pytest.mark.parametrize("part", ["1-background", "2-concepts", "7-outlook"])
def test_what_comes_out_is_a_table_of_contents_with_one_page_more(part):
    def files(toc):
        parts = yaml.safe_load(toc)["parts"]
        return [chapter["file"] for found in parts for chapter in found["chapters"]]

    before, after = files(TOC), files(with_chapter(TOC, part, "new"))
    assert [file for file in after if file not in before] == [f"chapters/{part}/new"]
    assert [file for file in after if file in before] == before


def test_a_book_without_chapters_gets_its_first_part_at_the_end():
    toc = "parts:\n- caption: Before\n  chapters:\n  - file: book/notation\n"
    assert [line for _, line in added("4-code", toc)] == [
        "- caption: Code",
        "  chapters:",
        "    - file: chapters/4-code/new",
    ]


def test_a_table_without_parts_is_refused():
    with pytest.raises(ValueError, match="no place for a part"):
        with_chapter("format: jb-book\nroot: index\n", "4-code", "new")
