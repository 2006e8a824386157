"""A board game: a counter goes round twelve fields, by as many as a die shows.

The die has the faces 1, 2 and 3. So no one can say the next field more often than in
one case of three, and a model that does has seen it.

Chapter: 2-concepts/masks.
"""

import torch
from jaxtyping import Int64
from torch import Tensor

N_FIELDS = 12
FACES = (1, 2, 3)


def draw_games(
    n_games: int, generator: torch.Generator, *, n_turns: int = 17
) -> Int64[Tensor, "b n"]:
    r"""Draw games: the field on which the counter stands at each turn.

    .. math::  x_{t+1} = (x_t + \text{die}_t) \bmod 12

    Args:
        n_games: How many games.
        generator: Where the first fields and the throws come from.
        n_turns: Fields in a game, the first one included.

    Raises:
        ValueError: If one of the two numbers is below 1.

    Example:
        >>> games = draw_games(2, torch.Generator().manual_seed(0), n_turns=6)
        >>> games.tolist()
        [[8, 11, 0, 2, 3, 5], [3, 5, 7, 8, 11, 2]]

    Chapter: 2-concepts/masks.
    """
    if min(n_games, n_turns) < 1:
        raise ValueError(
            f"n_games and n_turns must be at least 1, and {n_games} and {n_turns} came"
        )
    first = torch.randint(N_FIELDS, (n_games, 1), generator=generator)  # (b, 1)
    throws = torch.randint(
        FACES[0], FACES[-1] + 1, (n_games, n_turns - 1), generator=generator
    )
    return torch.cat([first, throws], dim=1).cumsum(dim=1) % N_FIELDS  # (b, n)


def share_legal(games: Int64[Tensor, "b n"]) -> float:
    """Measure how many moves a die could have thrown.

    Args:
        games: The fields of each turn, for example as a model wrote them.

    Returns:
        A share from 0 to 1.

    Raises:
        ValueError: If there is no move.

    Example:
        From 11 to 2 are three fields; from 2 to 2 is no move that a die allows.

        >>> share_legal(torch.tensor([[11, 2, 2]]))
        0.5
    """
    if games.shape[0] < 1 or games.shape[-1] < 2:
        raise ValueError(f"games has shape {tuple(games.shape)}: it holds no move")
    steps = games.diff(dim=-1) % N_FIELDS  # (b, n - 1)
    return torch.isin(steps, torch.tensor(FACES)).double().mean().item()
