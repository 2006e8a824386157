"""A shelf of paint: pots of grey in order, and wishes for a shade.

A painter may pour a mixture or pick a pot. Shades run from 0, black, to 10, white. The
shelf is in order, so a wish alone says roughly where to look.

Chapter: 2-concepts/kinds-of-attention.
"""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int64
from torch import Tensor

DARKEST, LIGHTEST = 0.0, 10.0


@dataclass(frozen=True)
class Shelves:
    """Some shelves, and what is wished for at each.

    Attributes:
        shades: The shade of each pot, from dark to light.
        wishes: The shades that are wished for.
    """

    shades: Float[Tensor, "b k 1"]
    wishes: Float[Tensor, "b q 1"]

    @property
    def nearest(self) -> Int64[Tensor, "b q"]:
        """Which pot is nearest to each wish."""
        return (self.shades.mT - self.wishes).abs().argmin(dim=-1)  # (b, q)


def draw_shelves(
    n_shelves: int,
    n_pots: int,
    n_wishes: int,
    generator: torch.Generator,
    *,
    in_order: bool = False,
) -> Shelves:
    r"""Draw shades and wishes, all equally likely from 0 to 10.

    .. math::  v_1 \le v_2 \le \dots \le v_k, \qquad v_j, y_i \sim U(0, 10)

    Args:
        n_shelves: How many shelves.
        n_pots: Pots on a shelf.
        n_wishes: Wishes at a shelf.
        generator: Where the random numbers come from.
        in_order: Whether wishes come from dark to light too, as for a painted strip.

    Raises:
        ValueError: If one of the three numbers is below 1.

    Example:
        >>> draws = torch.Generator().manual_seed(0)
        >>> shelf = draw_shelves(1, 3, 2, draws)
        >>> shelf.shades.flatten().tolist() == sorted(shelf.shades.flatten().tolist())
        True
        >>> shelf.wishes.shape
        torch.Size([1, 2, 1])

    Chapter: 2-concepts/kinds-of-attention.
    """
    if min(n_shelves, n_pots, n_wishes) < 1:
        raise ValueError(
            f"n_shelves, n_pots and n_wishes must be at least 1, and {n_shelves}, "
            f"{n_pots} and {n_wishes} came"
        )
    shades = LIGHTEST * torch.rand(n_shelves, n_pots, 1, generator=generator)
    wishes = LIGHTEST * torch.rand(n_shelves, n_wishes, 1, generator=generator)
    if in_order:
        wishes = wishes.sort(dim=1).values
    return Shelves(shades.sort(dim=1).values, wishes)


def shelf_features(
    shelves: Shelves,
) -> tuple[
    Float[Tensor, "b q 2"],
    Float[Tensor, "b k 2"],
    Float[Tensor, "b k 1"],
    Float[Tensor, "b q 1"],
]:
    r"""Make queries, keys, values and targets, with shades from -1 to 1.

    .. math::  q_i = (y_i, 1), \qquad k_j = (v_j, v_j^2)

    With the square in the key a bilinear score can prefer the nearest shade.

    Returns:
        Queries, keys, values and the wishes as targets.

    Example:
        >>> one = Shelves(torch.tensor([[[0.0], [10.0]]]), torch.tensor([[[7.5]]]))
        >>> [x.tolist() for x in shelf_features(one)]
        [[[[0.5, 1.0]]], [[[-1.0, 1.0], [1.0, 1.0]]], [[[-1.0], [1.0]]], [[[0.5]]]]

    Chapter: 2-concepts/kinds-of-attention.
    """
    v, y = (shades / 5 - 1 for shades in (shelves.shades, shelves.wishes))
    q = torch.cat([y, torch.ones_like(y)], dim=-1)  # (b, q, 2)
    return q, torch.cat([v, v**2], dim=-1), v, y


def shade_error(poured: Float[Tensor, "b q 1"], shelves: Shelves) -> float:
    """Measure how far shades between -1 and 1 are from the wishes, in steps of grey.

    Returns:
        The root of the mean squared difference, on the scale from 0 to 10.

    Example:
        >>> one = Shelves(torch.tensor([[[0.0], [10.0]]]), torch.tensor([[[7.0]]]))
        >>> shade_error(torch.tensor([[[1.0]]]), one)  # pure white
        3.0

    Chapter: 2-concepts/kinds-of-attention.
    """
    return (5 * (poured + 1) - shelves.wishes).square().mean().sqrt().item()
