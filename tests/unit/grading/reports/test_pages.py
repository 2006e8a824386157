import re
from html.parser import HTMLParser

import pytest

from attnbook.grading.record import CheckMark, Student, TaskMark
from attnbook.grading.reports.pages import feedback_page, percent, summary_page
from attnbook.grading.roster import WHOSE

from ..records import XSS, record, task, ungraded

HOSTILE = record(
    "x-1",
    TaskMark(
        XSS,
        XSS,
        0,
        2,
        checks=(CheckMark(XSS, XSS, 0, 1, XSS, XSS), CheckMark(XSS, XSS, 0, 1, XSS)),
    ),
    TaskMark(XSS, XSS, 0, 1, unwritten=XSS),
    student=Student(XSS, XSS, XSS),
    file=XSS,
    notes=(XSS,),
    flags=(XSS,),
)
NO_MARK = ungraded("x-2", XSS, student=Student("", XSS), file=XSS)


class Tags(HTMLParser):
    """Collect elements, what they link to, and whether they nest."""

    def __init__(self, page):
        super().__init__()
        self.open, self.seen, self.attributes = [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "br", "img", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def text(page):
    """Return what a reader reads."""
    body = re.sub(r"<[^>]+>", " ", page.split("</head>")[1])
    return " ".join(body.split())


@pytest.mark.parametrize(
    "page",
    [feedback_page(HOSTILE), feedback_page(NO_MARK), summary_page([HOSTILE, NO_MARK])],
    ids=("feedback", "no mark", "summary"),
)
def test_nothing_that_a_student_wrote_becomes_markup(page):
    tags = Tags(page)
    assert not {"script", "img", "iframe", "object", "link"} & set(tags.seen)
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "{{ 7*7 }}" in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("page", [feedback_page(HOSTILE), summary_page([HOSTILE])])
def test_a_page_asks_nothing_of_any_other_place(page):
    links = [v for n, v in Tags(page).attributes if n in ("href", "src")]
    assert all(link.startswith("feedback/x-1") for link in links)
    assert "default-src 'none'" in page
    assert "url(" not in page


def test_feedback_tells_points_texts_and_hints():
    told = text(feedback_page(record("ada", task(1, 0, hint="add x to itself"))))
    assert "Ada 1 of 2 points" in told
    assert "✓ check 0 1/1" in told
    assert "✗ check 1 0/1 f([1]) is off by up to 0.5 Hint: add x to itself" in told


def test_of_a_hidden_check_a_student_reads_title_and_points_alone():
    hidden = task(0, text="f([271828]) is off", hint="seed 5", hidden=True)
    page = feedback_page(record("ada", hidden, seed=31337, flags=("calls attention",)))
    assert "✗ check 0 0/1" in text(page)
    for secret in ("271828", "seed 5", "31337", "calls attention"):
        assert secret not in page


def test_a_crash_is_told_once():
    crashed = task(0, 0, 0, text="f raised NameError: name 'foo' is not defined")
    assert feedback_page(record("ada", crashed)).count("NameError") == 1


def test_who_has_no_mark_reads_why_and_that_it_is_not_0():
    told = text(feedback_page(ungraded("bob", "the file is empty")))
    assert "No mark yet the file is empty" in told
    assert "not a mark of 0" in told
    assert " of " not in told.split("not a mark")[0]


def test_who_met_a_fault_of_the_grader_is_not_sent_to_mend_it():
    page = feedback_page(ungraded("bob", "KeyError: 271828", status="grader_error"))
    assert "your teacher sees why" in page
    assert "Hand in" not in page
    assert "271828" not in page


def test_who_handed_nothing_in_is_no_submission_and_is_not_told_to_mend_one():
    absent = ungraded("_nothing-1", "nothing was handed in", status="missing", file="")
    page = text(feedback_page(absent))
    assert "under which name it arrived" in page
    assert "Hand in" not in page
    assert "Graded:" not in page
    told = text(summary_page([record("ada", task(1)), absent]))
    assert "1 submission 1 with a mark, 0 without; 1 on the class list" in told


def test_a_second_grading_beside_right_answers_is_explained():
    follow = TaskMark("s", "f", 3, 4, follow_through=3, checks=task(1, 0).checks)
    assert "it earned 3 of 4 points" in text(feedback_page(record("ada", follow)))


def test_a_teacher_sees_who_failed_what_and_how_often():
    batch = [
        record("ada", task(1, 0, text="this looks like squares"), task(1, name="g")),
        record("bea", task(0, 0, text="this looks like squares"), task(1, name="g")),
        record("cyd", task(1, 1), TaskMark("soft-lookup", "g", 0, 1, unwritten="no")),
        ungraded("dan", "the file is empty"),
    ]
    told = text(summary_page(batch))
    assert "4 submissions 3 with a mark, 1 without. " in told
    assert "check 1 f 2 of 3 check 0 f 1 of 3" in told
    assert "this looks like squares f 2" in told  # of Bea's two checks, one counts
    assert "g Soft lookup 2 of 3 100 %" in told
    assert "Dan : the file is empty" in told
    assert "Ada ada.ipynb 2 of 3" in told
    assert "Dan dan.ipynb no mark" in told
    assert "class list" not in told


def test_a_teacher_sees_who_is_not_on_the_class_list_and_whose_it_may_be():
    twins = [
        record(
            f"_nothing-{n}",
            student=Student(n, "Anna", listed=True),
            status="missing",
            reason=WHOSE,
            file="",
        )
        for n in ("701", "702")
    ]
    ada = record("ada", student=Student("17", "Ada", listed=True))
    anna = record("anna", student=Student("9", "Anna", listed=False))
    told = text(summary_page([ada, anna, *twins]))
    assert "2 submissions 2 with a mark, 0 without; of 2 on it, whose" in told
    assert "Of one name On the class list; which" in told
    assert "could not be told. Anna 701 Anna 702 Not on" in told
    assert "or of more than one. Anna : anna.ipynb Everyone" in told
    assert "Ada 17 ada.ipynb 1 of 2 Anna 701 no mark Anna 702 no mark Anna" in told
    assert "Anna anna.ipynb 1 of 2" in told
    assert "handed nothing in" not in told


def test_two_of_one_name_who_are_absent_can_be_told_apart():
    absent = [
        ungraded(n, "nothing was handed in", status="missing", file="", student=student)
        for n in ("701", "702")
        for student in [Student(n, "Anna", listed=True)]
    ]
    told = text(summary_page([record("ada"), *absent]))
    assert "Handed nothing in Anna 701 Anna 702 Not on" in told


def test_a_class_list_on_which_everybody_is_says_so():
    page = summary_page([record("ada", student=Student("17", "Ada", listed=True))])
    assert "Not on the class list Nothing: every submission belongs" in text(page)


def test_what_a_human_should_look_at_is_named_with_whose_it_is():
    flags = ("calls torch.softmax (cell 2)", "calls scipy.special.softmax (cell 3)")
    told = text(summary_page([record("ada", flags=flags), record("bea")]))
    assert f"To look at Ada : {'; '.join(flags)} Everyone" in told


def test_what_was_not_called_again_is_no_common_mistake():
    again = task(0, 0, text="f was not called again")
    assert "not called again" not in summary_page([record("ada", again)] * 2)


def test_full_marks_stand_in_the_last_bin_and_others_below():
    page = summary_page([record("ada", task(1, 1)), record("bea", task(*[1] * 9, 0))])
    assert "90–100 % 2" in text(page)
    assert "0–10 % 0" in text(page)
    assert "mean is 95.0 %" in text(page)


def test_errors_of_any_size_are_one_mistake():
    batch = [
        record(f"s{n}", task(0, text=f"f([1]) is off by up to {n}.5")) for n in range(3)
    ]
    assert "f([1]) is off by up to … f 3" in text(summary_page(batch))


def test_a_mistake_of_one_alone_is_not_common():
    assert "Common mistakes" not in summary_page([record(), record("bea", task(1))])


def test_code_in_a_hint_is_set_as_code():
    page = feedback_page(record("ada", task(0, hint="`a < b`, not `b`")))
    assert "<code>a &lt; b</code>, not <code>b</code>" in page


def test_what_ran_without_a_sandbox_is_said_first():
    batch = [record("ada", sandbox="unsandboxed"), record("bea")]
    assert "1 of them ran without a sandbox" in text(summary_page(batch))
    assert "without a sandbox" not in text(summary_page(batch[1:]))


def test_a_batch_without_a_single_mark_has_a_summary():
    assert "0 with a mark, 1 without" in text(summary_page([ungraded()]))


@pytest.mark.parametrize(
    ("points", "possible", "share"),
    [(0, 300, 0), (1, 300, 1), (299, 300, 99), (300, 300, 100), (None, None, 0)],
)
def test_a_bar_is_full_for_all_and_empty_for_nothing_alone(points, possible, share):
    assert percent(points, possible) == share
