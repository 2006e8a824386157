"""Multi-head attention as a layer with weights of its own."""

from collections.abc import Callable
from functools import partial

from jaxtyping import Bool, Float
from torch import Tensor, nn

from attnbook import shapes
from attnbook.functional.attention import scaled_dot_product_attention
from attnbook.functional.biased_attention import biased_attention
from attnbook.functional.heads import merge_heads, split_heads
from attnbook.shapes.heads import check_heads


class MultiHeadAttention(nn.Module):
    r"""Attend several times at once, each time by other features of the tokens.

    .. math::
        H_h = \mathrm{attention}(Q W_Q^{(h)},\, K W_K^{(h)},\, V W_V^{(h)}), \qquad
        Y = [H_1; \dots; H_n]\, W_O

    Each head looks with :math:`d_{\mathrm{head}} = d_{\mathrm{model}} / n` features of
    its own, so that :math:`n` heads cost about as much as one with all features.
    Self-attention is ``attend(x, x, x)``.

    Args:
        d_model: Features of a token, before and after; queries, keys and values too.
        n_heads: How many heads; ``d_model`` is a multiple of it.
        bias: Whether the four projections add a bias. That of the keys changes nothing:
            it adds the same number to all scores of a query, and softmax takes it away
            (unless the keys are turned by their places after it was added).

    Raises:
        ValueError: If ``d_model`` is no multiple of ``n_heads``.

    Note:
        Weights begin as Glorot and Bengio drew them, so that features of variance 1
        give scores of variance 1; biases begin at 0.

    Example:
        >>> import torch
        >>> attend = MultiHeadAttention(d_model=6, n_heads=2)
        >>> x = torch.ones(1, 3, 6)  # three equal tokens
        >>> output, weights = attend(x, x, x, return_weights=True)
        >>> output.shape, weights.shape
        (torch.Size([1, 3, 6]), torch.Size([1, 2, 3, 3]))
        >>> torch.allclose(weights, torch.tensor(1 / 3))
        True

    Chapter:
        3-formulas/multi-head-attention

    Source:
        Vaswani et al., "Attention Is All You Need", NeurIPS 2017, section 3.2.2.
    """

    def __init__(self, d_model: int, n_heads: int, *, bias: bool = True):
        super().__init__()
        check_heads(d_model, n_heads)
        self.n_heads = n_heads
        self.query_proj = nn.Linear(d_model, d_model, bias=bias)
        self.key_proj = nn.Linear(d_model, d_model, bias=bias)
        self.value_proj = nn.Linear(d_model, d_model, bias=bias)
        self.output_proj = nn.Linear(d_model, d_model, bias=bias)
        for projection in self.children():
            nn.init.xavier_uniform_(projection.weight)
            if bias:
                nn.init.zeros_(projection.bias)

    def forward(
        self,
        q: Float[Tensor, "*batch q d_model"],
        k: Float[Tensor, "*batch k d_model"],
        v: Float[Tensor, "*batch k d_model"],
        *,
        mask: Bool[Tensor, "..."] | None = None,
        score_bias: Float[Tensor, "..."] | None = None,
        rotate: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]] | None = None,
        return_weights: bool = False,
    ) -> (
        Float[Tensor, "*batch q d_model"]
        | tuple[Float[Tensor, "*batch q d_model"], Float[Tensor, "*batch h q k"]]
    ):
        """Let every head attend, and mix what the heads bring back.

        Args:
            q: What asks.
            k: What is asked.
            v: What is brought back, one for each key.
            mask: True where a query may attend to a key. With no more axes than ``q``,
                as (q, k), (*batch, 1, k) or (*batch, q, k), it is the same for all
                heads; (*batch, n_heads, q, k) gives each head its own.
            score_bias: What is added to the scores, (n_heads, q, k) or what broadcasts
                to (*batch, n_heads, q, k), as ``AlibiBias`` and
                ``RelativePositionBias`` make it.
            rotate: What is done to the queries and keys of the heads before they meet:
                gets both, gives both back, as ``Rotary`` does.
            return_weights: Also return the weights of each head. Without them torch's
                fused attention is used, which is faster and holds no weights.

        Raises:
            ValueError: If the shapes don't fit together, or dtypes differ.

        Note:
            A query that may attend to nothing gets zero weights and a zero context
            from every head. Its output is then the bias of ``output_proj``, or zero
            without biases.
        """
        shapes.check(
            "W_Q: d_out d_model, q: ... q d_model, k: ... k d_model, v: ... k d_model",
            *(self.query_proj.weight, q, k, v),
        )
        n = self.n_heads
        q_heads = split_heads(self.query_proj(q), n)  # (*batch, h, q, d_head)
        k_heads = split_heads(self.key_proj(k), n)  # (*batch, h, k, d_head)
        v_heads = split_heads(self.value_proj(v), n)  # (*batch, h, k, d_head)
        if rotate is not None:
            q_heads, k_heads = rotate(q_heads, k_heads)
        if mask is not None and 2 < mask.ndim <= q.ndim:
            mask = mask.unsqueeze(-3)  # (*batch, 1, q, k): the same for all heads
        attention = scaled_dot_product_attention
        if score_bias is not None:
            attention = partial(biased_attention, score_bias=score_bias)
        attended = attention(
            q_heads, k_heads, v_heads, mask=mask, return_weights=return_weights
        )
        context, weights = attended if return_weights else (attended, None)
        output = self.output_proj(merge_heads(context))  # (*batch, q, d_model)
        return (output, weights) if return_weights else output
