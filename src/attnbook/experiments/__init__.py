"""The recipes of the chapters that train: run one seed live, or all by command.

``python -m attnbook.experiments CHAPTER`` trains all seeds and baselines and stores
their numbers under ``book/results``; `load_results` gives them to the chapter.
"""

from attnbook.experiments.results import load_results, stale

__all__ = ["load_results", "stale"]
