"""Bugs in local and in hard attention."""

from tests.planted_bugs.bug import Bug, numpy_bug, torch_bug
from tests.planted_bugs.layers import layer_bug

LOCAL = [
    numpy_bug(
        "places counted for one sequence alone",
        "local",
        "np.asarray(lengths)[..., None]",
        "np.ravel(lengths)[0]",
    ),
    numpy_bug(
        "a place without its sigmoid",
        "local",
        "n_keys * (1 + np.tanh(logits / 2)) / 2",
        "n_keys * logits",
    ),
    numpy_bug("window around a centre off by one", "local", "<= reach", "< reach"),
    numpy_bug(
        "window around a centre to one side",
        "local",
        "np.abs(_offsets(centres, n_keys))",
        "_offsets(centres, n_keys)",
    ),
    numpy_bug("deviation as wide as the window", "local", "(reach / 2)", "reach"),
    numpy_bug(
        "weights divided again after the Gaussian",
        "local",
        "return weights.astype(scores.dtype)",
        "return (weights / np.maximum(weights.sum(-1, keepdims=True), 1e-30)).astype("
        "scores.dtype)",
    ),
    numpy_bug(
        "the window after the softmax",
        "local",
        "softmax(wide, mask=allowed)",
        "softmax(wide, mask=mask) * allowed",
    ),
    numpy_bug(
        "the mask forgotten in the window",
        "local",
        "combine_masks(window, mask)",
        "window",
    ),
    torch_bug(
        "centres rounded to keys",
        "local",
        "return places - centres[..., None]",
        "return places - centres.round()[..., None]",
    ),
    torch_bug(
        "centres cut off from learning",
        "local",
        "return places - centres[..., None]",
        "return places - centres.detach()[..., None]",
    ),
    torch_bug(
        "deviation as wide as the window", "local", "(reach / 2)", "reach", "contract"
    ),
]
HARD = [
    numpy_bug("noise with its sign turned", "hard", "(-np.log(-np", "(np.log(-np"),
    numpy_bug(
        "hidden keys chosen", "hard", "np.where(mask, scores, -np.inf)", "scores"
    ),
    numpy_bug(
        "ties shared",
        "hard",
        "(np.arange(scores.shape[-1]) == first)",
        "(allowed == highest)",
    ),
    numpy_bug("something chosen from nothing", "hard", "(highest > -np.inf)", "True"),
    numpy_bug(
        "the baseline subtracted after the product",
        "hard",
        "lead * (widen(drawn) - widen(weights))",
        "(lead + baseline) * (widen(drawn) - widen(weights)) - baseline",
    ),
    numpy_bug(
        "the weights forgotten in the slope",
        "hard",
        "(widen(drawn) - widen(weights))",
        "widen(drawn)",
    ),
    torch_bug("NaN lost in a choice", "hard", "highest.isnan()", "highest == math.inf"),
    torch_bug(
        "the lead with its sign turned",
        "hard",
        "widen(losses) - baseline",
        "baseline - widen(losses)",
        "contract",
    ),
]
LAYERS = [
    layer_bug(
        "places asked of the keys",
        "luong_attention",
        "predicted_centres(q, W, w, lengths=lengths)",
        "predicted_centres(k[..., :1, :1] + q, W, w, lengths=lengths)",
    ),
    layer_bug(
        "local-m that starts anew at each step",
        "luong_attention",
        "(own + start)",
        "own",
    ),
    layer_bug(
        "local-m with a Gaussian",
        "luong_attention",
        'self.look == "local-p"\n            w',
        'self.look != "global"\n            w',
    ),
    layer_bug(
        "local without its mask",
        "luong_attention",
        "taper=taper, mask=mask",
        "taper=taper",
    ),
    layer_bug(
        "ends of the longest sequence for all",
        "luong_attention",
        "k.shape[-2] if lengths is None else lengths",
        "k.shape[-2]",
    ),
    layer_bug(
        "draws in evaluation too", "hard_attention", "if self.training:", "if True:"
    ),
    layer_bug(
        "always the likeliest", "hard_attention", "if self.training:", "if False:"
    ),
    layer_bug(
        "hidden keys drawn",
        "hard_attention",
        "hardmax(noisy.detach(), mask=mask)",
        "hardmax(noisy.detach())",
    ),
    layer_bug(
        "the soft weights sent forward",
        "hard_attention",
        "drawn + soft - soft.detach()",
        "soft",
    ),
    layer_bug(
        "Gumbel with the slope of the plain weights",
        "hard_attention",
        "soft = softmax(noisy, temperature=self.temperature, mask=mask)",
        "soft = weights",
    ),
    layer_bug(
        "Gumbel at another temperature",
        "hard_attention",
        "temperature=self.temperature, mask=mask",
        "mask=mask",
    ),
    layer_bug(
        "REINFORCE up the slope of the loss",
        "hard_attention",
        "lead = losses - baseline",
        "lead = baseline - losses",
    ),
    layer_bug(
        "a chance of minus infinity where nothing is drawn",
        "hard_attention",
        ".masked_fill(drawn == 0, 0.0).sum(-1)",
        ".mul(drawn).sum(-1)",
    ),
]
CHECKS = [
    Bug(
        "checks: a reach of zero let through",
        "shapes/local.py",
        "if reach <= 0:",
        "if reach < 0:",
        ("tests/unit/shapes/test_local.py",),
    ),
    Bug(
        "checks: one loss for a whole batch let through",
        "shapes/hard.py",
        "tuple(losses.shape) != shape[:-1]",
        "False",
        ("tests/unit/shapes/test_hard.py",),
    ),
]
_SHELF = ("tests/unit/tasks/test_paint_shelf.py",)
_RECIPE = ("tests/unit/experiments/test_kinds_of_attention.py",)
TASK = [
    Bug(
        "paint: wishes always in order",
        "tasks/paint_shelf.py",
        "if in_order:",
        "if True:",
        _SHELF,
    ),
    Bug(
        "paint: the farthest pot called the nearest",
        "tasks/paint_shelf.py",
        "argmin(dim=-1)",
        "argmax(dim=-1)",
        _SHELF,
    ),
    Bug(
        "paint: keys without their square",
        "tasks/paint_shelf.py",
        "[v, v**2]",
        "[v, v]",
        _SHELF,
    ),
    Bug(
        "paint: a baseline that is the draw's own cost",
        "experiments/kinds_of_attention.py",
        "other = attend(q, k, v, generator=draws)",
        "other = shade",
        _RECIPE,
    ),
    Bug(
        "paint: the cost of pouring for trying all pots",
        "experiments/kinds_of_attention.py",
        "return (choice.weights * (v.mT - y).square()).sum(dim=-1).mean()",
        "return (choice.weights @ v - y).square().mean()",
        _RECIPE,
    ),
    Bug(
        "paint: a picker judged by a draw",
        "experiments/kinds_of_attention.py",
        "attend.eval()(q, k, v, return_choice=True)",
        "attend.train()(q, k, v, return_choice=True)",
        _RECIPE,
    ),
]
BUGS: list[Bug] = [*LOCAL, *HARD, *LAYERS, *CHECKS, *TASK]
