"""Every planted bug is caught, and the script says so truthfully."""

from pathlib import Path

import pytest

from tests.planted_bugs import whole_project
from tests.planted_bugs.bug import Bug
from tests.planted_bugs.run import BUGS, survivors

HARMLESS = Bug(
    name="a comment lost",
    file="reference/masks.py",
    old="key <= query  # (q, k)",
    new="key <= query",
    tests=("tests/unit/reference/test_masks.py",),
)


@pytest.mark.slow
def test_no_planted_bug_survives() -> None:
    assert survivors(BUGS, jobs=2) == []


@pytest.mark.slow
def test_a_bug_that_breaks_nothing_is_reported_as_a_survivor() -> None:
    assert survivors([HARMLESS], jobs=1) == [HARMLESS]


def test_at_least_twenty_bugs_have_names_of_their_own() -> None:
    for bugs in (BUGS, whole_project.BUGS):
        assert len({bug.name for bug in bugs}) == len(bugs) >= 20


def test_every_bug_finds_the_text_that_it_replaces() -> None:
    root = Path(__file__).parents[2]
    for folder, bugs in (("src/attnbook", BUGS), ("", whole_project.BUGS)):
        for bug in bugs:
            assert bug.new != bug.old
            source = (root / folder / bug.file).read_text("utf-8")
            assert source.count(bug.old) == 1, bug.name


def test_a_bug_whose_text_is_gone_fails_loudly(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / HARMLESS.file).write_text("key < query", "utf-8")
    with pytest.raises(ValueError, match="the code has changed, so change the bug"):
        HARMLESS.plant(tmp_path)
