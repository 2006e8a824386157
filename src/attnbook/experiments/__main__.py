"""Train all seeds and all baselines of a chapter, and store their numbers.

Usage: python -m attnbook.experiments translation-with-attention --seeds 0 1 2
"""

import argparse
import importlib
import platform
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from tqdm.auto import tqdm

from attnbook.experiments.results import CHAPTERS, RESULTS, recipe_module, save_results
from attnbook.experiments.sources import source_hashes
from attnbook.training import reproducible

_PACKAGES = ("torch", "numpy", "babel", "num2words", "scikit-learn")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attnbook.experiments",
        description="Train all seeds and all baselines of a chapter on one core, and "
        "store their numbers as JSON. An older file stays until the new one is whole.",
    )
    parser.add_argument(
        "chapter", help=f"the chapter, by its slug: {', '.join(CHAPTERS)}"
    )
    parser.add_argument(
        "--seeds",
        type=int,
        nargs="+",
        default=[0, 1, 2, 3, 4],
        metavar="N",
        help="the seeds to train (default: 0 1 2 3 4)",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=RESULTS,
        help="where to store the numbers (default: book/results of the book)",
    )
    return parser


def _versions() -> dict[str, str]:
    return {"python": platform.python_version()} | {p: version(p) for p in _PACKAGES}


def run_all(chapter: str, seeds: list[int]) -> dict[str, Any]:
    """Train every seed of a chapter's recipe, and score its baselines."""
    recipe = importlib.import_module(recipe_module(chapter))
    sources = source_hashes(recipe_module(chapter))
    settings = recipe.Settings()
    data = recipe.load_data(settings)
    bar = tqdm(seeds, desc="seeds", disable=reproducible())
    return {
        "sources": sources,
        "versions": _versions(),
        "settings": asdict(settings),
        "seeds": seeds,
        "runs": {str(seed): recipe.run(seed, data, settings) for seed in bar},
        "baselines": recipe.baselines(data),
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    if not options.folder.is_dir():
        print(
            f"There is no folder {options.folder} to store results in.", file=sys.stderr
        )
        return 2
    torch.set_num_threads(1)
    try:
        recipe_module(options.chapter)
        results = run_all(options.chapter, options.seeds)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped: nothing was stored, an older result is as it was.")
        return 130
    print(f"Stored {save_results(options.chapter, results, folder=options.folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
