"""The mask is turned with the matrices."""

import numpy as np
import torch

TASK = "heads_in_torch"
FAILS = "the mask"
SAYS = "rows and columns changed places"


def heads_in_torch(x, w_q, w_k, w_v, w_o, n_heads, mask):
    layer = torch.nn.MultiheadAttention(
        x.shape[-1], n_heads, bias=False, batch_first=True
    )
    words = torch.tensor(x, dtype=torch.float32)
    hidden = torch.tensor(~mask.T)
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.tensor(np.hstack([w_q, w_k, w_v]).T))
        layer.out_proj.weight.copy_(torch.tensor(w_o.T))
        output, weights = layer(
            words, words, words, attn_mask=hidden, average_attn_weights=False
        )
    return {"output": output.numpy(), "weights": weights.numpy()}
