"""Score places: which key is where decides, and not what it says."""

import torch
from jaxtyping import Float

from attnbook import shapes


def location_scores(
    q: Float[torch.Tensor, "*batch q d_q"], W: Float[torch.Tensor, "k d_q"]
) -> Float[torch.Tensor, "*batch q k"]:
    r"""Score a place by itself, for a query that looks at no key.

    .. math::  S_{ij} = w_j \cdot q_i, \qquad S = Q W^\top

    Args:
        q: Queries :math:`Q`.
        W: A learned vector :math:`w_j` for each place. For shorter sequences take its
            first rows, ``W[:n_keys]``.

    Returns:
        Scores :math:`S`, any real numbers, in the dtype of ``q``.

    Raises:
        ValueError: If ``q`` and ``W`` do not share ``d_q`` or their dtype, or are not
            floats.

    Example:
        A query for the first place, and one for the last of three.

        >>> q = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
        >>> W = torch.tensor([[5.0, -5.0], [0.0, 0.0], [-5.0, 5.0]])
        >>> location_scores(q, W).tolist()
        [[5.0, 0.0, -5.0], [-5.0, 0.0, 5.0]]

    Chapter: 2-concepts/score-functions.

    Source: Luong et al. 2015, section 3.1 ("location").
    """
    shapes.check("q: ... q d_q, W: k d_q", q, W)
    return q @ W.T  # (..., q, k)
