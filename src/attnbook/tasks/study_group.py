"""A study group: who should each one ask, and where does that person sit?

Everyone knows something, needs something and has a desk. For each errand the right
helper is the one whose knowledge fits the need best. A model is told only the rows of
numbers and the desks to go to, not which column means what.

Chapter: 2-concepts/queries-keys-values, 3-formulas/multi-head-attention.
"""

from dataclasses import dataclass

import torch
from jaxtyping import Float, Int64
from torch import Tensor


@dataclass(frozen=True)
class StudyGroups:
    """Some groups of people, and what is right for them.

    Attributes:
        x: A row of numbers for each person: what they know (2), what they need for
            each errand (2 each), where their desk is (2).
        desks: The last two of these.
        best: Who helps best with each errand, as an index of a person.
    """

    x: Float[Tensor, "b n d_in"]
    desks: Float[Tensor, "b n 2"]
    best: Int64[Tensor, "b n n_errands"]

    @property
    def target(self) -> Float[Tensor, "b n d_target"]:
        """Where to go: the desks of the best helpers, one errand after the other."""
        chosen = [
            torch.take_along_dim(self.desks, best[..., None], dim=1)  # (b, n, 2)
            for best in self.best.unbind(dim=-1)
        ]
        return torch.cat(chosen, dim=-1)  # (b, n, 2 * n_errands)


def draw_groups(
    n_groups: int,
    generator: torch.Generator,
    *,
    n_people: int = 7,
    n_errands: int = 1,
) -> StudyGroups:
    r"""Draw groups in which all numbers are normal, with mean 0 and variance 1.

    .. math::  \mathrm{best}_i = \operatorname*{arg\,max}_j
        \; \mathrm{needs}_i \cdot \mathrm{knows}_j

    The best helper may be oneself.

    Args:
        n_groups: How many groups.
        generator: Where the random numbers come from.
        n_people: People in a group.
        n_errands: Different things that everyone needs help with.

    Raises:
        ValueError: If one of the three numbers is below 1.

    Example:
        >>> groups = draw_groups(5, torch.Generator().manual_seed(0), n_errands=2)
        >>> groups.x.shape, groups.best.shape, groups.target.shape
        (torch.Size([5, 7, 8]), torch.Size([5, 7, 2]), torch.Size([5, 7, 4]))

    Chapter:
        2-concepts/queries-keys-values
    """
    if min(n_groups, n_people, n_errands) < 1:
        raise ValueError(
            f"n_groups, n_people and n_errands must be at least 1, and {n_groups}, "
            f"{n_people} and {n_errands} came"
        )
    x = torch.randn(n_groups, n_people, 4 + 2 * n_errands, generator=generator)
    knows, *needs, desks = x.split(2, dim=-1)  # (b, n, 2) each
    best = [(need @ knows.mT).argmax(dim=-1) for need in needs]  # (b, n) each
    return StudyGroups(x, desks, torch.stack(best, dim=-1))


def share_led_right(
    output: Float[Tensor, "b n d_target"], groups: StudyGroups
) -> float:
    """Measure how many people are led nearest to the right desk, on all errands.

    Args:
        output: Where a model sends each person, in the layout of ``groups.target``.
        groups: The groups that it was asked about.

    Returns:
        A share from 0 to 1.

    Raises:
        ValueError: If the output doesn't have the shape of the target.

    Example:
        >>> groups = draw_groups(5, torch.Generator().manual_seed(0))
        >>> share_led_right(groups.target, groups)
        1.0
    """
    if output.shape != groups.target.shape:
        raise ValueError(
            f"the output has the shape {tuple(output.shape)} and the target "
            f"{tuple(groups.target.shape)}: two coordinates for each errand"
        )
    nearest = [
        torch.cdist(place, groups.desks).argmin(dim=-1)  # (b, n)
        for place in output.split(2, dim=-1)
    ]
    right = torch.stack(nearest, dim=-1) == groups.best  # (b, n, n_errands)
    return right.all(dim=-1).double().mean().item()
