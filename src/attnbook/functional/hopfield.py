"""Complete a pattern by attending to stored ones, again and again."""

from jaxtyping import Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.online_softmax import log_sum_exp
from attnbook.functional.precision import widen
from attnbook.functional.scores import dot_scores
from attnbook.functional.softmax import softmax
from attnbook.shapes.numbers import check_count, check_temperature


def hopfield_retrieval(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    *,
    temperature: float | int = 1.0,
    n_steps: int = 1,
) -> Float[Tensor, "... q d_k"]:
    r"""Replace each query by what it attends to, with the keys as values.

    .. math::  q_i \leftarrow \sum_j A_{ij} k_j, \qquad
        A = \operatorname{softmax}(Q K^\top / T)

    Each step is attention with :math:`V = K`, and none raises the energy
    (`hopfield_energy`). Near :math:`T = 0` one step gives the key with the largest dot
    product; at a large :math:`T` all queries end in one mixture of all keys.

    Args:
        q: Queries :math:`Q`: patterns to be completed.
        k: Keys :math:`K`: the stored patterns.
        temperature: :math:`T`, in points of score; Ramsauer et al. write
            :math:`\beta = 1 / T`.
        n_steps: How many times; 0 gives the queries back.

    Returns:
        The completed patterns, in the dtype of ``q``.

    Raises:
        ValueError: If ``q`` and ``k`` do not share ``d_k`` or their dtype, are not
            floats, the temperature is not a number from 1e-30 to 1e30, or ``n_steps``
            is no whole number, at least 0.

    Note:
        Computed in at least float32, also between the steps.

    Example:
        Two stored patterns. Scores 1 and 0 at T = 1 / log 3: three quarters go to the
        first.

        >>> import torch
        >>> q, k = torch.tensor([[1.0, 0.0]]), torch.eye(2)
        >>> retrieved = hopfield_retrieval(q, k, temperature=0.910239)
        >>> retrieved.round(decimals=3).tolist()
        [[0.75, 0.25]]

    Chapter: 3-formulas/attention-as-probability.

    Source: Ramsauer et al. 2021, equation 3.
    """
    shapes.check("q: ... q d_k, k: ... k d_k", q, k)
    check_temperature(temperature)
    check_count("n_steps", n_steps)
    state, stored = widen(q), widen(k)
    for _ in range(n_steps):
        weights = softmax(dot_scores(state, stored), temperature=temperature)
        state = weights @ stored  # (..., q, d_k)
    return state.to(q.dtype, copy=True)  # a copy, also after no step


def hopfield_energy(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    *,
    temperature: float | int = 1.0,
) -> Float[Tensor, "... q"]:
    r"""Measure how far a query is from resting among stored patterns.

    .. math::  E(q) = \tfrac12 \lVert q \rVert^2
        - T \log \sum_j \exp(q \cdot k_j / T)

    Its slope is :math:`q` minus what one step of `hopfield_retrieval` makes of it, so a
    pattern that a step leaves alone is a level place of the energy. Ramsauer et al. add
    a constant which makes it 0 or more.

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`: the stored patterns.
        temperature: :math:`T`, in points of score.

    Returns:
        The energy of each query, in the dtype of ``q``.

    Raises:
        ValueError: If ``q`` and ``k`` do not share ``d_k`` or their dtype, are not
            floats, or the temperature is not a number from 1e-30 to 1e30.

    Note:
        Computed in at least float32.

    Example:
        Two scores of 0 are together worth log 2.

        >>> import torch
        >>> q, k = torch.tensor([[0.0, 0.0]]), torch.tensor([[1.0, 0.0], [0.0, 1.0]])
        >>> f"{hopfield_energy(q, k).item():.3f}"
        '-0.693'

    Chapter: 3-formulas/attention-as-probability.

    Source: Ramsauer et al. 2021, equation 2.
    """
    shapes.check("q: ... q d_k, k: ... k d_k", q, k)
    check_temperature(temperature)
    state = widen(q)
    scores = dot_scores(state, widen(k))  # (..., q, k)
    energy = state.square().sum(-1) / 2 - temperature * log_sum_exp(
        scores / temperature
    )
    return energy.to(q.dtype)
