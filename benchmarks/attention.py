"""Our attention beside torch's own: time, and memory as the sequence grows."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from benchmarks.result import Result, growth, paired_ratio

LENGTHS = (1024, 2048)
GROWING = (1024, 2048, 4096, 8192)
REPEATS = 41
MOST_RATIO = 1.05
# The fused path needs less than one head's weights: eight heads, to be seen at all.
HEADS = {"fused": 8, "weights": 1}
FUSED = "torch's scaled_dot_product_attention"
PLAIN = "softmax(q @ k.T) @ v in torch"


def functions(path: str) -> tuple[Callable, Callable]:
    """Return our function and the peer's for the path "fused" or "weights"."""
    import torch

    from attnbook.functional import scaled_dot_product_attention as ours

    def plain(q, k, v):
        weights = torch.softmax(q @ k.mT / q.shape[-1] ** 0.5, dim=-1)
        return weights @ v, weights

    if path == "fused":
        return ours, torch.nn.functional.scaled_dot_product_attention
    return lambda q, k, v: ours(q, k, v, return_weights=True), plain


def inputs(path: str, n: int) -> list:
    """Return queries, keys and values of length n, with 64 features a head."""
    import torch

    torch.set_num_threads(1)
    generator = torch.Generator().manual_seed(0)
    shape = (1, HEADS[path], n, 64)
    return [torch.randn(shape, generator=generator) for _ in range(3)]


def seconds(call: Callable, arguments: list) -> float:
    """Time one call."""
    start = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - start


def times(path: str, n: int) -> tuple[list[float], list[float]]:
    """Time both by turns, so that whatever else the machine does slows both."""
    arguments, both = inputs(path, n), functions(path)
    for call in both:
        call(*arguments)
    pairs = [[seconds(call, arguments) for call in both] for _ in range(REPEATS)]
    ours, theirs = zip(*pairs, strict=True)
    return list(ours), list(theirs)


def peak_kib(path: str, who: int, n: int) -> int:
    """Return by how much one call raises the most memory that this process held."""
    arguments, call = inputs(path, n), functions(path)[who]
    call(*inputs(path, 16))  # what the first call alone loads
    before = _reset_peak()
    call(*arguments)
    return _status("VmHWM") - before


def _reset_peak() -> int:
    """Let the record begin here: that of importing torch would hide a small call."""
    with open("/proc/self/clear_refs", "w") as file:  # noqa: PTH123  (no regular file)
        file.write("5")
    return _status("VmRSS")


def _status(name: str) -> int:
    with open("/proc/self/status") as file:  # noqa: PTH123
        found = [line for line in file if line.startswith(f"{name}:")]
    return int(found[0].split()[1])


def measured_apart(path: str, who: int, n: int) -> int:
    """Measure in a process of its own, in KiB."""
    command = [sys.executable, "-m", "benchmarks.attention", path, str(who), str(n)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    if run.returncode:
        raise RuntimeError(f"no memory measured: {run.stderr[-500:]}")
    return int(run.stdout)


def measure() -> Iterator[Result]:
    """Measure time and memory of both paths."""
    for path, peer in (("fused", FUSED), ("weights", PLAIN)):
        for n in LENGTHS:
            ours, theirs = times(path, n)
            middle = 1000 * statistics.median(theirs)
            yield Result(
                "Attention",
                f"{path} path, n = {n}: time",
                middle * paired_ratio(ours, theirs),
                "ms",
                peer,
                middle,
                most=MOST_RATIO if path == "fused" else None,
                bar_on="ratio",
            )
        ours, theirs = (
            [measured_apart(path, who, n) for n in GROWING] for who in (0, 1)
        )
        yield from _memory(path, peer, ours, theirs)


def _memory(
    path: str, peer: str, ours: list[int], theirs: list[int]
) -> Iterator[Result]:
    for n, a, b in zip(GROWING, ours, theirs, strict=True):
        name = f"{path} path, n = {n}: memory"
        yield Result("Attention", name, a / 1024, "MiB", peer, b / 1024)
    yield Result(
        "Attention",
        f"{path} path: exponent p of memory ~ n^p",
        growth(GROWING, ours),
        "",
        peer,
        growth(GROWING, theirs),
        most=1.2 if path == "fused" else None,
    )


if __name__ == "__main__":
    print(peak_kib(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
