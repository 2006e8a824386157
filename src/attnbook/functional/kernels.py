"""Look values up by the distance of their keys: kernel regression, from 1964."""

from jaxtyping import Bool, Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.precision import widen
from attnbook.functional.softmax import softmax
from attnbook.reference.kernels import (
    bandwidth_to_temperature,
    temperature_to_bandwidth,
)

__all__ = [  # the two conversions are of plain numbers: one copy serves both halves
    "bandwidth_to_temperature",
    "distance_scores",
    "kernel_regression",
    "temperature_to_bandwidth",
]


def distance_scores(
    q: Float[Tensor, "*#batch q d_k"], k: Float[Tensor, "*#batch k d_k"]
) -> Float[Tensor, "... q k"]:
    r"""Score a key by its squared distance from the query, with a minus.

    .. math::  S_{ij} = -\lVert q_i - k_j \rVert^2

    The best score, 0, is that of a key which equals the query. Since
    :math:`S_{ij} = 2\, q_i \cdot k_j - \lVert k_j \rVert^2 - \lVert q_i \rVert^2`, and
    a softmax over the keys does not see the last term, these are dot products (twice)
    with a penalty on long keys.

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`, of the same length as the queries.

    Returns:
        Scores :math:`S`, 0 or less, in the dtype of ``q``.

    Raises:
        ValueError: If ``q`` and ``k`` do not share ``d_k`` or their dtype, or are not
            floats.

    Note:
        Every query is subtracted from every key: this holds an array of shape
        (..., q, k, d_k), ``d_k`` times the memory of the scores. Dot products would
        need none of it, but lose the digits in which two far vectors differ. Computed
        in at least float32.

    Example:
        >>> import torch
        >>> q = torch.tensor([[0.0, 0.0]])
        >>> k = torch.tensor([[3.0, 4.0], [0.0, 1.0]])
        >>> distance_scores(q, k).tolist()
        [[-25.0, -1.0]]

    Chapter: 2-concepts/soft-lookup.
    """
    shapes.check("q: ... q d_k, k: ... k d_k", q, k)
    gaps = widen(q).unsqueeze(-2) - widen(k).unsqueeze(-3)  # (..., q, k, d_k)
    return (0 - gaps.square().sum(-1)).to(q.dtype)  # (..., q, k); 0 - 0 is not -0


def kernel_regression(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    v: Float[Tensor, "*#batch k d_v"],
    *,
    bandwidth: float | int,
    mask: Bool[Tensor, "..."] | None = None,
    return_weights: bool = False,
) -> (
    Float[Tensor, "... q d_v"]
    | tuple[Float[Tensor, "... q d_v"], Float[Tensor, "... q k"]]
):
    r"""Average the values, each in proportion to a Gaussian of its key's distance.

    .. math::  c_i = \frac{\sum_j \kappa_{ij} v_j}{\sum_j \kappa_{ij}}, \qquad
        \kappa_{ij} = \exp\!\left(-\frac{\lVert q_i - k_j \rVert^2}{2 h^2}\right)

    It is attention whose scores are minus the squared distances, at the temperature
    :math:`T = 2 h^2`.

    Args:
        q: Queries :math:`Q`: where an answer is wanted.
        k: Keys :math:`K`: where values were measured.
        v: Values :math:`V`: what was measured there.
        bandwidth: :math:`h`, in the unit of the keys: near 0 the nearest key takes all,
            a large one averages all values.
        mask: True = may attend; broadcasts to the scores, (..., q, k). To leave each
            point out in its own turn, hide the diagonal.
        return_weights: Whether to return the weights too.

    Returns:
        The averages :math:`C`, one for each query; with ``return_weights`` the pair of
        averages and weights.

    Raises:
        ValueError: If axes do not fit, dtypes differ or are not floats, the bandwidth
            is not a number from 1e-14 to 1e14, or the mask is not boolean or does not
            broadcast.

    Note:
        A query that may attend to nothing gets zero weights and a zero average. Far
        from all keys, where every Gaussian rounds to 0, the weights still sum to 1:
        the nearest key has them. Computed in at least float32.

    Example:
        A bandwidth at which one step costs half of the weight, 1 / √(log 4): ¼, ½, ¼.

        >>> import torch
        >>> k = torch.tensor([[1877.0], [1878.0], [1879.0]])
        >>> v, h = torch.tensor([[813.0], [1230.0], [1370.0]]), 0.8493218
        >>> kernel_regression(k[1:2], k, v, bandwidth=h).round(decimals=2).tolist()
        [[1160.75]]

    Chapter: 2-concepts/soft-lookup.

    Source: Nadaraya 1964; Watson 1964.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    scores = distance_scores(widen(q), widen(k))  # (..., q, k)
    temperature = bandwidth_to_temperature(bandwidth)
    weights = softmax(scores, temperature=temperature, mask=mask)  # (..., q, k)
    context = (weights @ widen(v)).to(v.dtype)  # (..., q, d_v)
    return (context, weights.to(q.dtype)) if return_weights else context
