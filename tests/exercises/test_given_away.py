"""No title, hint or message of a prediction has its right answer in it."""

import re
from functools import partial

import pytest

from attnbook.grading.answers import Answer
from attnbook.grading.declare import Student

from .sets import MISTAKES, SETS, live, solution_of

sets = pytest.mark.parametrize("exercises", SETS, ids=lambda s: s.name)


@pytest.fixture
def accepted(monkeypatch):
    """Collect what checks accept, with what they would say of other answers."""
    seen = []
    for name in ("is_number", "is_one_of", "is_shape"):
        spy = partial(_spied, seen, getattr(Answer, name))
        monkeypatch.setattr(Answer, name, lambda *a, spy=spy, **k: spy(*a, **k))
    return seen


def _spied(seen, ask, answer, right, **options):
    ask(answer, right, **options)
    objections = right.values() if isinstance(right, dict) else ()
    words = [*objections, *options.get("looks_like", ())]
    seen.append((answer.value, [word for word in words if word]))
    return answer


@sets
def test_predictions_are_not_given_away(exercises, accepted):
    solution = solution_of(exercises)
    for check in (c for c in exercises.checks if c.task.startswith("predict_")):
        accepted.clear()
        check.run(Student(solution, check))
        assert accepted, f"{check.title}: ask for a number, a choice or a shape"
        for right, words in list(accepted):
            for told in (check.title, check.hint, *words, *messages(check)):
                assert not gives_away(told, right), (check.title, told, right)


def messages(check):
    """Return what the known mistakes are told."""
    for mistake in (m for m in MISTAKES if m.task == check.task):
        source = mistake.path.read_text("utf-8")
        outcomes = live(source, mistake.exercises, mistake.task).outcomes
        yield from (o.text for o in outcomes if o.check == check)


NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(?: ?/ ?(\d+))?")
CALL = re.compile(r"^predict_\w+\(.*?\)")
TOO_COMMON = (0, 1, "yes", "no")  # to give anything away


def gives_away(told, right):
    """Tell whether a text names a right answer, however it writes it."""
    if right in TOO_COMMON:
        return False
    if isinstance(right, str):
        return bool(re.search(rf"\b{re.escape(right.lower())}\b", told.lower()))
    if isinstance(right, list):
        return str(tuple(right)) in told
    told = CALL.sub("", told)  # what was asked is no answer
    numbers = (float(n) / float(d or 1) for n, d in NUMBER.findall(told))
    return any(abs(number - right) <= 0.005 for number in numbers)


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("that is 0.33", 1 / 3),
        ("8 / 19 of it", 8 / 19),
        ("16 of them", 16),
        ("it Stays", "stays"),
        ("of shape (2, 3)", [2, 3]),
    ],
)
def test_a_right_answer_is_found_in_a_text(told, right):
    assert gives_away(told, right)
    assert not gives_away("17, 3/4 or (2, 5), and never stay", right)
