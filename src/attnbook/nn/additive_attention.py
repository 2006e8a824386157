"""Additive attention as a layer with weights of its own."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from attnbook.functional.scores import additive_scores
from attnbook.functional.softmax import softmax


class AdditiveAttention(nn.Module):
    r"""Attend with a small network that scores each query against each key.

    .. math::
        s_{ij} = w^\top \tanh(W_Q q_i + W_K k_j), \qquad
        A = \mathrm{softmax}(S), \qquad
        c_i = \sum_j A_{ij} v_j

    Unlike a dot product, it compares queries and keys of different sizes.

    Args:
        d_query: Features of a query.
        d_key: Features of a key.
        d_hidden: Features inside the tanh; more can tell more apart, and cost more.

    Example:
        >>> attend = AdditiveAttention(d_query=2, d_key=3, d_hidden=5)
        >>> q, k, v = torch.zeros(1, 2), torch.zeros(4, 3), torch.eye(4)
        >>> attend(q, k, v).tolist()  # equal keys: the plain mean of the values
        [[0.25, 0.25, 0.25, 0.25]]

    Chapter:
        5-applications/translation-with-attention

    Source:
        Bahdanau, Cho and Bengio, "Neural Machine Translation by Jointly Learning to
        Align and Translate", ICLR 2015, section 3.1 and appendix A.1.2.
    """

    def __init__(self, d_query: int, d_key: int, d_hidden: int):
        super().__init__()
        self.query_proj = nn.Linear(d_query, d_hidden, bias=False)
        self.key_proj = nn.Linear(d_key, d_hidden, bias=False)
        self.score_vector = nn.Parameter(torch.empty(d_hidden))
        nn.init.uniform_(self.score_vector, -(d_hidden**-0.5), d_hidden**-0.5)

    def forward(
        self,
        q: Float[Tensor, "*batch q d_query"],
        k: Float[Tensor, "*batch k d_key"],
        v: Float[Tensor, "*batch k d_v"],
        *,
        mask: Bool[Tensor, "..."] | None = None,
        return_weights: bool = False,
    ) -> (
        Float[Tensor, "*batch q d_v"]
        | tuple[Float[Tensor, "*batch q d_v"], Float[Tensor, "*batch q k"]]
    ):
        """Give each query the weighted sum of the values.

        Args:
            q: Queries.
            k: Keys.
            v: Values, one for each key.
            mask: True where a query may attend to a key; broadcast to (batch, q, k).
            return_weights: Also return the attention weights.

        Raises:
            ValueError: If the shapes don't fit together.

        Note:
            A query that may attend to nothing gets zero weights and a zero output.
        """
        scores = additive_scores(
            q, k, self.query_proj.weight, self.key_proj.weight, self.score_vector
        )  # (*batch, q, k)
        weights = softmax(scores, mask=mask)  # (*batch, q, k)
        context = weights @ v  # (*batch, q, d_v)
        return (context, weights) if return_weights else context
