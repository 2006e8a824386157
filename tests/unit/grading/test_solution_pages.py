import json

import pytest
import yaml

from attnbook.grading.sets import load_set
from attnbook.grading.solution_pages import solution_page, write_solution_book

from .cells import write_set

CELLS = (
    ("markdown", "# Exercises: doubling\n\nTwo tasks. hint() helps."),
    ("code", "import numpy as np"),
    (
        "markdown",
        "## 1. Double: `double`\n\n[Twice](../../chapters/2-x/y.ipynb#Break-it:-2-x) "
        "and [all](../../chapters/2-x/y.ipynb).",
    ),
    (
        "code",
        "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n"
        "    ### END SOLUTION",
    ),
    ("code", 'check("double")'),
    ("markdown", "## How far did you get?\n\nRun this."),
)


@pytest.fixture
def exercises(tmp_path):
    folder = write_set(tmp_path)
    cells = [
        {"cell_type": kind, "id": f"c{n}", "metadata": {}, "source": source}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for n, (kind, source) in enumerate(CELLS)
    ]
    whole = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "solution.ipynb").write_text(json.dumps(whole))
    return load_set(folder)


def test_a_page_has_the_task_its_solution_and_what_its_checks_ask(exercises):
    assert solution_page(exercises).split("\n\n") == [
        "# Solutions: doubling",
        "The tasks are those of `exercises/doubling/exercise.ipynb`.\n"
        "A solution helps most when it is read last, beside your own: which lines "
        "differ, and does it matter?",
        "```python\nimport numpy as np\n```",
        "## 1. Double: `double`",
        "[Twice](../chapters/2-x/y.ipynb#break-it-2-x) "
        "and [all](../chapters/2-x/y.ipynb).",
        "```python\ndef double(x):\n    return 2 * x\n```",
        "What its checks ask:",
        "- numbers double (2 points):\n  add x to itself\n"
        "- random numbers double, too (1 point):\n  any numbers\n",
    ]


def test_the_book_of_solutions_is_a_copy_with_one_part_more(exercises, tmp_path):
    root, folder = exercises.folder.parents[1], tmp_path / "with"
    contents = (
        "root: i\nparts:\n  - caption: A\n    chapters:\n      - file: chapters/a\n"
    )
    (root / "_toc.yml").write_text(contents)
    (root / "_config.yml").write_text("title: B\n")
    for name in ("book/i.md", "chapters/a.md", "src/attnbook/widgets/w.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    folder.mkdir()
    (folder / "stale.md").touch()
    write_solution_book(root, folder)
    parts = yaml.safe_load((folder / "_toc.yml").read_text())["parts"]
    assert parts[-1]["chapters"] == [{"file": "solutions/doubling"}]
    assert (folder / "solutions/doubling.md").exists()
    assert (folder / "chapters/a.md").read_text() == "chapters/a.md"
    assert not (folder / "stale.md").exists()
    assert (root / "_toc.yml").read_text() == contents
    assert not (root / "solutions").exists()
