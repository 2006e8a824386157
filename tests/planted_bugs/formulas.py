"""Bugs in the formulas: the mistakes that published code has, and some more."""

from tests.planted_bugs.bug import PARITY, Bug, numpy_bug, torch_bug

SOFTMAX = [
    numpy_bug("places in the wrong order", "location", "q @ W.T", "q @ W[::-1].T"),
    torch_bug("places do not learn", "location", "q @ W.T", "q @ W.detach().T"),
    numpy_bug(
        "no maximum subtracted", "softmax", "scores - np.where", "scores - 0 * np.where"
    ),
    numpy_bug(
        "temperature multiplied", "softmax", "highest)) / temp", "highest)) * temp"
    ),
    numpy_bug(
        "sum over the wrong axis", "softmax", "powers.sum(axis,", "powers.sum(0,"
    ),
    numpy_bug(
        "inverted mask",
        "softmax",
        "np.where(mask, wide, -np.inf)",
        "np.where(mask, -np.inf, wide)",
    ),
    numpy_bug(
        "NaN on masked rows",
        "softmax",
        "weights = powers / np.where(total == 0, 1, total)",
        "weights = powers / total",
    ),
    numpy_bug(
        "uniform on masked rows",
        "softmax",
        "np.where(mask, wide, -np.inf)",
        "np.where(mask, wide, -1e9)",
    ),
    numpy_bug("in half precision", "softmax", "wide = widen(scores)", "wide = scores"),
    numpy_bug(
        "wide weights returned",
        "softmax",
        "return weights.astype(scores.dtype)",
        "return weights",
    ),
    numpy_bug(
        "hard argmax",
        "softmax",
        "powers = np.exp(_lead(allowed, axis, temperature))",
        "powers = 1.0 * (_lead(allowed, axis, temperature) == 0)",
    ),
    numpy_bug("base 2", "softmax", "powers = np.exp(_lead", "powers = np.exp2(_lead"),
    numpy_bug(
        "logarithm of the rounded weights",
        "softmax",
        "log_weights = lead - np.log(np.where(total == 0, 1, total))",
        "log_weights = np.log(np.exp(lead) / np.where(total == 0, 1, total) + 1e-30)",
    ),
    torch_bug(
        "NaN in the gradient of masked rows",
        "softmax",
        "lead.masked_fill(nothing, 0.0), nothing",
        "lead, nothing",
    ),
    torch_bug(
        "uniform on masked rows",
        "softmax",
        "torch.softmax(lead, axis).masked_fill(nothing, 0.0)",
        "torch.softmax(lead, axis)",
    ),
    torch_bug(
        "temperature ignored",
        "softmax",
        "(scores - highest) / temperature",
        "(scores - highest)",
        "contract",
    ),
    torch_bug(
        "wrong axis", "softmax", "torch.softmax(lead, axis)", "torch.softmax(lead, -1)"
    ),
    torch_bug(
        "in half precision",
        "softmax",
        "wide = widen(scores)",
        "wide = scores",
    ),
]
IN_PLACE = [
    Bug(
        "NumPy: scores shifted in place",
        "reference/softmax.py",
        "(scores - np.where(np.isneginf(highest), 0, highest))",
        "np.subtract(scores, np.where(np.isneginf(highest), 0, highest), out=scores)",
        (PARITY.format("contract"),),
    ),
    torch_bug(
        "scores masked in place",
        "softmax",
        "wide.masked_fill(~mask, -math.inf)",
        "wide.masked_fill_(~mask, -math.inf)",
        "contract",
    ),
    torch_bug(
        "queries scaled in place",
        "scores",
        "dot_scores(q * scale, k)",
        "dot_scores(q.mul_(scale), k)",
        "contract",
    ),
]
SCORES = [
    numpy_bug("no scale", "scores", "dot_scores(q * scale, k)", "dot_scores(q, k)"),
    numpy_bug(
        "scale by d_k, not its root",
        "scores",
        "1 / math.sqrt(q.shape[-1])",
        "1 / q.shape[-1]",
    ),
    numpy_bug(
        "scale by the number of queries",
        "scores",
        "math.sqrt(q.shape[-1])",
        "math.sqrt(q.shape[-2])",
    ),
    numpy_bug(
        "scale of zero taken for none",
        "scores",
        "if scale is None else float(scale)",
        "if not scale else float(scale)",
    ),
    numpy_bug(
        "scaled after the overflow",
        "scores",
        "dot_scores(q * scale, k)",
        "dot_scores(q, k) * scale",
    ),
    numpy_bug(
        "additive without tanh",
        "scores",
        "np.tanh(query + key) @ w",
        "(query + key) @ w",
    ),
    numpy_bug(
        "additive with q and k swapped",
        "scores",
        "np.expand_dims(q @ W_Q.T, -2)",
        "np.expand_dims(q @ W_Q.T, -3)",
    ),
    numpy_bug(
        "bilinear without its matrix transposed",
        "scores",
        "q @ W @ np.swapaxes(k, -2, -1)",
        "q @ W * 0 @ np.swapaxes(k, -2, -1)",
    ),
    torch_bug(
        "q and k swapped", "scores", "return q @ k.mT", "return k @ q.mT", "contract"
    ),
    torch_bug(
        "scale by d_k, not its root",
        "scores",
        "1 / math.sqrt(q.shape[-1])",
        "1 / q.shape[-1]",
        "attention",
    ),
    torch_bug(
        "additive by product",
        "scores",
        "torch.tanh(query + key)",
        "torch.tanh(query * key)",
    ),
]
ATTENTION = [
    numpy_bug(
        "weights of the wrong axis",
        "attention",
        "softmax(scores, mask=mask)",
        "softmax(scores, mask=mask, axis=-2)",
    ),
    numpy_bug(
        "mask ignored", "attention", "softmax(scores, mask=mask)", "softmax(scores)"
    ),
    numpy_bug(
        "queries not widened",
        "attention",
        "scaled_dot_scores(widen(q), widen(k),",
        "scaled_dot_scores(q, k,",
    ),
    torch_bug(
        "mask ignored on the fast path",
        "attention",
        "attn_mask=to_torch_sdpa(mask | nothing)",
        "attn_mask=None",
    ),
    torch_bug(
        "inverted mask on the fast path",
        "attention",
        "to_torch_sdpa(mask | nothing)",
        "to_torch_sdpa(~mask)",
    ),
    torch_bug(
        "mask of keys breaks the fast path",
        "attention",
        "to_torch_sdpa(mask | nothing)",
        "mask | nothing",
    ),
    torch_bug(
        "masked rows not emptied on the fast path",
        "attention",
        "context.masked_fill(nothing, 0.0)",
        "context",
    ),
    torch_bug(
        "scale ignored on the fast path",
        "attention",
        "mask | nothing), scale=scale)",
        "mask | nothing))",
    ),
    torch_bug("no fast path", "attention", "if not return_weights:", "if q is None:"),
    torch_bug(
        "fast path when weights are asked for",
        "attention",
        "return context.to(v.dtype), weights.to(q.dtype)",
        "return _fused_attention(q, k, v, mask=mask, scale=scale), weights.to(q.dtype)",
    ),
    torch_bug(
        "mask changed in place",
        "attention",
        "to_torch_sdpa(mask | nothing)",
        "to_torch_sdpa(mask.logical_or_(nothing))",
    ),
]

BUGS: list[Bug] = [*SOFTMAX, *IN_PLACE, *SCORES, *ATTENTION]
