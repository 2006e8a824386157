"""The attentions of Luong, Pham and Manning as a layer: global, local-m and local-p."""

from typing import Literal

import torch
from jaxtyping import Bool, Float, Integer
from torch import Tensor, nn

from attnbook import shapes
from attnbook.functional.local import local_softmax, predicted_centres
from attnbook.functional.scores import bilinear_scores
from attnbook.functional.softmax import softmax
from attnbook.shapes.local import check_look


class LuongAttention(nn.Module):
    r"""Attend to all keys, or to those near a place, by a bilinear score.

    .. math::
        S = Q W K^\top, \qquad
        A_{ij} = \operatorname*{softmax}_{|j - p_i| \le D}(S_i)_j \cdot
        \exp\!\left(-\frac{(j - p_i)^2}{2 (D / 2)^2}\right), \qquad
        p_i = n \cdot \operatorname{sigmoid}(w_p^\top \tanh(W_p q_i))

    That is ``"local-p"``, which *predicts* a place. In ``"local-m"``, for *monotonic*
    tasks, the place is the query's own, :math:`p_i = i`, and there is no Gaussian. In
    ``"global"`` there is no window either.

    Args:
        d_query: Features of a query.
        d_key: Features of a key.
        look: Where to look: ``"global"``, ``"local-m"`` or ``"local-p"``.
        reach: :math:`D`, how many places a window extends to each side.
        d_hidden: Features inside the tanh of ``"local-p"``; ``d_query`` if None.

    Raises:
        ValueError: If ``look`` is none of the three, or a local one has no positive
            reach.

    Example:
        >>> attend = LuongAttention(2, 3, look="local-m", reach=1)
        >>> q, k, v = torch.zeros(2, 2), torch.zeros(4, 3), torch.eye(4)
        >>> attend(q, k, v).tolist()  # equal scores: the mean of those in sight
        [[0.5, 0.5, 0.0, 0.0], [0.3333333432674408, 0.3333333432674408,
        0.3333333432674408, 0.0]]

    Chapter:
        2-concepts/kinds-of-attention

    Source:
        Luong, Pham and Manning, "Effective Approaches to Attention-based Neural Machine
        Translation", EMNLP 2015, sections 3.1 and 3.2.
    """

    def __init__(
        self,
        d_query: int,
        d_key: int,
        *,
        look: Literal["global", "local-m", "local-p"] = "global",
        reach: float | int | None = None,
        d_hidden: int | None = None,
    ):
        super().__init__()
        check_look(look, reach)
        self.look, self.reach = look, reach
        self.score_matrix = nn.Parameter(torch.empty(d_query, d_key))
        nn.init.xavier_uniform_(self.score_matrix)
        if look == "local-p":
            d_hidden = d_hidden or d_query
            self.place_proj = nn.Linear(d_query, d_hidden, bias=False)
            self.place_vector = nn.Parameter(torch.empty(d_hidden))
            nn.init.uniform_(self.place_vector, -(d_hidden**-0.5), d_hidden**-0.5)

    def forward(
        self,
        q: Float[Tensor, "*batch q d_query"],
        k: Float[Tensor, "*batch k d_key"],
        v: Float[Tensor, "*batch k d_v"],
        *,
        mask: Bool[Tensor, "..."] | None = None,
        lengths: Integer[Tensor, "*batch"] | None = None,
        start: int = 0,
        return_weights: bool = False,
    ) -> (
        Float[Tensor, "*batch q d_v"]
        | tuple[Float[Tensor, "*batch q d_v"], Float[Tensor, "*batch q k"]]
    ):
        """Give each query the weighted sum of the values in its sight.

        Args:
            q: Queries.
            k: Keys.
            v: Values, one for each key.
            mask: True where a query may attend to a key; broadcasts to (*batch, q, k).
            lengths: For local-p, how many keys of each sequence are real; all if None.
                It says where the end is, and hides nothing: padding needs a mask too.
            start: For local-m, the place of the first query, as when a decoder has
                written so many tokens already.
            return_weights: Also return the weights.

        Raises:
            ValueError: If the shapes don't fit together.

        Note:
            A query that may attend to nothing, or has an empty window, gets zero
            weights and a zero output. Weights of local-p sum to less than 1.
        """
        scores = bilinear_scores(q, k, self.score_matrix)  # (*batch, q, k)
        if self.look == "global":
            weights = softmax(scores, mask=mask)  # (*batch, q, k)
        else:
            centres = self._centres(q, k, lengths, start)  # (*batch, q)
            taper = self.look == "local-p"
            weights = local_softmax(
                scores, centres, reach=self.reach, taper=taper, mask=mask
            )  # (*batch, q, k)
        context = weights @ v  # (*batch, q, d_v)
        return (context, weights) if return_weights else context

    def _centres(
        self, q: Tensor, k: Tensor, lengths: Tensor | None, start: int
    ) -> Float[Tensor, "*batch q"]:
        """Say at which place each query looks, in keys."""
        if self.look == "local-m":
            shapes.check_count("start", start)
            own = torch.arange(q.shape[-2], dtype=q.dtype, device=q.device)
            return (own + start).expand(q.shape[:-1])
        lengths = k.shape[-2] if lengths is None else lengths
        W, w = self.place_proj.weight, self.place_vector
        return predicted_centres(q, W, w, lengths=lengths)
