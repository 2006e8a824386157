"""The mean, made to fit."""

import numpy as np
import torch

TASK = "heads_in_torch"
FAILS = "the weights of each head"
SAYS = "the mean of the heads, repeated"


def heads_in_torch(x, w_q, w_k, w_v, w_o, n_heads, mask):
    layer = torch.nn.MultiheadAttention(
        x.shape[-1], n_heads, bias=False, batch_first=True
    )
    words = torch.tensor(x, dtype=torch.float32)
    hidden = torch.tensor(~mask)  # True = may not attend
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.tensor(np.hstack([w_q, w_k, w_v]).T))
        layer.out_proj.weight.copy_(torch.tensor(w_o.T))
        output, weights = layer(words, words, words, attn_mask=hidden)
    return {
        "output": output.numpy(),
        "weights": np.repeat(weights.numpy()[:, None], n_heads, axis=1),
    }
