import pytest

from attnbook.grading.export.match import Line, match, names
from attnbook.grading.record import Student

from ..records import record

LINES = [
    Line(1, ("17", "ada17"), ("ada@example.org",), "Lovelace, Ada"),
    Line(2, ("23", "zoe23"), ("zoe@example.org",), "Brontë, Zoë"),
    Line(3, ("31", "sam31"), ("sam@example.org",), "Smith, Sam"),
    Line(4, ("37", "sam37"), ("smith@example.org",), "Smith, Sam"),
]


def row(*student):
    found = match([record("x", student=Student(*student))], LINES)
    return next(iter(found.rows), None)


@pytest.mark.parametrize(
    ("student", "line"),
    [
        (("17",), 1),
        (("ada17", "A. Lovelace"), 1),
        (("ada17", "lovelaceada"), 1),
        (("ada17", "Countess", "ada@example.org"), 1),
        (("ada17", "Somebody Else"), None),
        (("17", "Zoë Brontë", "zoe@example.org"), None),
        (("", "", "Zoe@Example.org"), 2),
        (("", "Ada Lovelace"), 1),
        (("", "lovelaceada"), 1),
        (("", "Zoe Bronte"), 2),
        (("", "Brontë, Zoë"), 2),
        (("99", "Ada Lovelace"), 1),
        (("37", "Sam Smith"), 4),
        (("", "Sam Smith"), None),
        (("", "Sam Smith", "smith@example.org"), 4),
        (("1",), None),
        (("", "Ada"), None),
        (("", ""), None),
    ],
)
def test_a_student_is_found_by_id_then_address_then_name(student, line):
    assert row(*student) == line


def test_an_id_counts_more_than_a_name():
    """Else two students who share a name could swap their marks."""
    assert row("31", "Sam Smith") == 3


def test_an_id_of_another_list_gives_nobody_somebody_else_s_mark():
    """The school's number 23 is Ada's; the LMS's 23 is Zoë's."""
    assert row("23", "Ada Lovelace", "ada@example.org") is None


def test_two_submissions_for_one_line_are_both_left_to_a_human():
    both = [record(name, student=Student("17")) for name in ("first", "second")]
    found = match(both, LINES)
    assert found.rows == {}
    assert found.twice == (tuple(both),)


def test_a_name_is_read_in_the_ways_in_which_lists_write_it():
    assert set(names("Mary Ann Evans")) & set(names("Evans, Mary Ann"))
    assert names("Plato") == ("Plato",)
