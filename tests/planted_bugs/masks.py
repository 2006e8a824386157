"""Bugs in masks, in their translations, in entropy and in the checks."""

from tests.planted_bugs.bug import Bug, numpy_bug, shapes_bug, torch_bug

MASKS = [
    numpy_bug("causal off by one", "masks", "key <= query", "key < query"),
    numpy_bug("causal upside down", "masks", "key <= query", "key >= query"),
    numpy_bug(
        "cached queries counted from the start", "masks", " + n_keys - n_queries", ""
    ),
    numpy_bug(
        "window off by one",
        "masks",
        "np.abs(key - query) < window",
        "np.abs(key - query) <= window",
    ),
    numpy_bug(
        "window to one side", "masks", "np.abs(key - query) <", "(key - query) <"
    ),
    numpy_bug(
        "inverted padding",
        "masks",
        "np.arange(n_keys) < lengths",
        "np.arange(n_keys) >= lengths",
    ),
    numpy_bug(
        "padding off by one",
        "masks",
        "np.arange(n_keys) < lengths",
        "np.arange(n_keys) <= lengths",
    ),
    numpy_bug("masks combined by or", "masks", "np.logical_and", "np.logical_or"),
    numpy_bug("combined mask is its argument", "masks", "given).copy()", "given)"),
    torch_bug("causal off by one", "masks", "key <= query", "key < query"),
    torch_bug(
        "window off by one", "masks", ".abs() < window", ".abs() <= window", "masks"
    ),
]
CONVENTIONS = [
    torch_bug(
        "MHA mask not inverted",
        "conventions",
        "return ~mask.reshape(-1, *mask.shape[-2:]) if mask.ndim > 2 else ~mask",
        "return mask.reshape(-1, *mask.shape[-2:]) if mask.ndim > 2 else mask",
        "conventions",
    ),
    torch_bug(
        "MHA heads in the wrong order",
        "conventions",
        "mask.repeat_interleave(n_heads, 0)",
        "mask.repeat(n_heads, 1, 1)",
        "conventions",
    ),
    torch_bug(
        "key padding not inverted",
        "conventions",
        "return ~mask[..., 0, :]",
        "return mask[..., 0, :]",
        "conventions",
    ),
    torch_bug(
        "additive mask upside down",
        "conventions",
        "zeros.masked_fill(~mask,",
        "zeros.masked_fill(mask,",
        "conventions",
    ),
    numpy_bug(
        "a bias is taken for a mask",
        "conventions",
        "shapes.check_no_bias(other.tolist())",
        "pass",
    ),
    numpy_bug(
        "converted mask is its argument",
        "conventions",
        "np.atleast_2d(mask).copy()",
        "np.atleast_2d(mask)",
    ),
]
LAYERS = [
    numpy_bug(
        "the residual forgotten",
        "receptive_field",
        "(mask | itself) @ reach",
        "mask @ reach",
    ),
    numpy_bug(
        "layers in the wrong order",
        "receptive_field",
        "(mask | itself) @ reach",
        "reach @ (mask | itself)",
    ),
    torch_bug(
        "every token reaches every other",
        "receptive_field",
        "reach = paths > 0",
        "reach = paths >= 0",
    ),
    torch_bug(
        "two paths are needed",
        "receptive_field",
        "reach = paths > 0",
        "reach = paths > 1",
    ),
    shapes_bug(
        "a layer's mask is not square", "layers", "shape[-1] != shape[-2]", "False"
    ),
]
STATISTICS = [
    numpy_bug(
        "0 log 0 is NaN",
        "statistics",
        "np.log(np.where(wide > 0, wide, 1))",
        "np.log(wide)",
    ),
    numpy_bug("base ignored", "statistics", " / math.log(base)", ""),
    numpy_bug("sign lost", "statistics", "entropy = 0 - (", "entropy = 0 + ("),
    numpy_bug(
        "mean of the rows",
        "statistics",
        "(wide * logs).sum(-1)",
        "(wide * logs).sum(-1).mean(-1, keepdims=True)",
    ),
    numpy_bug("scores taken for weights", "statistics", "    _check_rows(wide)\n", ""),
    torch_bug(
        "0 log 0 is NaN",
        "statistics",
        "torch.where(wide > 0, wide, 1.0).log()",
        "wide.log()",
    ),
]
CHECKS = [
    shapes_bug("features not compared", "axes", "if size != first_size:", "if False:"),
    shapes_bug(
        "integers pass as floats", "dtypes", "if kind not in FLOATS:", "if False:"
    ),
    shapes_bug("0 and 1 pass as a mask", "dtypes", 'if kind != "bool":', "if False:"),
    shapes_bug(
        "a mask enlarges the scores",
        "masks",
        "== shape\n    except",
        "is not None\n    except",
    ),
    shapes_bug(
        "temperature of zero", "numbers", "if not 1e-30 <= temp", "if not 0 <= temp"
    ),
    shapes_bug("softmax over nothing", "weights", "if shape[axis] == 0:", "if False:"),
]

BUGS: list[Bug] = [*MASKS, *CONVENTIONS, *LAYERS, *STATISTICS, *CHECKS]
