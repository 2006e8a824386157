"""Bugs in the gradients: a forgotten term, factor, transpose or sum."""

from tests.planted_bugs.bug import Bug, numpy_bug, torch_bug

NUMPY = [
    numpy_bug(
        "no mean taken off", "gradients", "(grad_weights - mean)", "grad_weights"
    ),
    numpy_bug(
        "plain mean for the weighted one",
        "gradients",
        "(weights * grad_weights).sum(-1, keepdims=True)",
        "grad_weights.mean(-1, keepdims=True)",
    ),
    numpy_bug(
        "mean over the queries",
        "gradients",
        "(weights * grad_weights).sum(-1,",
        "(weights * grad_weights).sum(-2,",
    ),
    numpy_bug(
        "gradient without its scale",
        "gradients",
        "_back_to_scores(weights, grad_weights) * scale",
        "_back_to_scores(weights, grad_weights)",
    ),
    numpy_bug(
        "mask forgotten on the way back",
        "gradients",
        "softmax(scaled_dot_scores(query, key, scale=scale), mask=mask)",
        "softmax(scaled_dot_scores(query, key, scale=scale))",
    ),
    numpy_bug(
        "keys in half precision",
        "gradients",
        "widen(x) for x in (q, k, v, grad_context)",
        "x for x in (q, k, v, grad_context)",
    ),
    numpy_bug(
        "temperature of the slopes forgotten",
        "gradients",
        "(jacobian / temperature)",
        "jacobian",
    ),
    numpy_bug(
        "temperature multiplied on the way back",
        "gradients",
        "widen(grad_weights)) / temperature",
        "widen(grad_weights)) * temperature",
    ),
    numpy_bug(
        "slopes of score by weight swapped in sign",
        "gradients",
        "(own - weights[..., None, :])",
        "(weights[..., None, :] - own)",
    ),
    numpy_bug(
        "weight of the wrong key in the slopes",
        "gradients",
        "weights[..., :, None] * (own - weights[..., None, :])",
        "weights[..., None, :] * (own - weights[..., None, :])",
    ),
    numpy_bug(
        "copies of a batch not added up",
        "gradients",
        "gradient.sum(tuple(stretched), keepdims=True)",
        "gradient.max(tuple(stretched), keepdims=True)",
    ),
]
TORCH = [
    torch_bug(
        "no mean taken off", "gradients", "(grad_weights - mean)", "grad_weights"
    ),
    torch_bug(
        "values get half of their gradient",
        "gradients",
        "grad_v = weights.mT @ grad",
        "grad_v = weights.mT @ grad * 0.5",
    ),
    torch_bug(
        "gradient without its scale",
        "gradients",
        "_back_to_scores(weights, grad_weights) * scale",
        "_back_to_scores(weights, grad_weights)",
    ),
    torch_bug(
        "slopes without a gradient",
        "gradients",
        "mean = (weights * grad_weights)",
        "mean = (weights.detach() * grad_weights)",
    ),
]

BUGS: list[Bug] = [*NUMPY, *TORCH]
