"""A loop over heads and sentences, einsum, and PyTorch's own functions."""

import numpy as np
import torch

NAMES = "output", "weights"


def predict_the_heads():
    return {"A": 96 / 6, "B": [5, 6, 7, 7], "C": 37_248, "D": 2.0, "E": 2}


def join_heads(parts):
    return np.concatenate(np.moveaxis(parts, -3, 0), axis=-1)


def multi_head_attention(x, w_q, w_k, w_v, w_o, n_heads, mask=None):
    d = x.shape[-1] // n_heads
    output = np.zeros(x.shape)
    for h in range(n_heads):
        own = slice(h * d, (h + 1) * d)
        q, k, v = x @ w_q[:, own], x @ w_k[:, own], x @ w_v[:, own]
        scores = np.einsum("bqd,bkd->bqk", q, k) / d**0.5
        powers = np.exp(scores) * (1 if mask is None else mask)
        output += powers / powers.sum(axis=2, keepdims=True) @ v @ w_o[own]
    return output


def without_the_twin(w_o, n_heads, kept, twin):
    d = len(w_o) // n_heads
    rows = []
    for h in range(n_heads):
        own = w_o[h * d : (h + 1) * d]
        if h == kept:
            own = own + w_o[twin * d : (twin + 1) * d]
        if h != twin:
            rows.extend(own)
    return np.array(rows)


def fool_the_test():
    x = np.arange(24.0).reshape(8, 3)
    x[[2, 4]], x[[5, 6]] = x[1], x[3]
    return x.reshape(4, 6)


def heads_in_torch(x, w_q, w_k, w_v, w_o, n_heads, mask):
    layer = torch.nn.MultiheadAttention(x.shape[2], n_heads, False, batch_first=True)
    layer = layer.double()
    stacked = np.concatenate([w_q.T, w_k.T, w_v.T])
    layer.in_proj_weight = torch.nn.Parameter(torch.from_numpy(stacked))
    layer.out_proj.weight.data = torch.from_numpy(w_o.T.copy())
    words = torch.from_numpy(x)
    bias = torch.zeros(mask.shape, dtype=torch.double)
    bias[torch.from_numpy(~mask)] = -torch.inf
    found = layer(words, words, words, attn_mask=bias, average_attn_weights=False)
    return {k: a.detach().numpy() for k, a in zip(NAMES, found, strict=True)}
