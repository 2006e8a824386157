"""The stored numbers of a chapter: write them whole or not at all, read, check."""

import json
from pathlib import Path
from typing import Any

from attnbook.experiments.sources import source_hashes

CHAPTERS = (
    "attention-pooling",
    "attention-rnn-cnn",
    "kinds-of-attention",
    "multi-head-attention",
    "positions",
    "translation-with-attention",
    "why-attention",
)
RESULTS = Path(__file__).parents[3] / "book" / "results"


def recipe_module(chapter: str) -> str:
    """Name the module that holds a chapter's recipe.

    Raises:
        ValueError: If the chapter trains nothing.

    Example:
        >>> recipe_module("translation-with-attention")
        'attnbook.experiments.translation_with_attention'
    """
    if chapter not in CHAPTERS:
        raise ValueError(f"no recipe for {chapter!r}: there are {', '.join(CHAPTERS)}")
    return f"attnbook.experiments.{chapter.replace('-', '_')}"


def _how_to_make(chapter: str) -> str:
    return f"make it with `make seeds CHAPTER={chapter}`"


def load_results(chapter: str, *, folder: Path = RESULTS) -> dict[str, Any]:
    """Read the stored numbers of a chapter.

    Raises:
        FileNotFoundError: If they were never made.
        ValueError: If the chapter has no recipe, or the file isn't such a result.
    """
    recipe_module(chapter)
    path = folder / f"{chapter}.json"
    if not path.exists():
        raise FileNotFoundError(f"{path} doesn't exist: {_how_to_make(chapter)}")
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(
            f"{path} isn't JSON ({error}): {_how_to_make(chapter)}"
        ) from error
    if not isinstance(results, dict) or "sources" not in results:
        raise ValueError(f"{path} holds no results: {_how_to_make(chapter)}")
    return results


def save_results(
    chapter: str, results: dict[str, Any], *, folder: Path = RESULTS
) -> Path:
    """Store the numbers of a chapter; the older file stays until the new one is whole.

    Args:
        chapter: Its slug.
        results: The numbers. Under ``"sources"`` stand the hashes of the code, taken
            before the training: what is edited meanwhile didn't make these numbers.
        folder: Where to store them.

    Raises:
        FileNotFoundError: If the folder doesn't exist.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder} to store results in")
    text = json.dumps({"chapter": chapter} | results, indent=1, ensure_ascii=False)
    path = folder / f"{chapter}.json"
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.write_text(text + "\n", encoding="utf-8")
    unfinished.replace(path)
    return path


def stale(chapter: str, *, folder: Path = RESULTS) -> str | None:
    """Say why the stored numbers may no longer be true; None if they are up to date.

    They are stale when the code that made them means something else now; comments,
    docstrings and formatting don't count.

    Raises:
        FileNotFoundError: If they were never made.
        ValueError: If the chapter has no recipe, or the file isn't such a result.
    """
    then = load_results(chapter, folder=folder)["sources"]
    now = source_hashes(recipe_module(chapter))
    changed = sorted(n for n in then.keys() | now if then.get(n) != now.get(n))
    if not changed:
        return None
    return f"{', '.join(changed)} changed since: {_how_to_make(chapter)}"
