"""Begin a set of exercises: one task that works, with four known mistakes."""

import json
import re
from pathlib import Path

from attnbook.files import replace_file
from attnbook.grading.generate import EXERCISE, SOLUTION, generate_exercise
from attnbook.grading.sets import FOLDER
from attnbook.notebooks.execute import executed
from attnbook.notebooks.files import read_notebook
from attnbook.scaffold import names
from attnbook.scaffold.make import tidy

_TEMPLATES = Path(__file__).parent / "templates" / "exercise"
_STAND_IN = "my_task"


def new_exercise(root: Path, name: str) -> list[Path]:
    """Write a set of exercises for a chapter; its stub fails, its solution passes.

    Args:
        root: The folder of the book.
        name: The name of the chapter's notebook, such as ``soft-lookup``. The task is
            called ``soft_lookup`` until you give it the name of a skill.

    Returns:
        The files that were written; the last one is the learner's notebook.

    Raises:
        ValueError: If there is no such chapter, or it has exercises already.
    """
    names.check_slug(name)
    chapters = sorted((root / "chapters").glob(f"*/{name}.ipynb"))
    if not chapters:
        raise ValueError(
            f"NAME={name!r} is no chapter: a set of exercises belongs to one, "
            "and has its name"
        )
    folder = root / FOLDER / name
    names.check_free(folder)
    words = _words(name, chapters[0], root)
    written = []
    for template in sorted(_TEMPLATES.rglob("*.*")):
        path = folder / _place(template, words[_STAND_IN])
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, _replaced(template.read_text("utf-8"), words))
        written.append(path)
    tidy([path for path in written if path.suffix == ".py"])
    generate_exercise(folder)
    replace_file(folder / EXERCISE, executed(folder / EXERCISE))
    return [*written, folder / EXERCISE]


def _words(name: str, chapter: Path, root: Path) -> dict[str, str]:
    """Say what stands in for what in the templates."""
    text = "\n".join(cell.source for cell in read_notebook(chapter).cells)
    found = re.search(r"^## (.+)$", text, re.MULTILINE)
    section = json.dumps(found[1] if found else "By hand", ensure_ascii=False)[1:-1]
    where = chapter.relative_to(root).as_posix()
    return {
        "MY_CHAPTER": where,
        "MY_LINK": f"../../{where}",
        "MY_SECTION": section,
        "MY_ANCHOR": section.replace(" ", "-"),
        _STAND_IN: name.replace("-", "_"),
        "my-set": name,
    }


def _replaced(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text


def _place(template: Path, task: str) -> Path:
    """Say where in the set a template goes."""
    if template.name == "check.py.template":
        return Path("checks", f"{task}.py")
    if template.name == SOLUTION:
        return Path(SOLUTION)
    inside = template.relative_to(_TEMPLATES).as_posix().removesuffix(".template")
    return Path(inside.replace(_STAND_IN, task))
