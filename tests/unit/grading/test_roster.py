import re

import pytest

from attnbook.grading.record import Student
from attnbook.grading.roster import Roster, may_be_one, read_roster

CLASS = "id,name,email,user\n17,Ada Lovelace,ada@x.org,al\n23,Zoë Brontë,zoe@x.org,zb\n"


@pytest.fixture
def roster(tmp_path) -> Roster:
    path = tmp_path / "class.csv"
    path.write_text(CLASS, "utf-8")
    return read_roster(path)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (Student("17"), "17"),
        (Student("al"), "17"),
        (Student("17", "lovelaceada"), "17"),
        (Student("", "zoe bronte"), "23"),
        (Student("", "zoe"), "23"),
        (Student("901", "Ada Lovelace"), "17"),
        (Student("23", "Ada Lovelace"), "17"),
    ],
)
def test_a_student_is_found_by_what_a_submission_says(roster, said, number):
    assert roster.find(said).id == number


def test_a_number_of_another_list_finds_nobody(roster):
    """The LMS's 23 is Eve, who is not in the class; the class's 23 is Zoë."""
    said = Student("23", "Eve Elm")
    assert roster.find(said) == said


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_spreadsheet_may_write_another_sign_between_columns(tmp_path, sign):
    path = tmp_path / "class.csv"
    path.write_text(CLASS.replace(",", sign), "utf-8")
    found = read_roster(path).find(Student("al"))
    assert (found.id, found.email) == ("17", "ada@x.org")


@pytest.mark.parametrize("head", ["ID,Name,E-Mail,User", " Id ,name, email,user"])
def test_a_first_line_may_have_capitals_and_blanks(tmp_path, head):
    path = tmp_path / "class.csv"
    path.write_text(CLASS.replace("id,name,email,user", head), "utf-8")
    assert read_roster(path).find(Student("al")).name == "Ada Lovelace"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "class.csv cannot be read: No such file or directory"),
        (CLASS.encode("latin-1"), "class.csv is not UTF-8 text: save it as CSV UTF-8"),
        (b"name\nAda\n", "class.csv needs a first line with a column id, and name or"),
        (b"Name,Mail\nAda,a\n", "a line for each student; its columns: name, mail"),
        (b"", "a line for each student; its columns: "),
    ],
)
def test_what_is_no_class_list_is_told_in_plain_words(tmp_path, content, told):
    path = tmp_path / "class.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ValueError, match=re.escape(told)) as error:
        read_roster(path)
    assert "codec" not in str(error.value)
    assert "Errno" not in str(error.value)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Ada Lovelace", "Lovelace, Ada", True),
        ("lovelaceada", "Ada Lovelace", True),
        ("Zoe Bronte", "Brontë, Zoë", True),
        ("A. Lovelace", "Ada King", False),
        ("", "Ada King", True),
        ("李 明", "李明", True),
        ("Ada Lovelace", "Zoë Brontë", False),
    ],
)
def test_names_of_one_person_have_a_word_in_common(one, other, may):
    assert may_be_one(one, other) is may
    assert may_be_one(other, one) is may
