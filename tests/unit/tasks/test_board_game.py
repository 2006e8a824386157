"""A board game: the die, the board, and moves that no die allows."""

import pytest
import torch

from attnbook.tasks.board_game import draw_games, share_legal


def seeded_games(n_games=500, **sizes):
    return draw_games(n_games, torch.Generator().manual_seed(0), **sizes)


def test_every_move_is_one_two_or_three_fields_forward():
    steps = seeded_games().diff(dim=1) % 12
    assert steps.unique().tolist() == [1, 2, 3]
    assert share_legal(seeded_games()) == 1.0


def test_the_faces_of_the_die_are_equally_likely():
    steps = seeded_games().diff(dim=1) % 12  # (500, 16)
    assert torch.allclose(
        steps.flatten().bincount()[1:] / 8000, torch.tensor(1 / 3), atol=0.02
    )


def test_games_begin_and_pass_everywhere_on_the_board():
    games = seeded_games()
    assert games[:, 0].unique().tolist() == list(range(12))
    assert games[:, -1].unique().tolist() == list(range(12))


def test_sizes_are_as_asked():
    assert seeded_games(5, n_turns=7).shape == (5, 7)


def test_the_same_seed_draws_the_same_games():
    assert torch.equal(seeded_games(), seeded_games())


@pytest.mark.parametrize("step", [0, 4, 11, 9])
def test_staying_going_too_far_and_going_back_are_not_legal(step):
    assert share_legal(torch.tensor([[10, (10 + step) % 12]])) == 0.0


@pytest.mark.parametrize("sizes", [{"n_games": 0}, {"n_turns": 0}])
def test_no_game_is_refused(sizes):
    with pytest.raises(ValueError, match="at least 1"):
        seeded_games(**sizes)


@pytest.mark.parametrize("shape", [(0, 5), (5, 1)])
def test_games_without_a_move_have_no_share(shape):
    with pytest.raises(ValueError, match="holds no move"):
        share_legal(torch.zeros(shape, dtype=torch.int64))
