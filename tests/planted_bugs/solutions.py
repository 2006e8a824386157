"""Change the solution of each task in small ways, and see that its checks notice.

Run it from the project's root; it changes nothing there::

    python -m tests.planted_bugs.solutions            # every set
    python -m tests.planted_bugs.solutions masks      # one

A change that still earns all points is no gap if no input shows it: neither those of
the checks, for some seeds, nor these changed at random. One that such an input shows is
a gap, unless ``right_too.py`` says why it is another right answer.
"""

import argparse
import ast
import copy
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from attnbook.grading.learners import Live
from attnbook.grading.run import run_task
from attnbook.grading.sets import ExerciseSet
from tests.exercises.sets import SETS, code_of, learner_of
from tests.planted_bugs.deadline import within
from tests.planted_bugs.mutants import mutants
from tests.planted_bugs.right_too import RIGHT_TOO
from tests.planted_bugs.same import Call, agree, asked, varied

SECONDS = 2  # a change may make an endless loop
SEEDS = range(6)


@dataclass(frozen=True)
class Score:
    """What became of the changes to one solution.

    Attributes:
        task: Its name.
        noticed: How many changes lost points.
        same: Those that no input shows.
        right_too: Those that ``right_too.py`` lists.
        alive: The gaps: a check has to notice these.
    """

    task: str
    noticed: int
    same: tuple[str, ...]
    right_too: tuple[str, ...]
    alive: tuple[str, ...]

    def __str__(self) -> str:
        told = f"{self.task}: {self.noticed} of {self.noticed + len(self.alive)}"
        for group, what in ((self.same, "the same"), (self.right_too, "right too")):
            told += f", {len(group)} {what}" if group else ""
        return "\n".join([told, *(f"  SURVIVED {line}" for line in self.alive)])


class Solution:
    """The solution of a task, for another function to take its place.

    Attributes:
        function: Its source.
    """

    def __init__(self, exercises: ExerciseSet, task: str):
        cells = code_of(exercises.folder / "solution.ipynb")
        whole = "\n".join(cell for cell in cells if not cell.startswith("check("))
        node = next(
            node
            for node in ast.parse(whole).body
            if isinstance(node, ast.FunctionDef) and node.name == task
        )
        self.function = ast.get_source_segment(whole, node)
        self._before, self._after = whole.split(self.function)

    def learner(self, function: str) -> Live:
        """Run the notebook with another function in the place of this one."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "text"() is odd, and meant to be
            return learner_of(f"{self._before}{function}{self._after}")


class Recorded(Live):
    """The functions of a notebook, and the calls that checks make of one of them."""

    def __init__(self, learner: Live, task: str):
        self._learner, self._task = learner, task
        self.calls: list[Call] = []

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any]) -> dict:
        """Call a function, and keep a copy of the arguments."""
        if name == self._task:
            self.calls.append(copy.deepcopy((args, kwargs)))
        return self._learner.call(name, args, kwargs)


def score(exercises: ExerciseSet, task: str) -> Score:
    """Change the solution of a task in every small way.

    Raises:
        RuntimeError: If it earns less than all points as it is.
    """
    solution = Solution(exercises, task)
    right = solution.learner(solution.function)
    recorded = Recorded(right, task)
    if not _earns_all(exercises, task, recorded, SEEDS):
        raise RuntimeError(f"the solution of {task} does not earn all points")
    calls = recorded.calls
    known = [*asked(right, task, calls), *varied(right, task, calls)]
    noticed, same, right_too, alive = 0, [], [], []
    for mutant in mutants(solution.function):
        learner = solution.learner(mutant.source)
        if not _earns_all(exercises, task, learner):
            noticed += 1
        elif agree(learner, task, known):
            same.append(mutant.lines)
        elif mutant.lines in RIGHT_TOO.get(task, {}):
            right_too.append(mutant.lines)
        else:
            alive.append(mutant.lines)
    return Score(task, noticed, tuple(same), tuple(right_too), tuple(alive))


def _earns_all(
    exercises: ExerciseSet, task: str, learner: Live, seeds: Iterable[int] = (0,)
) -> bool:
    checks = [check for check in exercises.checks if check.task == task]
    # One at a time: the first that fails is enough.
    return all(
        _passes(task, [check], learner, seed) for seed in seeds for check in checks
    )


def _passes(task: str, checks: list, learner: Live, seed: int) -> bool:
    result = within(SECONDS, lambda: run_task(task, checks, learner, seed=seed))
    return result is not None and result.points == result.possible


def scores(exercises: Iterable[ExerciseSet]) -> Iterator[Score]:
    """Change the solutions of some sets, and print what comes of it."""
    for one in exercises:
        print(f"\n{one.name}")
        for task in one.tasks:
            result = score(one, task.name)
            print(result, flush=True)
            yield result


def main() -> int:
    """Change the solutions of the sets that are named, or of all; 1 if one survives."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    names = [exercises.name for exercises in SETS]
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(names)}")
    chosen = parser.parse_args().sets or names
    if unknown := set(chosen) - set(names):
        parser.error(f"there is no set {min(unknown)}")
    found = list(scores(one for one in SETS if one.name in chosen))
    noticed = sum(one.noticed for one in found)
    alive = sum(len(one.alive) for one in found)
    print(f"\n{noticed} of {noticed + alive} changes were noticed")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
