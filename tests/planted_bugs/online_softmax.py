"""Bugs in the one-pass softmax: what is forgotten when the maximum rises."""

from tests.planted_bugs.bug import Bug, numpy_bug, torch_bug

MODULE = "online_softmax"
RUNNING_MAXIMUM = "np.maximum(highest, scores.max(-1, keepdims=True))"
NUMPY = [
    numpy_bug(
        "old mixture not corrected",
        MODULE,
        "mixture = mixture * kept",
        "mixture = mixture",
    ),
    numpy_bug(
        "correction upside down",
        MODULE,
        "_powers(highest, higher), _powers(scores, higher)",
        "_powers(higher, highest), _powers(scores, higher)",
    ),
    numpy_bug(
        "no correction",
        MODULE,
        "_powers(highest, higher), _powers(scores, higher)",
        "np.ones_like(higher), _powers(scores, higher)",
    ),
    numpy_bug(
        "maximum of the last block",
        MODULE,
        RUNNING_MAXIMUM,
        "scores.max(-1, keepdims=True)",
    ),
    numpy_bug(
        "maximum of the queries too",
        MODULE,
        RUNNING_MAXIMUM,
        "np.maximum(highest, scores.max())",
    ),
    numpy_bug(
        "NaN where all keys so far are masked",
        MODULE,
        "np.where(np.isneginf(highest), 0, highest)",
        "highest",
    ),
    numpy_bug(
        "last block left out",
        MODULE,
        "range(0, k.shape[-2], block_size)",
        "range(0, k.shape[-2] - block_size + 1, block_size)",
    ),
    numpy_bug(
        "mask of the first tile for all",
        MODULE,
        "allowed[..., tile]",
        "allowed[..., : scores.shape[-1]]",
    ),
    numpy_bug(
        "tiles in half precision",
        MODULE,
        "query, key, value = widen(q), widen(k), widen(v)",
        "query, key, value = q, k, v",
    ),
    numpy_bug(
        "log-sum-exp without its maximum",
        MODULE,
        "highest + np.log(",
        "0 * highest + np.log(",
    ),
]
TORCH = [
    torch_bug(
        "old mixture not corrected",
        MODULE,
        "mixture = mixture * kept",
        "mixture = mixture",
    ),
    torch_bug(
        "mask of the first tile for all",
        MODULE,
        "hidden[..., tile]",
        "hidden[..., : scores.shape[-1]]",
    ),
    torch_bug(
        "NaN in the slope of nothing",
        MODULE,
        "highest + total.masked_fill(total == 0, 1.0).log()",
        "highest + total.log()",
    ),
]

BUGS: list[Bug] = [*NUMPY, *TORCH]
