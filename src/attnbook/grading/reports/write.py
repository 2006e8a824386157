"""Write all reports of a folder of results, so that nobody reads a half."""

from collections.abc import Sequence
from pathlib import Path

from attnbook.files import replace_file
from attnbook.grading.record import Record, read_records
from attnbook.grading.reports.marks import marks_csv
from attnbook.grading.reports.pages import feedback_page, summary_page

FEEDBACK, MARKS, SUMMARY = "feedback", "marks.csv", "summary.html"


def write_reports(results: Path) -> list[Path]:
    """Write feedback pages, ``marks.csv`` and ``summary.html`` from the records.

    The same records give the same bytes, and what has not changed is not written again.

    Returns:
        The files, the summary last.

    Raises:
        ValueError: If there are no records, or a file is none.
    """
    records = read_records(results)
    (results / FEEDBACK).mkdir(exist_ok=True)
    texts = {
        results / FEEDBACK / f"{record.submission}.html": feedback_page(record)
        for record in records
    }
    _remove_others(results / FEEDBACK, records)
    texts[results / MARKS] = f"\ufeff{marks_csv(records)}"  # spreadsheets look for it
    texts[results / SUMMARY] = summary_page(records)
    for path, text in texts.items():
        if not path.exists() or path.read_text("utf-8") != text:
            replace_file(path, text)
    return list(texts)


def _remove_others(folder: Path, records: Sequence[Record]) -> None:
    """Remove the pages of submissions that have been taken out."""
    known = {record.submission for record in records}
    for path in folder.glob("*.html"):
        if path.stem not in known:
            path.unlink()
