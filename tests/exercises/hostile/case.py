"""A notebook, the points that it earns of 7, and what has to be said about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One submission.

    Attributes:
        name: What it does.
        cells: The code of its notebook, or of each of its cells.
        points: What it earns, of 3 for double, 2 for fourfold and 2 for eightfold.
        says: Words of its record.
    """

    name: str
    cells: str | tuple[str, ...]
    points: int
    says: str = ""


def wrong(name: str, cells: str | tuple[str, ...], says: str) -> Case:
    """Make a submission that earns nothing."""
    return Case(name, cells, 0, says)
