"""Attention pooling as a layer: many items in, one out, and nobody asks."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from attnbook.functional.scores import linear_scores
from attnbook.functional.softmax import softmax


class AttentionPooling(nn.Module):
    r"""Sum items up into one, each as much as a learned vector says it matters.

    .. math::
        s_j = w \cdot x_j, \qquad
        A = \mathrm{softmax}(s), \qquad
        c = \sum_j A_j x_j

    The score is one number for each item, and the softmax runs over the items. The
    same :math:`w` scores every input: it can't ask two questions of the same items.

    There is no bias: softmax doesn't change when all scores move by the same amount,
    so a bias would do nothing and would never learn.

    Args:
        d_in: Features of an item.

    Example:
        >>> pool = AttentionPooling(d_in=2)
        >>> with torch.no_grad():
        ...     _ = pool.score_vector.copy_(torch.tensor([3.0, 1.0]).log())
        >>> items = torch.tensor([[1.0, 0.0], [0.0, 8.0]])  # scores log 3 and 0
        >>> pooled, weights = pool(items, return_weights=True)
        >>> weights.round(decimals=4).tolist(), pooled.round(decimals=4).tolist()
        ([[0.75, 0.25]], [0.75, 2.0])

    Chapter:
        4-code/attention-pooling

    Source:
        Yang et al., "Hierarchical Attention Networks for Document Classification",
        NAACL 2016, section 2.2 (there with a hidden layer before the score).
    """

    def __init__(self, d_in: int):
        super().__init__()
        self.score_vector = nn.Parameter(torch.empty(d_in))
        nn.init.uniform_(self.score_vector, -(d_in**-0.5), d_in**-0.5)

    def forward(
        self,
        x: Float[Tensor, "*batch k d_in"],
        *,
        mask: Bool[Tensor, "..."] | None = None,
        return_weights: bool = False,
    ) -> (
        Float[Tensor, "*batch d_in"]
        | tuple[Float[Tensor, "*batch d_in"], Float[Tensor, "*batch 1 k"]]
    ):
        """Give the weighted sum of the items.

        Args:
            x: Items.
            mask: True where an item counts, False where it is padding; broadcasts to
                (*batch, 1, k), as ``padding_mask`` makes it.
            return_weights: Also return the weights, one row as if there were one query.

        Raises:
            ValueError: If the shapes don't fit together.

        Note:
            Where nothing counts, the weights and the sum are zero.
        """
        scores = linear_scores(x, self.score_vector)  # (*batch, 1, k)
        weights = softmax(scores, mask=mask)  # (*batch, 1, k)
        pooled = (weights @ x).squeeze(-2)  # (*batch, d_in)
        return (pooled, weights) if return_weights else pooled
