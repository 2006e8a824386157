"""The page of exercises lists every task, as it is."""

import re

import numpy as np

from attnbook.grading.learners import Live
from attnbook.grading.run import report_text, run_task
from attnbook.grading.sets import all_sets, find_task

from .contents import ROOT

PAGE = (ROOT / "book" / "exercises.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| .+ \| (\d) of 3 \| (\d+) \| (\d+) \|$", re.MULTILINE)


def test_what_a_check_answers_is_shown_as_it_is() -> None:
    def naive(scores: np.ndarray, axis: int = -1) -> np.ndarray:
        powers = np.exp(scores)
        return powers / powers.sum(axis=axis, keepdims=True)

    exercises, task = find_task("stable_softmax", ROOT)
    result = run_task(task.name, exercises.checks, Live({task.name: naive}))
    shown = PAGE.split("```text\n")[1].split("```")[0]
    assert report_text(result).startswith(shown)


def test_every_task_is_listed_under_its_chapter_with_what_it_takes() -> None:
    for exercises in all_sets(ROOT / "exercises"):
        listed = PAGE.split(f"`exercises/{exercises.name}/exercise.ipynb`")[1]
        rows = ROW.findall(listed.split("\n## ")[0])
        assert rows == [
            (task.name, *map(str, (task.difficulty, task.minutes, points)))
            for task in exercises.tasks
            for points in [exercises.points(task.name)]
        ]
        assert f"](../{exercises.chapter})" in PAGE
