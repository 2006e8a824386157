"""The pages for people: everything that comes from outside is escaped by the engine."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from attnbook.grading.progress import SetProgress, by_part, part_title
from attnbook.grading.record import Record
from attnbook.grading.reports.summary import summarise
from attnbook.grading.run import hinted_once, said_once
from attnbook.grading.words import counted

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _engine() -> Environment:
    engine = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    engine.filters.update(words=words, percent=percent, code=code, narrow=narrow)
    engine.filters.update(said_once=said_once, path=quote, counted=counted)
    engine.filters.update(hinted_once=hinted_once)
    return engine


def render(template: str, **values: Any) -> str:
    """Fill in a template of this folder; its text is markup, no value is."""
    style = (TEMPLATES / "page.css").read_text("utf-8")
    return _engine().get_template(template).render(**values, style=style)


def words(name: str) -> str:
    """Write the name of a set or of a part as a heading.

    Example:
        >>> words("scores-and-temperature")
        'Scores and temperature'
    """
    text = name.replace("-", " ").strip()
    return text[:1].upper() + text[1:]


def code(text: str) -> Markup:
    """Set what stands between backticks as code, and escape everything.

    Example:
        >>> code("`a < b` here")
        Markup('<code>a &lt; b</code> here')
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:  # one without a partner
        return escape(text)
    shown = (
        Markup("<code>{}</code>" if n % 2 else "{}").format(part)
        for n, part in enumerate(parts)
    )
    return Markup("").join(shown)


def narrow(name: str) -> Markup:
    """Let the name of a function break after an underscore, on a narrow page."""
    return Markup("_<wbr>").join(name.split("_"))


def percent(points: int | None, possible: int | None) -> int:
    """Return a share in whole per cent: 100 only for all, and 0 only for nothing.

    Example:
        >>> percent(1, 300), percent(299, 300), percent(None, None)
        (1, 99, 0)
    """
    if not points or not possible:
        return 0
    return (
        100 if points == possible else min(max(round(100 * points / possible), 1), 99)
    )


def feedback_page(record: Record) -> str:
    """Write the page that a student gets: what was right and what was not."""
    shown = record.for_student()
    sets = [(name, list(of)) for name, of in groupby(shown.tasks, lambda t: t.set)]
    return render("feedback.html.j2", record=shown, sets=sets)


def progress_page(sets: Sequence[SetProgress]) -> str:
    """Write the page that a learner gets: a bar for each part, a sign for each task."""
    parts = [(part_title(part), of) for part, of in by_part(sets)]
    points, possible = sum(s.points for s in sets), sum(s.possible for s in sets)
    return render("progress.html.j2", parts=parts, points=points, possible=possible)


def summary_page(records: Sequence[Record]) -> str:
    """Write the page that a teacher gets: distribution, hard checks, mistakes."""
    everyone = sorted(records, key=lambda r: (r.student.name.casefold(), r.submission))
    return render("summary.html.j2", summary=summarise(records), records=everyone)
