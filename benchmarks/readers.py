"""Attention and convolution beside a GRU with as many parameters: time as n grows."""

import statistics
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.attention import seconds
from benchmarks.result import Result, growth, paired_ratio

LENGTHS = (16, 64, 256, 1024)
REPEATS = 15
N_TOKENS = 18
PEER = "a GRU with as many parameters"


def step(reader: str, n: int) -> Callable[[], None]:
    """Return one step of learning, without its update, on one sequence of n tokens."""
    import torch

    from attnbook.experiments.attention_rnn_cnn import Settings, build_model

    torch.set_num_threads(1)
    model = build_model(reader, N_TOKENS, Settings(), seed=0)
    tokens = torch.randint(N_TOKENS, (1, n), generator=torch.Generator().manual_seed(0))

    def forward_and_backward() -> None:
        model.zero_grad()
        model(tokens).logsumexp(dim=-1).sum().backward()

    return forward_and_backward


def times(reader: str, n: int) -> tuple[list[float], list[float]]:
    """Time a reader and the GRU by turns: what slows the machine slows both."""
    both = [partial(seconds, step(name, n), []) for name in (reader, "GRU")]
    for call in both:
        call()
    pairs = [[call() for call in both] for _ in range(REPEATS)]
    ours, theirs = zip(*pairs, strict=True)
    return list(ours), list(theirs)


def measure() -> Iterator[Result]:
    """Measure both readers at all lengths, and how their time grows."""
    for reader in ("attention", "convolution"):
        medians = []
        for n in LENGTHS:
            ours, theirs = times(reader, n)
            middle = 1000 * statistics.median(theirs)
            ratio = paired_ratio(ours, theirs)
            medians.append((middle * ratio, middle))
            name = f"{reader}, n = {n}: one step of learning"
            yield Result("Readers", name, middle * ratio, "ms", PEER, middle)
        ours, theirs = zip(*medians, strict=True)
        yield Result(
            "Readers",
            f"{reader}: exponent p of time ~ n^p",
            growth(LENGTHS, ours),
            "",
            PEER,
            growth(LENGTHS, theirs),
        )
