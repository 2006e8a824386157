"""The page of exercises lists every task, as it is."""

import re

from attnbook.grading.sets import all_sets

from .contents import ROOT

PAGE = (ROOT / "book" / "exercises.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| .+ \| (\d) of 3 \| (\d+) \| (\d+) \|$", re.MULTILINE)


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
