"""Hard attention as a layer: one key is drawn, and three ways to learn from it."""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from attnbook.functional.hard import gumbel_noise, hardmax
from attnbook.functional.scores import bilinear_scores
from attnbook.functional.softmax import log_softmax, softmax
from attnbook.shapes.hard import check_gradient


@dataclass(frozen=True)
class Choice:
    """What a hard attention chose, and how likely it was to.

    Attributes:
        weights: The chance of each key.
        drawn: 1 at the key that was taken, 0 at the others.
        log_chance: The logarithm of the chance of what was taken; 0 where there was
            nothing to take.
    """

    weights: Float[Tensor, "*batch q k"]
    drawn: Float[Tensor, "*batch q k"]
    log_chance: Float[Tensor, "*batch q"]


class HardAttention(nn.Module):
    r"""Draw one key for each query, by a bilinear score, and hand over its value.

    .. math::
        S = Q W K^\top, \qquad A = \operatorname{softmax}(S), \qquad
        J_i \sim A_i, \qquad c_i = v_{J_i}

    In training a key is drawn by chance; in evaluation the likeliest is taken. A choice
    has no slope, so ``gradient`` says what is to stand in for it:

    - ``"reinforce"``: nothing; learn with `reinforce_loss` from ``choice.log_chance``.
    - ``"straight-through"``: the slope of the weights :math:`A`.
    - ``"gumbel"``: the slope of :math:`\operatorname{softmax}((S + G) / T)`, with the
      same noise :math:`G` that made the choice.

    Args:
        d_query: Features of a query.
        d_key: Features of a key.
        gradient: One of the three.
        temperature: :math:`T` of ``"gumbel"``: lower means less bias and more scatter.

    Raises:
        ValueError: If ``gradient`` is none of the three, or the temperature is not
            positive.

    Example:
        >>> attend = HardAttention(2, 2).eval()
        >>> with torch.no_grad():
        ...     _ = attend.score_matrix.copy_(torch.eye(2))
        >>> q, v = torch.tensor([[0.0, 1.0]]), torch.tensor([[5.0], [7.0]])
        >>> attend(q, torch.eye(2), v).tolist()
        [[7.0]]

    Chapter:
        2-concepts/kinds-of-attention

    Source:
        Xu et al., "Show, Attend and Tell", ICML 2015, section 4.1; Bengio, Léonard and
        Courville 2013 (straight-through); Jang, Gu and Poole, ICLR 2017 (Gumbel).
    """

    def __init__(
        self,
        d_query: int,
        d_key: int,
        *,
        gradient: Literal["reinforce", "straight-through", "gumbel"] = "reinforce",
        temperature: float | int = 1.0,
    ):
        super().__init__()
        check_gradient(gradient, temperature)
        self.gradient, self.temperature = gradient, temperature
        self.score_matrix = nn.Parameter(torch.empty(d_query, d_key))
        nn.init.xavier_uniform_(self.score_matrix)

    def forward(
        self,
        q: Float[Tensor, "*batch q d_query"],
        k: Float[Tensor, "*batch k d_key"],
        v: Float[Tensor, "*batch k d_v"],
        *,
        mask: Bool[Tensor, "..."] | None = None,
        generator: torch.Generator | None = None,
        return_choice: bool = False,
    ) -> Float[Tensor, "*batch q d_v"] | tuple[Float[Tensor, "*batch q d_v"], Choice]:
        """Give each query the value of one key.

        Args:
            q: Queries.
            k: Keys.
            v: Values, one for each key.
            mask: True where a query may attend to a key; broadcasts to (*batch, q, k).
            generator: Where the draws come from; torch's own if None.
            return_choice: Also return what was drawn, and by which chances.

        Raises:
            ValueError: If the shapes don't fit together.

        Note:
            A query that may attend to nothing gets a zero output, and no draw.
        """
        scores = bilinear_scores(q, k, self.score_matrix)  # (*batch, q, k)
        weights = softmax(scores, mask=mask)  # (*batch, q, k)
        noisy = scores
        if self.training:
            uniform = torch.rand(scores.shape, generator=generator, dtype=scores.dtype)
            noisy = scores + gumbel_noise(uniform.to(scores.device))
        drawn = hardmax(noisy.detach(), mask=mask)  # (*batch, q, k)
        context = self._with_slope(drawn, weights, noisy, mask) @ v  # (*batch, q, d_v)
        if not return_choice:
            return context
        return context, Choice(weights, drawn, _log_chance(scores, drawn, mask))

    def _with_slope(
        self, drawn: Tensor, weights: Tensor, noisy: Tensor, mask: Tensor | None
    ) -> Float[Tensor, "*batch q k"]:
        """Lend the draw the slope of something soft."""
        if self.gradient == "reinforce":
            return drawn
        soft = weights
        if self.gradient == "gumbel":
            soft = softmax(noisy, temperature=self.temperature, mask=mask)
        return drawn + soft - soft.detach()  # (*batch, q, k): the value of the draw


def reinforce_loss(
    losses: Float[Tensor, "*batch q"],
    log_chance: Float[Tensor, "*batch q"],
    *,
    baseline: Float[Tensor, "*#batch q"] | float = 0.0,
) -> Float[Tensor, ""]:
    r"""Make a mean loss whose slope teaches the draws too.

    .. math::
        \nabla = \frac1n \sum_i \nabla \ell_i
        + (\ell_i - b_i) \, \nabla \log A_{i J_i}

    Its value is the mean of the losses; what is added to them is 0 and has a slope.

    Args:
        losses: What the draw cost each query.
        log_chance: The logarithm of the chance of what was drawn.
        baseline: What a draw usually costs; it must not depend on this draw.

    Returns:
        The loss to minimise.

    Example:
        >>> log_chance = torch.tensor([0.5]).log().requires_grad_()
        >>> loss = reinforce_loss(torch.tensor([3.0]), log_chance, baseline=1.0)
        >>> loss.backward()
        >>> loss.item(), log_chance.grad.item()
        (3.0, 2.0)

    Chapter:
        2-concepts/kinds-of-attention

    Source:
        Williams 1992, section 3; Xu et al. 2015, section 4.1.
    """
    lead = losses - baseline  # (*batch, q)
    return (losses + lead * (log_chance - log_chance.detach())).mean()


def _log_chance(
    scores: Tensor, drawn: Tensor, mask: Tensor | None
) -> Float[Tensor, "*batch q"]:
    """Give the logarithm of the chance of each draw; 0 where nothing was drawn."""
    allowed = scores if mask is None else scores.masked_fill(~mask, -math.inf)
    return log_softmax(allowed).masked_fill(drawn == 0, 0.0).sum(-1)
