"""Bugs in what reads sequences: the tasks, the layers, the wirings, the bits."""

from tests.planted_bugs.bug import UNIT, Bug
from tests.planted_bugs.layers import layer_bug


def reader_bug(name: str, half: str, module: str, old: str, new: str) -> Bug:
    """Make a bug for the unit tests of its module to catch."""
    tests = (UNIT.format(half=half, module=module),)
    return Bug(f"readers: {name}", f"{half}/{module}.py", old, new, tests)


def task_bug(name: str, old: str, new: str) -> Bug:
    """Make a bug in the sequences."""
    return reader_bug(name, "tasks", "sequences", old, new)


def wiring_bug(name: str, old: str, new: str) -> Bug:
    """Make a bug in a wiring, or in what is counted in it."""
    return reader_bug(name, "models", "wiring", old, new)


TASKS = [
    task_bug(
        "the answer shown before it is asked for",
        "say[:, :-1]], dim=1)  # (b, m + a + 1)",
        "say[:, 1:]], dim=1)  # (b, m + a + 1)",
    ),
    task_bug("reversal that copies", "symbols.flip(1)", "symbols"),
    task_bug(
        "keys asked in the order in which they were read",
        "order = rng.permuted(np.tile(np.arange(length), (n_sequences, 1)), axis=1)",
        "order = np.tile(np.arange(length), (n_sequences, 1))",
    ),
    task_bug(
        "keys to be foretold",
        "batch.targets[:, 2 * length + 1 :: 2] = IGNORE",
        "pass",
    ),
    task_bug("keys that come twice", "axis=1)[:, :length]", "axis=1)[:, :length] // 2"),
    task_bug("the last bit alone", "bits.cumsum(dim=1) % 2", "bits % 2"),
    task_bug("a rule of two symbols", "x[:, 2:]] + FIRST", "x[:, :-2]] + FIRST"),
    task_bug(
        "what was not asked counts", "(right | ~asked).all(dim=1)", "right.all(dim=1)"
    ),
]
LAYERS = [
    layer_bug(
        "a convolution that looks ahead",
        "causal_convolution",
        "(self.n_before, 0)",
        "(0, self.n_before)",
    ),
    layer_bug(
        "dilation forgotten",
        "causal_convolution",
        "self.n_before = (kernel_size - 1) * dilation",
        "self.n_before = kernel_size - 1",
    ),
    reader_bug(
        "layers that all look equally far",
        "models",
        "sequence_readers",
        "dilation=m**layer",
        "dilation=1",
    ),
]
WIRINGS = [
    wiring_bug(
        "states that hear no state", "wiring[states[1:], states[:-1]] = True", "pass"
    ),
    wiring_bug(
        "wired layers that all look equally far", "step *= kernel_size", "step += 1"
    ),
    wiring_bug("an answer from the middle", "[-1, 0]:", "[len(wiring) // 2, 0]:"),
    wiring_bug(
        "the longest way taken for the shortest",
        "ways = (ways @ wiring.float() > 0).float()",
        "ways = torch.zeros_like(ways)",
    ),
    wiring_bug("products and sums", "get_total_flops() // 2", "get_total_flops()"),
    wiring_bug("fused attention free of charge", "{fused: attention}", "{}"),
]
RECIPE = [
    reader_bug(
        "bits of one answer for those of a sequence",
        "experiments",
        "attention_rnn_cnn",
        '"bits": round(n_asked * ',
        '"bits": round(1 * ',
    ),
    reader_bug(
        "nats for bits",
        "experiments",
        "attention_rnn_cnn",
        ".item() / log(2)",
        ".item()",
    ),
    reader_bug(
        "models of one width",
        "experiments",
        "attention_rnn_cnn",
        "return build(min(misses, key=misses.__getitem__))",
        "return build(widths[0])",
    ),
    reader_bug(
        "always the longest",
        "experiments",
        "attention_rnn_cnn",
        "int(rng.integers(shortest, longest + 1))",
        "longest",
    ),
]

BUGS: list[Bug] = [*TASKS, *LAYERS, *WIRINGS, *RECIPE]
