"""Bugs in positions: wrong pairs, signs, directions, slopes and buckets."""

from tests.planted_bugs.bug import Bug, numpy_bug, shapes_bug, torch_bug
from tests.planted_bugs.layers import layer_bug

POSITIONS = [
    numpy_bug(
        "all waves of one length",
        "positions",
        "-np.arange(0, d, 2) / d",
        "-np.zeros(d // 2)",
    ),
    numpy_bug(
        "waves over half of the features",
        "positions",
        "-np.arange(0, d, 2) / d",
        "-np.arange(0, d // 2) / d",
    ),
    numpy_bug(
        "cosine before sine",
        "positions",
        "np.stack([np.sin(angles), np.cos(angles)], axis=-1)",
        "np.stack([np.cos(angles), np.sin(angles)], axis=-1)",
    ),
    numpy_bug(
        "sines in one half and cosines in the other",
        "positions",
        "np.stack([np.sin(angles), np.cos(angles)], axis=-1)",
        "np.concatenate([np.sin(angles), np.cos(angles)], axis=-1)",
    ),
    numpy_bug(
        "turned the other way",
        "positions",
        "first * cos - second * sin, first * sin + second * cos",
        "first * cos + second * sin, second * cos - first * sin",
    ),
    numpy_bug(
        "turned and mirrored",
        "positions",
        "first * sin + second * cos",
        "first * sin - second * cos",
    ),
    numpy_bug(
        "two conventions mixed",
        "positions",
        "_join_pairs(*turned, interleaved)",
        "_join_pairs(*turned, True)",
    ),
    numpy_bug(
        "positions from one",
        "positions",
        "np.arange(x.shape[-2]) if",
        "1 + np.arange(x.shape[-2]) if",
    ),
    numpy_bug(
        "given positions forgotten",
        "positions",
        "if positions is None else positions\n",
        "\n",
    ),
    numpy_bug(
        "turned in half precision",
        "positions",
        "positions.astype(wide.dtype)",
        "positions.astype(x.dtype)",
    ),
    torch_bug(
        "turned the other way",
        "positions",
        "first * cos - second * sin, first * sin + second * cos",
        "first * cos + second * sin, second * cos - first * sin",
        "positions",
    ),
    torch_bug(
        "cosine before sine",
        "positions",
        "[angles.sin(), angles.cos()]",
        "[angles.cos(), angles.sin()]",
        "positions",
    ),
    torch_bug(
        "doubles turned in single precision",
        "positions",
        "positions.to(wide.dtype)",
        "positions.float()",
    ),
    torch_bug(
        "turned in half precision",
        "positions",
        "positions.to(wide.dtype)",
        "positions.to(x.dtype)",
    ),
]
BIASES = [
    numpy_bug(
        "offsets the other way round",
        "position_bias",
        "np.arange(n_keys) - queries[:, None]",
        "queries[:, None] - np.arange(n_keys)",
    ),
    numpy_bug(
        "queries at the first keys",
        "position_bias",
        "np.arange(n_queries) + n_keys - n_queries",
        "np.arange(n_queries)",
    ),
    numpy_bug(
        "later keys in the buckets of earlier ones",
        "position_bias",
        "(offsets > 0) * n_one_way",
        "(offsets > n_one_way) * n_one_way",
    ),
    numpy_bug(
        "directions swapped",
        "position_bias",
        "(offsets > 0) * n_one_way",
        "(offsets < 0) * n_one_way",
    ),
    numpy_bug(
        "a bucket beyond the last",
        "position_bias",
        "np.minimum(far, n_one_way - 1)",
        "np.minimum(far, n_one_way)",
    ),
    numpy_bug(
        "powers that round to the bucket below",
        "position_bias",
        " + 1e-9)",
        ")",
    ),
    numpy_bug(
        "a causal distance counted ahead",
        "position_bias",
        "np.maximum(-offsets, 0)",
        "np.maximum(offsets, 0)",
    ),
    numpy_bug(
        "heads last",
        "position_bias",
        "np.moveaxis(table[buckets], -1, 0).copy()",
        "table[buckets].copy()",
    ),
    numpy_bug(
        "slopes that begin at 1",
        "position_bias",
        "np.arange(1, power + 1)",
        "np.arange(power)",
    ),
    numpy_bug(
        "slopes of any number as of a power of two",
        "position_bias",
        "power = 2 ** (int(n_heads).bit_length() - 1)",
        "power = int(n_heads)",
    ),
    numpy_bug(
        "slopes between from the wrong end",
        "position_bias",
        "np.arange(1, 2 * power, 2)",
        "np.arange(2, 2 * power + 1, 2)",
    ),
    numpy_bug("far keys preferred", "position_bias", "0 - slopes", "0 + slopes"),
    numpy_bug(
        "minus zero for a key at the query's own place",
        "position_bias",
        "0 - slopes",
        "-slopes",
    ),
    torch_bug(
        "later keys in the buckets of earlier ones",
        "position_bias",
        "(offsets > 0) * n_one_way",
        "(offsets > n_one_way) * n_one_way",
        "positions",
    ),
    torch_bug(
        "slopes between from the wrong end",
        "position_bias",
        "steps[::2]",
        "steps[1::2]",
        "positions",
    ),
    torch_bug(
        "a bias that does not learn",
        "position_bias",
        "table[buckets]",
        "table.detach()[buckets]",
    ),
]
ATTENTION = [
    numpy_bug(
        "bias scaled too",
        "biased_attention",
        "scores = scores + score_bias.astype(scores.dtype)",
        "scores = scores + score_bias.astype(scores.dtype) / q.shape[-1] ** 0.5",
    ),
    numpy_bug(
        "bias with the mask forgotten",
        "biased_attention",
        "softmax(scores, mask=mask)",
        "softmax(scores)",
    ),
    torch_bug(
        "bias forgotten on the fast path",
        "biased_attention",
        "attend(q, k, v, attn_mask=score_bias, scale=scale)\n    return context",
        "attend(q, k, v, attn_mask=mask | nothing, scale=scale)\n    return context",
    ),
    torch_bug(
        "bias scaled too",
        "biased_attention",
        "scores = scores + score_bias.to(scores.dtype)",
        "scores = (scores + score_bias.to(scores.dtype)) * q.shape[-1] ** -0.5",
    ),
    torch_bug(
        "a bias without a fast path",
        "biased_attention",
        "if not return_weights:\n        return _fused",
        "if False:\n        return _fused",
    ),
]
LAYERS = [
    layer_bug(
        "places added to the batch",
        "positions",
        "torch.arange(x.shape[-2], device=x.device)",
        "torch.arange(x.shape[0], device=x.device)[:, None]",
    ),
    layer_bug(
        "learned places from the end",
        "positions",
        "self.table[start:end]",
        "self.table[-end : n_positions - start]",
    ),
    layer_bug(
        "queries turned as the first positions",
        "positions",
        "places[n_keys - n_queries :]",
        "places[:n_queries]",
    ),
    layer_bug(
        "keys not turned",
        "positions",
        "rotary(k, places, **settings)",
        "k",
    ),
    layer_bug(
        "a setting of the buckets forgotten",
        "positions",
        "            bidirectional=self.bidirectional,\n",
        "",
    ),
    Bug(
        "layers: bias of another head",
        "nn/multi_head_attention.py",
        "partial(biased_attention, score_bias=score_bias)",
        "partial(biased_attention, score_bias=score_bias.flip(0))",
        ("tests/unit/nn/test_positions.py",),
    ),
    Bug(
        "layers: turned before the heads are split",
        "nn/multi_head_attention.py",
        "q_heads, k_heads = rotate(q_heads, k_heads)",
        "q_heads, k_heads = (split_heads(x, n) for x in rotate("
        "self.query_proj(q), self.key_proj(k)))",
        ("tests/unit/nn/test_positions.py",),
    ),
    Bug(
        "layers: bias only where no weights are asked for",
        "nn/multi_head_attention.py",
        "if score_bias is not None:",
        "if score_bias is not None and not return_weights:",
        ("tests/unit/nn/test_positions.py",),
    ),
]
CHECKS = [
    shapes_bug("odd features turned", "positions", "    if d % 2:", "    if False:"),
    shapes_bug(
        "a boolean mask taken for a bias",
        "positions",
        '== "bool"',
        '== "boolean"',
    ),
    shapes_bug(
        "positions that make the tokens more",
        "positions",
        "return broadcast_shapes(came, shape) == shape",
        "return bool(broadcast_shapes(came, shape))",
    ),
    shapes_bug(
        "buckets of one distance alone",
        "positions",
        "max_distance <= n_one_way // 2",
        "max_distance < n_one_way // 2",
    ),
]

BUGS: list[Bug] = [*POSITIONS, *BIASES, *ATTENTION, *LAYERS, *CHECKS]
