import json
import re

import pytest

from attnbook.grading import progress as module
from attnbook.grading.progress import SetProgress, progress, progress_text
from attnbook.grading.record import TaskMark
from attnbook.grading.reports.pages import progress_page

from .cells import CHECKS, TASKS, write_notebook, write_set

RIGHT, HALF = "def double(x): return x + x", "def double(x): return x * x"
STUB = "def double(x): raise NotImplementedError"


@pytest.fixture
def folder(tmp_path):
    return write_set(tmp_path)


@pytest.fixture
def runs(monkeypatch):
    """Count how often a notebook runs."""
    ran = []
    score = module.score_notebook
    monkeypatch.setattr(module, "score_notebook", lambda p: ran.append(p) or score(p))
    return ran


def one(folder):
    (found,) = progress(folder)
    return found


@pytest.mark.parametrize(
    ("cell", "points", "done", "started"),
    [
        (RIGHT, 3, 1, True),
        (HALF, 0, 0, True),
        ("def double(x):\n    return x +", 0, 0, True),
        (STUB, 0, 0, False),
    ],
    ids=("right", "wrong", "no Python", "untouched"),
)
def test_a_set_tells_its_points_and_whether_it_was_begun(
    folder, cell, points, done, started
):
    write_notebook(folder / "exercise.ipynb", cell)
    found = one(folder)
    assert (found.points, found.possible) == (points, 3)
    assert (found.done, found.started) == (done, started)


def test_what_has_not_changed_does_not_run_again(folder, runs):
    write_notebook(folder / "exercise.ipynb", RIGHT)
    assert one(folder) == one(folder)
    assert len(runs) == 1


@pytest.mark.parametrize("changed", ["exercise.ipynb", "tasks.py", "checks/double.py"])
def test_a_change_of_the_notebook_or_its_checks_runs_it_again(folder, runs, changed):
    write_notebook(folder / "exercise.ipynb", RIGHT)
    one(folder)
    with (folder / changed).open("a") as file:
        file.write("\n")
    one(folder)
    assert len(runs) == 2


def test_another_version_of_the_grader_runs_it_again(folder, runs, monkeypatch):
    write_notebook(folder / "exercise.ipynb", RIGHT)
    one(folder)
    monkeypatch.setattr(module, "versions", lambda: {"grader": "another"})
    one(folder)
    assert len(runs) == 2


def test_a_cache_that_is_garbled_is_no_more_than_none(folder, runs):
    write_notebook(folder / "exercise.ipynb", RIGHT)
    cache = folder.parents[1] / "_build" / "progress.json"
    for content in ("", "[1]", "\x00"):
        cache.parent.mkdir(exist_ok=True)
        cache.write_text(content)
        assert one(folder).points == 3
    assert len(runs) == 3


def test_the_cache_forgets_what_is_gone(folder):
    for cell in (RIGHT, HALF):
        write_notebook(folder / "exercise.ipynb", cell)
        one(folder)
    cache = folder.parents[1] / "_build" / "progress.json"
    assert len(json.loads(cache.read_text())) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no such file"),
        (b"{", "not a notebook that JupyterLab saved"),
    ],
)
def test_a_notebook_that_cannot_be_read_is_told_and_has_its_points_to_earn(
    folder, content, told
):
    if content:
        (folder / "exercise.ipynb").write_bytes(content)
    found = one(folder)
    assert found.problem == told
    assert (found.points, found.possible, found.started) == (0, 3, False)
    assert told in progress_text([found])


def test_another_set_in_the_same_notebook_counts_for_itself_alone(folder):
    """Who solves all sets in one notebook earns nothing twice."""
    other = folder.with_name("again")
    (other / "checks").mkdir(parents=True)
    (other / "tasks.py").write_text(TASKS.replace('"double"', '"twice"'))
    (other / "checks" / "twice.py").write_text(CHECKS.replace('"double"', '"twice"'))
    both = (RIGHT, "def twice(x): return 2 * x")
    for where in (folder, other):
        write_notebook(where / "exercise.ipynb", *both)
    assert [(s.name, s.points, s.possible) for s in progress(folder)] == [
        ("again", 3, 3),
        ("doubling", 3, 3),
    ]


def progress_of(name, part, *points, tried=0, **fields):
    """Have tasks of 4 points each, of which the first few were tried."""
    tasks = (TaskMark("s", f"task_{n}", p, 4) for n, p in enumerate(points))
    named = frozenset(f"task_{n}" for n in range(tried))
    return SetProgress(name, part, f"On {name}", tuple(tasks), named, **fields)


SETS = [
    progress_of("why", "1-background", 0, 0),
    progress_of("soft-lookup", "2-concepts", 4, 4, tried=2),
    progress_of("masks", "2-concepts", 4, 0, 0, tried=2),
]


def test_all_sets_stand_at_a_glance_by_part():
    assert progress_text(SETS).splitlines() == [
        "Part 1: background",
        "  why          ░░░░░░░░░░░░░░░░░░░░  not started",
        "",
        "Part 2: concepts",
        "  soft-lookup  ████████████████████  8 of 8 points, 2 of 2 tasks done",
        "  masks        ██████░░░░░░░░░░░░░░  4 of 12 points, 1 of 3 tasks done",
        "",
        "12 of 28 points",
        "next: task_1, in exercises/masks/exercise.ipynb",
    ]


def test_who_has_done_all_is_sent_nowhere():
    assert "next" not in progress_text(SETS[1:2])


def test_sets_stand_in_the_order_of_the_book(folder):
    for name, chapter in (("b", "1-x/late"), ("c", "1-x/early"), ("a", "2-y/only")):
        (folder.with_name(name) / "checks").mkdir(parents=True)
        tasks = TASKS.replace("chapters/doubling", f"chapters/{chapter}")
        (folder.with_name(name) / "tasks.py").write_text(
            tasks.replace('"double"', f'"{name}"')
        )
        checks = CHECKS.replace('"double"', f'"{name}"')
        (folder.with_name(name) / "checks" / f"{name}.py").write_text(checks)
    (folder.parents[1] / "_toc.yml").write_text(
        "- file: chapters/2-y/only\n- file: chapters/1-x/early\n"
        "- file: chapters/1-x/late\n"
    )
    assert [s.name for s in progress(folder)][:3] == ["c", "b", "a"]


def test_the_page_has_a_bar_for_each_part_and_a_sign_for_each_task():
    page = progress_page(SETS)
    labels = re.findall(r'aria-label="([^"]+)"', page)
    assert "Part 2: concepts: 12 of 20 points" in labels
    assert labels.count("done") == 3
    assert labels.count("begun") == 1
    assert labels.count("not started") == 3
    assert "width: 60%" in page
    assert "On soft-lookup" in page


def test_a_set_bears_the_title_of_its_chapter(folder):
    assert one(folder).title == "doubling"
    chapter = folder.parents[1] / "chapters" / "doubling.ipynb"
    chapter.parent.mkdir()
    cell = {"cell_type": "markdown", "source": ["# Twice, of course\n", "\n", "Text."]}
    chapter.write_text(json.dumps({"cells": [cell]}))
    assert one(folder).title == "Twice, of course"


def test_nothing_that_a_folder_is_called_becomes_markup():
    name = "<script>alert(1)</script>"
    page = progress_page([progress_of(name, name, 1, problem=name)])
    assert "<script" not in page.casefold().replace("&lt;script", "")
