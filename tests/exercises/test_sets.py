"""Each set is whole: what is generated is fresh, names are unique, texts agree."""

import re
from collections import Counter

import pytest

from attnbook.grading.answers import Answer
from attnbook.grading.generate import BEGIN, END, STUB, learners_notebook
from attnbook.grading.run import run_task
from attnbook.notebooks.execute import executed
from attnbook.notebooks.files import as_text, read_notebook
from attnbook.notebooks.lint import lint_notebook

from .sets import MISTAKES, ROOT, SETS, learner_of, live, solution_of

sets = pytest.mark.parametrize("exercises", SETS, ids=lambda s: s.name)


def text(path):
    return "\n".join(cell.source for cell in read_notebook(path).cells)


def without_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return as_text(notebook)


def test_there_are_sets():
    assert {"scores-and-temperature", "attention-step-by-step"} <= {
        exercises.name for exercises in SETS
    }


def test_no_two_tasks_of_the_book_share_a_name():
    names = Counter(task.name for exercises in SETS for task in exercises.tasks)
    assert max(names.values()) == 1, names


@sets
def test_the_learners_notebook_is_made_from_the_solution(exercises):
    fresh = learners_notebook(read_notebook(exercises.folder / "solution.ipynb"))
    stored = read_notebook(exercises.folder / "exercise.ipynb")
    assert without_outputs(stored) == without_outputs(fresh), "run `make exercises`"


@sets
def test_the_solution_is_stored_without_outputs_in_one_form(exercises):
    path = exercises.folder / "solution.ipynb"
    fresh = without_outputs(read_notebook(path))
    assert path.read_text("utf-8") == fresh, "run `make exercises`"


GIVEN_TO_MEND = re.compile(r"^def \w+_broken\(.*\n(?:[ \t].*\n|\n)*", re.MULTILINE)


@sets
def test_no_part_of_a_solution_is_left_for_the_learner(exercises):
    learners = text(exercises.folder / "exercise.ipynb")
    assert BEGIN not in learners
    assert END not in learners
    # What is given to be mended shares lines with what it becomes.
    learners = GIVEN_TO_MEND.sub("", learners)
    solution = text(exercises.folder / "solution.ipynb")
    parts = re.findall(rf"{BEGIN}\n(.*?){END}", solution, re.DOTALL)
    assert len(parts) == len(exercises.tasks)
    for line in "\n".join(parts).splitlines():
        if len(line.strip()) > 12:  # a bracket alone gives nothing away
            assert line.strip() not in learners


@sets
def test_the_lint_finds_nothing(exercises):
    assert lint_notebook(exercises.folder / "exercise.ipynb") == []


@pytest.mark.slow
@sets
def test_running_again_changes_not_one_byte(exercises):
    path = exercises.folder / "exercise.ipynb"
    assert executed(path) == path.read_text("utf-8")


@sets
def test_each_task_has_a_stub_a_check_and_what_its_list_entry_says(exercises):
    learners = text(exercises.folder / "exercise.ipynb")
    order = [learners.index(f"def {task.name}(") for task in exercises.tasks]
    assert order == sorted(order)
    for task in exercises.tasks:
        head = learners.split(f": `{task.name}`\n")[1].split("\n## ")[0]
        assert (
            f"*Difficulty {task.difficulty} of 3, about {task.minutes} minutes.\n"
            f"Section: [{task.section}]("
        ) in head
        assert STUB in head
        assert f'check("{task.name}")' in head
        assert "By hand" in head or "pencil" in head


@sets
def test_links_lead_to_headings_of_the_chapter(exercises):
    chapter = ROOT / exercises.chapter
    headings = set(re.findall(r"^#+ (.+)$", text(chapter), re.MULTILINE))
    assert {task.section for task in exercises.tasks} <= headings
    learners = text(exercises.folder / "exercise.ipynb")
    targets = re.findall(r"\]\((\.\./[^)#]+)(?:#([^)]+))?\)", learners)
    assert len(targets) > len(exercises.tasks)
    for path, anchor in targets:
        assert (exercises.folder / path).resolve() == chapter
        assert not anchor or anchor in {h.replace(" ", "-") for h in headings}


@sets
def test_hints_go_from_a_question_to_more(exercises):
    for task in exercises.tasks:
        assert "?" in task.hints[0], task.name
        assert len(set(task.hints)) == 3
    for check in exercises.checks:
        assert check.hint
        assert check.points > 0


@sets
def test_a_lazy_answer_earns_nothing(exercises):
    """Give back an argument, zeros, ones, nothing, an error, for whatever is asked."""
    bodies = (
        "return None",
        "return args[0] if args else 0",
        "return {}",
        "return np.zeros(np.shape(args[0]) if args else 1)",
        "return np.ones((3, 5))",
        "return np.ones((5, 5), dtype=bool)",
        "raise ValueError('no')",
    )
    for task in exercises.tasks:
        for body in bodies:
            source = (
                f"import numpy as np\ndef {task.name}(*args, **kwargs):\n    {body}"
            )
            result = live(source, exercises, task.name)
            assert result.points == 0, (task.name, body)
            assert len(result.outcomes) > 1


ODD = (
    "1",
    "'text'",
    "[]",
    "[[1, 2], [3]]",
    "np.array(1.0)",
    "np.zeros((0, 5))",
    "np.full((5, 13), 1.7e308)",
    "np.full((4, 1, 7), np.nan)",
    "np.full((4, 7), -1e308, dtype=np.longdouble) * 10",
    "np.array(['a', 'b'])",
    "np.array([1j])",
    "np.ma.masked_array([1.0, 2.0], [True, False])",
    "np.ones((1,) * 30)",
)
ODD_ENTRIES = (
    "None",
    "'many'",
    "{}",
    "()",
    "[None]",
    "(1, 2.5)",
    "[1, 2]",
    "987654",
    "2**62",
    "np.ones(3)",
)


@sets
@pytest.mark.parametrize("value", ODD)
def test_an_odd_value_is_told_and_nothing_breaks(exercises, value):
    for task in exercises.tasks:
        source = f"import numpy as np\ndef {task.name}(*args, **kw): return {value}"
        assert live(source, exercises, task.name).points == 0


@sets
def test_an_odd_entry_is_told_and_nothing_breaks(exercises, monkeypatch):
    """Fill a dict with all that is asked for, and with what nobody wants there."""
    asked, entry = {}, Answer.entry
    monkeypatch.setattr(
        Answer,
        "entry",
        lambda answer, name: asked.update({name: 0}) or entry(answer, name),
    )
    solution = solution_of(exercises)
    for task in exercises.tasks:
        asked.clear()
        run_task(task.name, exercises.checks, solution)
        for value in ODD_ENTRIES if asked else ():
            entries = ", ".join(f"{name!r}: {value}" for name in asked)
            source = f"import numpy as np\ndef {task.name}(*args): return {{{entries}}}"
            assert live(source, exercises, task.name).points == 0, entries


@pytest.mark.slow
@sets
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_other_random_numbers_change_no_verdict(exercises, seed):
    learner = solution_of(exercises)
    for task in exercises.tasks:
        result = run_task(task.name, exercises.checks, learner, seed=seed)
        assert result.points == result.possible
    for mistake in (m for m in MISTAKES if m.exercises is exercises):
        learner = learner_of(mistake.path.read_text("utf-8"))
        result = run_task(mistake.task, exercises.checks, learner, seed=seed)
        told = {o.check.title: o.text for o in result.outcomes if o.text}
        assert mistake.says in told[mistake.fails], mistake.path.stem
