"""A maze, and somebody who walks about in it without a plan.

Chapter: 1-background/where-attention-is-used.
"""

import networkx as nx
import numpy as np

PLAN = """\
.....#..
.###.#.#
.#......
.#.####.
.......G
##.###..
"""
MOVES = {"up": (-1, 0), "right": (0, 1), "down": (1, 0), "left": (0, -1)}
ROWS = PLAN.split()
CELLS = [
    (row, column)
    for row, line in enumerate(ROWS)
    for column, sign in enumerate(line)
    if sign != "#"
]
GOAL = next(n for n, (row, column) in enumerate(CELLS) if ROWS[row][column] == "G")
_NUMBER = {place: n for n, place in enumerate(CELLS)}


def walk_one_step(cell: int, move: int) -> int:
    """Go to the next cell; stay where a wall is in the way.

    Args:
        cell: A number into ``CELLS``.
        move: A number into ``MOVES``: 0 up, 1 right, 2 down, 3 left.

    Raises:
        ValueError: If there is no such cell or move.

    Example:
        From the upper left corner one can go right, and not up.

        >>> CELLS[walk_one_step(0, 1)], CELLS[walk_one_step(0, 0)]
        ((0, 1), (0, 0))

    Chapter: 1-background/where-attention-is-used.
    """
    if not (0 <= cell < len(CELLS) and 0 <= move < len(MOVES)):
        raise ValueError(
            f"cell {cell} and move {move}: cells run from 0 to {len(CELLS) - 1} "
            f"and moves from 0 to {len(MOVES) - 1}"
        )
    (row, column), (down, right) = CELLS[cell], list(MOVES.values())[move]
    return _NUMBER.get((row + down, column + right), cell)


def walk_at_random(rng: np.random.Generator) -> list[tuple[int, int]]:
    """Start anywhere, and take any of the four moves until the goal is reached.

    Returns:
        The cell and the move of each step, in order.

    Example:
        The last step leads to the goal.

        >>> walk = walk_at_random(np.random.default_rng(0))
        >>> walk_one_step(*walk[-1]) == GOAL
        True

    Chapter: 1-background/where-attention-is-used.
    """
    cell = int(rng.choice([n for n in range(len(CELLS)) if n != GOAL]))
    steps = []
    while cell != GOAL:
        move = int(rng.integers(len(MOVES)))
        steps.append((cell, move))
        cell = walk_one_step(cell, move)
    return steps


def fewest_steps() -> list[int]:
    """Count the steps from each cell to the goal that no walk can do without.

    Example:
        >>> steps = fewest_steps()
        >>> steps[GOAL], max(steps)
        (0, 11)

    Chapter: 1-background/where-attention-is-used.
    """
    maze = nx.Graph(
        (cell, walk_one_step(cell, move))
        for cell in range(len(CELLS))
        for move in range(len(MOVES))
    )
    lengths = nx.single_source_shortest_path_length(maze, GOAL)
    return [lengths[cell] for cell in range(len(CELLS))]
