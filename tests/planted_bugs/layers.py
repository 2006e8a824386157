"""Bugs in heads and in the layers with weights of their own."""

from tests.planted_bugs.bug import PARITY, UNIT, Bug, numpy_bug, shapes_bug, torch_bug


def layer_bug(name: str, module: str, old: str, new: str, *parity: str) -> Bug:
    """Make a bug in a layer, for its unit tests or named parity tests to catch."""
    unit = (UNIT.format(half="nn", module=module),)
    tests = tuple(PARITY.format(test) for test in parity) or unit
    return Bug(f"layers: {name}", f"nn/{module}.py", old, new, tests)


HEADS = [
    numpy_bug(
        "heads cut by reshaping alone",
        "heads",
        "x.reshape(*batch, length, n_heads, d_model // n_heads)\n"
        "    return np.swapaxes(parts, -3, -2)",
        "x.reshape(*batch, n_heads, length, d_model // n_heads)\n    return parts",
    ),
    torch_bug(
        "heads cut by reshaping alone",
        "heads",
        "return parts.transpose(-3, -2)",
        "return parts.reshape(*x.shape[:-2], n_heads, -1, d_head)",
    ),
    torch_bug(
        "heads merged by reshaping alone",
        "heads",
        "parts = x.transpose(-3, -2)",
        "parts = x.reshape(*x.shape[:-3], x.shape[-2], -1, x.shape[-1])",
    ),
    torch_bug(
        "every n-th feature to a head",
        "heads",
        "parts = x.unflatten(-1, (n_heads, d_head))",
        "parts = x.unflatten(-1, (d_head, n_heads)).mT",
    ),
    shapes_bug("features left over", "heads", "if d_model % n_heads:", "if False:"),
]
MULTI_HEAD = [
    layer_bug(
        "one head of all features",
        "multi_head_attention",
        "n = self.n_heads\n",
        "n = 1\n",
    ),
    layer_bug(
        "queries from the projection of the keys",
        "multi_head_attention",
        "split_heads(self.query_proj(q), n)",
        "split_heads(self.key_proj(q), n)",
    ),
    layer_bug(
        "values not projected",
        "multi_head_attention",
        "split_heads(self.value_proj(v), n)",
        "split_heads(v, n)",
    ),
    layer_bug(
        "heads not mixed",
        "multi_head_attention",
        "self.output_proj(merge_heads(context))",
        "merge_heads(context)",
        "multi_head_attention",
    ),
    layer_bug(
        "heads joined by reshaping",
        "multi_head_attention",
        "merge_heads(context)",
        "context.reshape(q.shape)",
        "multi_head_attention",
    ),
    layer_bug(
        "scaled by the features of all heads",
        "multi_head_attention",
        "mask=mask, return_weights=return_weights",
        "mask=mask, return_weights=return_weights, scale=q.shape[-1] ** -0.5",
        "multi_head_attention",
    ),
    layer_bug(
        "mask forgotten",
        "multi_head_attention",
        "mask=mask, return_weights=return_weights",
        "return_weights=return_weights",
    ),
    layer_bug(
        "mask upside down",
        "multi_head_attention",
        "mask = mask.unsqueeze(-3)",
        "mask = ~mask.unsqueeze(-3)",
        "multi_head_attention",
    ),
    layer_bug(
        "the mask of a sequence given to a head",
        "multi_head_attention",
        "mask = mask.unsqueeze(-3)",
        "pass",
    ),
    layer_bug(
        "weights averaged over heads",
        "multi_head_attention",
        "return (output, weights)",
        "return (output, weights.mean(-3, keepdim=True).expand_as(weights))",
        "multi_head_attention",
    ),
    layer_bug(
        "no fast path",
        "multi_head_attention",
        "mask=mask, return_weights=return_weights\n        )\n"
        "        context, weights = attended if return_weights else (attended, None)",
        "mask=mask, return_weights=True\n        )\n"
        "        context, weights = attended",
    ),
    layer_bug(
        "first scores too small",
        "multi_head_attention",
        "nn.init.xavier_uniform_(projection.weight)",
        "pass",
    ),
]
POOLING = [
    layer_bug(
        "softmax over the features",
        "attention_pooling",
        "weights = softmax(scores, mask=mask)",
        "weights = softmax(x * self.score_vector).sum(-1).unsqueeze(-2)",
    ),
    layer_bug(
        "items weighed feature by feature",
        "attention_pooling",
        "(weights @ x).squeeze(-2)",
        "(softmax(x * self.score_vector, axis=-2) * x).sum(-2)",
    ),
    layer_bug(
        "padding pooled",
        "attention_pooling",
        "softmax(scores, mask=mask)",
        "softmax(scores)",
    ),
    layer_bug(
        "the plain mean",
        "attention_pooling",
        "softmax(scores, mask=mask)",
        "softmax(0 * scores, mask=mask)",
    ),
    layer_bug(
        "scores through a tanh",
        "attention_pooling",
        "softmax(scores, mask=mask)",
        "softmax(scores.tanh(), mask=mask)",
    ),
]

BUGS: list[Bug] = [*HEADS, *MULTI_HEAD, *POOLING]
