"""The layer takes words for sentences."""

import numpy as np
import torch

TASK = "heads_in_torch"
FAILS = "the output, where all may see all"
SAYS = "batch_first is missing"


def heads_in_torch(x, w_q, w_k, w_v, w_o, n_heads, mask):
    layer = torch.nn.MultiheadAttention(x.shape[-1], n_heads, bias=False)
    words = torch.tensor(x, dtype=torch.float32)
    hidden = torch.tensor(~mask)  # True = may not attend
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.tensor(np.hstack([w_q, w_k, w_v]).T))
        layer.out_proj.weight.copy_(torch.tensor(w_o.T))
        output, weights = layer(
            words,
            words,
            words,
            attn_mask=None if mask.all() else hidden,
            average_attn_weights=False,
        )
    return {"output": output.numpy(), "weights": weights.numpy()}
