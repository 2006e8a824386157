import pytest

from attnbook.grading.export.fill import CANVAS, MOODLE, fill
from attnbook.grading.record import Student

from ..records import record, task, ungraded

CANVAS_FILE = (
    b"\xef\xbb\xbfStudent,ID,SIS User ID,SIS Login ID,Section,Attention (4711),"
    b"Essay (4712),Final Score\r\n"
    b"Manual Posting,,,,,,,\r\n"
    b"    Points Possible,,,,,4,10,(read only)\r\n"
    b'"Lovelace, Ada",101,s17,ada@example.org,"A, and B",,9,\r\n'
    b'"Bell, Bea",102,s23,bea@example.org,A,3,,\r\n'
    b"\"=cmd|' /C calc'!A0\",103,s31,cyd@example.org,A,,,\r\n"
    b'"Student, Test",104,,x,A,,,\r\n'
)
MOODLE_FILE = (
    b'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade",'
    b'"Grade can be changed","Feedback comments"\n'
    b'"Participant 101","Ada Lovelace",ada@example.org,Submitted,,4.00,Yes,"a ""b"""\n'
    b'"Participant 102","Bea Bell",bea@example.org,Submitted,,4.00,No,\n'
    b'"Participant 103","Cyd Cole",cyd@example.org,"No submission",,4.00,Yes,\n'
)


def submitted(name, *student, points=(1, 0, 1, 0)):
    return record(name, task(*points), student=Student(*student))


ADA, BEA = submitted("ada", "101"), submitted("bea", "102", points=(1, 1, 1, 1))


def test_canvas_gets_its_own_file_back_with_marks_in_one_column():
    filled = fill(CANVAS_FILE, [ADA, BEA], CANVAS, title="Attention (4711)")
    assert filled.content == CANVAS_FILE.replace(
        b'"A, and B",,9', b'"A, and B",2,9'
    ).replace(b"A,3,,", b"A,4,,")
    assert filled.report.startswith("2 marks written into 'Attention (4711)'")


def test_moodle_gets_its_own_file_back_and_no_locked_mark():
    filled = fill(MOODLE_FILE, [ADA, BEA], MOODLE)
    assert filled.content == MOODLE_FILE.replace(
        b"Submitted,,4.00,Yes", b"Submitted,2,4.00,Yes"
    )
    assert "the LMS lets nobody change it: 102" in filled.report


def test_a_gradebook_of_moodle_has_first_and_last_names():
    exported = (
        b'"First name",Surname,"ID number","Assignment: Attention (Real)"\n'
        b"Ada,Lovelace,s17,-\n"
    )
    filled = fill(exported, [submitted("x", "", "Ada Lovelace")], MOODLE)
    assert filled.content.endswith(b"Ada,Lovelace,s17,2\n")


def test_who_has_no_mark_keeps_what_stands_there():
    lost = ungraded("bea", student=Student("102", "Bea"))
    filled = fill(CANVAS_FILE, [lost], CANVAS, title="Attention (4711)")
    assert filled.content == CANVAS_FILE
    assert "not written, without a mark: Bea 102 (bea.ipynb)" in filled.report


def test_who_stands_in_no_line_is_named():
    filled = fill(MOODLE_FILE, [BEA, submitted("eve", "999", "Eve Elm")], MOODLE)
    assert filled.content == MOODLE_FILE
    assert "in no line that is surely theirs: Eve Elm 999 (eve.ipynb)" in filled.report


def test_two_submissions_of_one_student_are_named_and_not_written():
    filled = fill(MOODLE_FILE, [ADA, submitted("ada2", "101")], MOODLE)
    assert filled.content == MOODLE_FILE
    told = filled.report.partition("more than one submission for one line: ")[2]
    assert told.startswith(
        "101 (ada.ipynb), 101 (ada2.ipynb). In the folder of results"
    )
    assert "does not count, records/ada.json or records/ada2.json, and export" in told


def test_one_mark_in_one_line_is_not_written_in_the_plural():
    exported = b"Identifier,Full name,Grade\nParticipant 101,Ada,\nParticipant 9,Eve,\n"
    told = fill(exported, [ADA], MOODLE).report
    assert told == "1 mark written into 'Grade'; 1 line unchanged"


def test_many_names_are_counted():
    lost = [submitted(f"s{n}", str(900 + n)) for n in range(23)]
    assert "... and 3 more" in fill(MOODLE_FILE, [ADA, *lost], MOODLE).report


def test_a_file_of_another_class_is_refused():
    lost = [submitted(f"s{n}", str(900 + n)) for n in range(23)]
    with pytest.raises(
        ValueError, match=r"nobody of .*901.* and 20 more.*try --roster"
    ):
        fill(MOODLE_FILE, lost, MOODLE)


def test_the_column_has_to_be_clear():
    with pytest.raises(ValueError, match=r"one of 'Attention \(4711\)', 'Essay"):
        fill(CANVAS_FILE, [ADA], CANVAS)
    with pytest.raises(ValueError, match=r"no column 'Poetry', but 'Student', "):
        fill(CANVAS_FILE, [ADA], CANVAS, title="Poetry")
    assert b",2,9," in fill(CANVAS_FILE, [ADA], CANVAS, title="attention").content


@pytest.mark.parametrize(
    ("most", "written"),
    [(b"10", b"5"), (b"100.00", b"50"), (b"3", b"1.5"), (b'"7,00"', b'"3,5"')],
)
def test_other_points_are_refused_or_converted(most, written):
    exported = MOODLE_FILE.replace(b"4.00", most)
    with pytest.raises(ValueError, match=r"the most points are .* --scale to convert"):
        fill(exported, [ADA], MOODLE)
    filled = fill(exported, [ADA], MOODLE, scale=True).content
    assert b"Submitted," + written + b"," + most in filled


def test_canvas_says_its_points_in_a_line_of_their_own():
    with pytest.raises(ValueError, match="10 in the LMS and 4 in the exercises"):
        fill(CANVAS_FILE, [ADA], CANVAS, title="Essay")


def test_a_file_about_nobody_is_refused():
    with pytest.raises(ValueError, match="no column says whose line it is"):
        fill(b"Grade,Colour\n1,red\n", [ADA], MOODLE)


@pytest.mark.parametrize("title", [None, "Bewertung"])
def test_a_worksheet_in_another_language_says_what_to_do(title):
    exported = "ID,Vollständiger Name,Bewertung\nTeilnehmer/in 101,Ada,\n".encode()
    with pytest.raises(ValueError, match="Looked for: 'Identifier', ") as refused:
        fill(exported, [ADA], MOODLE, title=title)
    told = str(refused.value)
    assert "found: 'ID', 'Vollständiger Name', 'Bewertung'. If" in told
    assert "set the language of Moodle to English, download the file again" in told
    assert "(" not in told
