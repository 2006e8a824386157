import numpy as np
import pytest

from attnbook.tasks.maze import (
    CELLS,
    GOAL,
    MOVES,
    ROWS,
    fewest_steps,
    walk_at_random,
    walk_one_step,
)


def test_a_step_leads_one_cell_further_or_nowhere():
    for cell, (row, column) in enumerate(CELLS):
        for move, (down, right) in enumerate(MOVES.values()):
            there = CELLS[walk_one_step(cell, move)]
            assert there in ((row + down, column + right), (row, column))
            assert ROWS[there[0]][there[1]] != "#"


def test_a_wall_and_the_edge_stop_a_step():
    beside_a_wall = CELLS.index((0, 4))
    assert walk_one_step(beside_a_wall, 1) == beside_a_wall
    assert walk_one_step(beside_a_wall, 0) == beside_a_wall


def test_a_walk_is_unbroken_and_ends_at_the_goal():
    walk = walk_at_random(np.random.default_rng(3))
    cells = [cell for cell, _ in walk]
    assert [*cells[1:], GOAL] == [walk_one_step(*step) for step in walk]


def test_walks_begin_everywhere_but_at_the_goal():
    rng = np.random.default_rng(0)
    starts = {walk_at_random(rng)[0][0] for _ in range(300)}
    assert starts == set(range(len(CELLS))) - {GOAL}


def test_the_fewest_steps_fall_by_one_towards_the_goal():
    steps = fewest_steps()
    for cell, count in enumerate(steps):
        reached = [steps[walk_one_step(cell, move)] for move in range(4)]
        assert cell == GOAL or min(reached) == count - 1


@pytest.mark.parametrize(("cell", "move"), [(-1, 0), (31, 0), (0, 4), (0, -1)])
def test_there_is_no_such_cell_or_move(cell, move):
    with pytest.raises(ValueError, match="cells run from 0 to 30"):
        walk_one_step(cell, move)
