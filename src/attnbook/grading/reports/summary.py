"""What a batch of submissions has in common, in numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

from attnbook.grading.learners import NOT_AGAIN
from attnbook.grading.record import CheckMark, Record, TaskMark
from attnbook.grading.roster import WHOSE

BINS = 10
_MOST = 20  # hardest checks and commonest mistakes that are listed
_MEASURED = re.compile(r"(off by up to) \S+")


@dataclass(frozen=True)
class Share:
    """How many did something, of those who could have.

    Attributes:
        set: The set of exercises.
        task: The task.
        title: What it was, in words.
        count: How many did.
        of: Of how many.
    """

    set: str
    task: str
    title: str
    count: int
    of: int

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return round(100 * self.count / self.of) if self.of else 0


@dataclass(frozen=True)
class Summary:
    """What stands in the summary of a batch.

    Attributes:
        graded: The submissions that have a mark.
        others: Those that have none, and a reason.
        missing: Students who handed nothing in.
        unclear: Students of one name, one of whom handed something in.
        has_list: Whether there was a class list.
        unlisted: Those of nobody on it.
        flagged: Those that a human should look at.
        unsandboxed: How many ran without a sandbox.
        bins: How many marks lie in each tenth of all points.
        mean: The mean share of all points, in per cent.
        median: The median.
        tasks: How many wrote something for each task, and their mean share of points.
        hardest: Checks, the one that most fail first.
        mistakes: What was told to more than one, and to how many.
    """

    graded: tuple[Record, ...]
    others: tuple[Record, ...]
    missing: tuple[Record, ...]
    unclear: tuple[Record, ...]
    has_list: bool
    unlisted: tuple[Record, ...]
    flagged: tuple[Record, ...]
    unsandboxed: int
    bins: tuple[int, ...]
    mean: float
    median: float
    tasks: tuple[tuple[Share, int], ...]
    hardest: tuple[Share, ...]
    mistakes: tuple[Share, ...]


def summarise(records: Sequence[Record]) -> Summary:
    """Count what a batch has in common."""
    graded = tuple(record for record in records if record.status == "graded")
    absent = [record for record in records if record.status == "missing"]
    percents = [100 * r.points / r.possible for r in graded if r.possible]
    return Summary(
        graded=graded,
        others=tuple(r for r in records if r.status not in ("graded", "missing")),
        missing=tuple(record for record in absent if record.reason != WHOSE),
        unclear=tuple(record for record in absent if record.reason == WHOSE),
        has_list=any(r.student.listed is not None for r in records),
        unlisted=tuple(r for r in records if r.student.listed is False),
        flagged=tuple(record for record in records if record.flags),
        unsandboxed=sum(r.sandbox == "unsandboxed" for r in graded),
        bins=_bins(percents),
        mean=mean(percents) if percents else 0.0,
        median=float(median(percents)) if percents else 0.0,
        tasks=tuple(_per_task(graded)),
        hardest=tuple(_hardest(graded)),
        mistakes=tuple(_mistakes(graded)),
    )


def _bins(percents: Sequence[float]) -> tuple[int, ...]:
    """Count marks by tenths; full marks belong to the last one."""
    tenths = Counter(min(int(p * BINS / 100), BINS - 1) for p in percents)
    return tuple(tenths[n] for n in range(BINS))


def _per_task(records: Sequence[Record]) -> Iterator[tuple[Share, int]]:
    marks: dict[tuple[str, str], list[TaskMark]] = {}
    for record in records:
        for mark in record.tasks:
            marks.setdefault((mark.set, mark.task), []).append(mark)
    for (of, task), all_marks in marks.items():
        written = [mark for mark in all_marks if not mark.unwritten]
        share = Share(of, task, "", len(written), len(all_marks))
        points = [100 * m.points / m.possible for m in written if m.possible]
        yield share, round(mean(points)) if points else 0


def _hardest(records: Sequence[Record]) -> list[Share]:
    """Rank checks by how many of those who wrote something fail them."""
    asked, failed = Counter(), Counter()
    for mark, check in _checks(records):
        name = mark.set, mark.task, check.title
        asked[name] += 1
        failed[name] += bool(check.points < check.possible)
    shares = [Share(*name, failed[name], asked[name]) for name in asked if failed[name]]
    return sorted(shares, key=lambda s: (-s.count / s.of, -s.of))[:_MOST]


def _mistakes(records: Sequence[Record]) -> list[Share]:
    """Count to how many something was told; how far a number was off is left out."""
    told: Counter[tuple[str, str, str]] = Counter()
    for record in records:
        own = {
            (mark.set, mark.task, _MEASURED.sub(r"\1 …", check.text))
            for mark, check in _checks([record])
            if check.text and not check.text.endswith(NOT_AGAIN)
        }
        told.update(sorted(own))
    common = sorted(told.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    shares = [Share(*name, count, len(records)) for name, count in common]
    return [share for share in shares if share.count > 1]


def _checks(records: Sequence[Record]) -> Iterator[tuple[TaskMark, CheckMark]]:
    for record in records:
        for mark in record.tasks:
            for check in mark.checks:
                yield mark, check
