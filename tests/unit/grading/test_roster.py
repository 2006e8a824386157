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
    assert roster.find(said) == Student("23", "Eve Elm", listed=False)


def list_of(tmp_path, text) -> Roster:
    path = tmp_path / "class.csv"
    path.write_text(text, "utf-8")
    return read_roster(path)


def test_it_says_who_is_on_it_and_an_empty_one_says_nothing(roster):
    assert roster.find(Student("", "ada lovelace")).listed is True
    assert roster.find(Student("", "eve")).listed is False
    assert Roster().find(Student("", "eve")).listed is None


# -- named by an id -------------------------------------------------------------------
IDS = "id,name,email,user\n700108,Ada Lovelace,ada@x.org,al12\n12,Zoë B,zoe@x.org,zbr\n"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("700108", "700108"),
        ("12", "12"),
        ("exercise_700108", "700108"),
        ("700108-week 2", "700108"),
        ("al12.exercise (1)", "700108"),
        ("exercise (700108)", "700108"),
        ("exercise_zbr", ""),
        ("exercise_7001080", ""),
        ("week_12", ""),
    ],
)
def test_a_file_or_folder_may_be_named_by_an_id(tmp_path, name, number):
    """A word of one or two signs may be a week, or a second try."""
    assert list_of(tmp_path, IDS).find(Student("", name)).id == number


def test_a_file_with_the_ids_of_two_is_nobody_s(tmp_path):
    roster = list_of(tmp_path, IDS.replace("12,Zoë", "700109,Zoë"))
    assert not roster.find(Student("", "700108_700109")).listed


# -- names turned round ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("Bob Müller", "Müller, Bob"),
        ("Ada Lovelace", "lovelace, ada"),
        ("Ada Lovelace", "lovelaceada"),
        ('"Lovelace, Ada"', "Ada Lovelace"),
        ("Gabriel José García Márquez", "García Márquez, Gabriel José"),
    ],
)
def test_a_name_may_begin_with_any_of_its_words(tmp_path, listed, said):
    roster = list_of(tmp_path, f"id,name\n17,{listed}\n18,Eve Elm\n")
    assert roster.find(Student("", said)).id == "17"
    assert roster.find(Student("901", said)).id == "17"


def test_two_of_one_name_are_namesakes_and_an_id_tells_them_apart(tmp_path):
    roster = list_of(
        tmp_path,
        "id,first name,last name,role\n"
        "701,Anna,Schmidt,student\n702,Anna,Schmidt,student\n703,Eve,Elm,student\n",
    )
    twins = [Student(one, "Anna Schmidt", listed=True) for one in ("701", "702")]
    assert roster.namesakes(Student("9", "Schmidt, Anna")) == twins
    assert roster.namesakes(Student("", "anna")) == twins
    assert roster.find(Student("9", "Anna Schmidt")).listed is False
    assert roster.find(Student("702", "Anna Schmidt")) == twins[1]
    assert roster.find(Student("", "Anna Schmidt_702")) == twins[1]
    assert roster.namesakes(Student("", "student")) == []
    assert roster.namesakes(Student("", "Eve Elm")) == []


# -- lists as they come ----------------------------------------------------------------
LISTS = {
    "parts": ("ID,First name,Last name\n17,Ada,Lovelace\n", "17", ""),
    "surname": ("Id,Surname,Given name\n17,Lovelace,Ada\n", "17", ""),
    "German": (
        "Matrikelnummer;Vorname;Nachname;E-Mail\n17;Ada;Lovelace;a@x\n",
        "17",
        "a@x",
    ),
    "German, short": ("ID;Name;Vorname\n17;Lovelace;Ada\n", "17", ""),
    "student id": ("Student ID,Student,Mail\n17,Ada Lovelace,a@x\n", "17", "a@x"),
    "Moodle's worksheet": (
        "Identifier,Full name,Email address,Status,Grade,Feedback comments\n"
        'Participant 17,Ada Lovelace,a@x,Submitted,,"one\ntwo"\n',
        "17",
        "a@x",
    ),
    "Moodle's worksheet, with numbers": (
        "Identifier,Full name,ID number,Email address\n"
        "Participant 4,Ada Lovelace,17,a@x\nParticipant 5,Eve Elm,,e@x\n",
        "17",
        "a@x",
    ),
    "Moodle's participants": (
        "\ufeffFirst name,Last name,Email address,Groups\nAda,Lovelace,a@x,\n",
        "",
        "a@x",
    ),
    "Canvas's gradebook": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Task (4711)\n"
        "    Points Possible,,,,,7.0\nAda Lovelace,17,s17,al,A,\n"
        '"Student, Test",99,,0af1,A,\n',
        "17",
        "",
    ),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_is_read_as_it_comes(tmp_path, kind):
    text, number, email = LISTS[kind]
    roster = list_of(tmp_path, text)
    ada = Student(number, "Ada Lovelace", email, listed=True)
    assert roster.find(Student("", "Ada Lovelace")) == ada
    names = {entry.student.name for entry in roster.entries}
    assert names <= {"Ada Lovelace", "Eve Elm"}


def test_moodle_s_participant_is_found_by_the_number_and_by_the_whole(tmp_path):
    roster = list_of(tmp_path, LISTS["Moodle's worksheet, with numbers"][0])
    for said in (Student("4"), Student("4", "Ada L."), Student("", "participant 4")):
        assert roster.find(said).id == "17"
    assert roster.find(Student("5", "Eve")).id == "5"  # who has no number of their own


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
        (b"Name,No.\nAda,3\n", "a line for each student; its columns: Name, No."),
        (b"id,name\n17,\n", "class.csv has nobody's name or e-mail address: it needs"),
        (b"id,Rufname\n17,Ada\n", "a column name, or first name and last name, or em"),
        (b"email,name\na@x,Ada\na@x,Bob\n", "class.csv has the id a@x twice"),
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
