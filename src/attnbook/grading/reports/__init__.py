"""Write what came of a batch for people: a page for each student, marks, a summary."""

from attnbook.grading.reports.write import write_reports

__all__ = ["write_reports"]
