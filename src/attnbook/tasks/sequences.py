"""Sequences to copy, to turn round, to look things up in: made up, of any length.

`copying`, `reversal` and `associative_recall` ask for what was read long ago, at a
distance that is fixed, that grows, and that depends on what is asked. `parity` needs
one bit of memory and no more; `local_rule` asks about the nearest tokens alone.

Each draws sequences of one length from a generator. So a training step can draw its
length too, and a test can be longer than all of them::

    batch = copying(rng, 64, length=int(rng.integers(2, 11)))

All are read from left to right: a model sees ``tokens[:, : i + 1]`` and has to say
``targets[:, i]``. The right answers before it are among what it sees.

Chapter: 2-concepts/attention-rnn-cnn, 3-formulas/positions.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Int64
from torch import Tensor

BEGIN, NOW = 0, 1  # the marks: here it begins; all is read, now answer
FIRST_SYMBOL = 2
IGNORE = -100  # torch's cross-entropy leaves such targets out


@dataclass(frozen=True)
class Sequences:
    """Some sequences of one length, and what is asked after each token.

    Attributes:
        tokens: What is read, as numbers below ``n_tokens``.
        targets: What is to be said after each token; `IGNORE` where nothing is asked.
        n_tokens: Size of the vocabulary, marks included.
    """

    tokens: Int64[Tensor, "b n"]
    targets: Int64[Tensor, "b n"]
    n_tokens: int

    def __len__(self) -> int:
        return len(self.tokens)


def copying(
    rng: np.random.Generator, n_sequences: int, *, length: int, n_symbols: int = 16
) -> Sequences:
    """Draw symbols that have to be said again, in the same order.

    Args:
        rng: Draws the symbols, each independent of the others.
        n_sequences: How many sequences.
        length: Symbols in each.
        n_symbols: How many different ones there are. A sequence holds
            ``length * log2(n_symbols)`` bits.

    Raises:
        ValueError: If one of the numbers is below 1.

    Example:
        The marks are 0 and 1. After the 1 the first symbol is asked for.

        >>> batch = copying(np.random.default_rng(0), 1, length=3)
        >>> batch.tokens.tolist()
        [[0, 15, 12, 10, 1, 15, 12]]
        >>> batch.targets.tolist()
        [[-100, -100, -100, -100, 15, 12, 10]]

    Source:
        Graves, Wayne and Danihelka, "Neural Turing Machines", 2014, section 4.1.
    """
    symbols = _draw_symbols(rng, n_sequences, length, n_symbols)  # (b, length)
    return _say_after(symbols, symbols, n_symbols)


def reversal(
    rng: np.random.Generator, n_sequences: int, *, length: int, n_symbols: int = 16
) -> Sequences:
    """Draw symbols that have to be said again, the last one first.

    The arguments and errors are those of `copying`.

    Example:
        >>> batch = reversal(np.random.default_rng(0), 1, length=3)
        >>> batch.tokens.tolist()
        [[0, 15, 12, 10, 1, 10, 12]]
        >>> batch.targets.tolist()
        [[-100, -100, -100, -100, 10, 12, 15]]
    """
    symbols = _draw_symbols(rng, n_sequences, length, n_symbols)  # (b, length)
    return _say_after(symbols, symbols.flip(1), n_symbols)


def associative_recall(
    rng: np.random.Generator,
    n_sequences: int,
    *,
    length: int,
    n_keys: int = 16,
    n_values: int = 16,
) -> Sequences:
    """Draw pairs of a key and a value; then each key comes again and asks for its own.

    Args:
        rng: Draws the keys, the values, and the order of the questions.
        n_sequences: How many sequences.
        length: Pairs in each; no key comes twice.
        n_keys: How many different keys there are.
        n_values: How many different values; several keys may have the same.

    Raises:
        ValueError: If one of the numbers is below 1, or there are more pairs than keys.

    Example:
        Keys are 2 to 17 and values 18 to 33: 3 goes with 26, and 14 with 19.

        >>> batch = associative_recall(np.random.default_rng(1), 1, length=2)
        >>> batch.tokens.tolist()
        [[0, 3, 26, 14, 19, 1, 14, 19, 3]]
        >>> batch.targets.tolist()
        [[-100, -100, -100, -100, -100, -100, 19, -100, 26]]

    Source:
        Ba et al., "Using Fast Weights to Attend to the Recent Past", NeurIPS 2016,
        section 4.1 (there with one question).
    """
    _check_counts(n_sequences=n_sequences, length=length, n_values=n_values)
    if length > n_keys:
        raise ValueError(
            f"length is {length} and n_keys {n_keys}: no key comes twice, so there "
            "must be as many keys as pairs; the longest test decides"
        )
    every_key = np.tile(np.arange(n_keys), (n_sequences, 1))  # (b, n_keys)
    keys = rng.permuted(every_key, axis=1)[:, :length]  # (b, length)
    values = n_keys + rng.integers(n_values, size=keys.shape)  # (b, length)
    pairs = torch.from_numpy(np.stack([keys, values], axis=-1))  # (b, length, 2)
    pairs = pairs + FIRST_SYMBOL
    order = rng.permuted(np.tile(np.arange(length), (n_sequences, 1)), axis=1)
    asked = pairs.take_along_dim(torch.from_numpy(order)[..., None], dim=1)
    batch = _say_after(pairs.flatten(1), asked.flatten(1), n_keys + n_values)
    batch.targets[:, 2 * length + 1 :: 2] = IGNORE  # which key comes can't be known
    return batch


def parity(rng: np.random.Generator, n_sequences: int, *, length: int) -> Sequences:
    r"""Draw bits, and ask after each whether the ones so far are odd in number.

    .. math::  y_t = (x_1 + \dots + x_t) \bmod 2

    One bit of memory is enough, but every token may turn it over.

    Args:
        rng: Draws the bits.
        n_sequences: How many sequences.
        length: Bits in each.

    Raises:
        ValueError: If one of the numbers is below 1.

    Example:
        The bits 0 and 1 are written 2 and 3, and so are the answers.

        >>> batch = parity(np.random.default_rng(0), 1, length=5)
        >>> batch.tokens.tolist()
        [[0, 3, 3, 3, 2, 2]]
        >>> batch.targets.tolist()
        [[-100, 3, 2, 3, 3, 3]]
    """
    bits = _draw_symbols(rng, n_sequences, length, 2) - FIRST_SYMBOL  # (b, length)
    odd = bits.cumsum(dim=1) % 2  # (b, length)
    return _say_at_once(bits + FIRST_SYMBOL, odd + FIRST_SYMBOL, 2)


def local_rule(
    rng: np.random.Generator,
    n_sequences: int,
    *,
    length: int,
    n_symbols: int = 6,
    rule_seed: int = 0,
) -> Sequences:
    r"""Draw symbols, and ask after each what a table says of the last three.

    .. math::  y_t = \mathrm{table}[x_{t-2},\, x_{t-1},\, x_t]

    The table is drawn once, by a seed of its own: a model has to learn it, entry by
    entry, from examples.

    Args:
        rng: Draws the symbols.
        n_sequences: How many sequences.
        length: Symbols in each; the first two have no answer.
        n_symbols: How many different ones; the table has ``n_symbols ** 3`` entries.
        rule_seed: Draws the table, each entry one of the symbols.

    Raises:
        ValueError: If one of the numbers is below 1, or the length below 3.

    Example:
        >>> batch = local_rule(np.random.default_rng(0), 1, length=5, n_symbols=2)
        >>> batch.tokens.tolist()
        [[0, 3, 3, 3, 2, 2]]
        >>> batch.targets.tolist()
        [[-100, -100, -100, 2, 2, 2]]
    """
    symbols = _draw_symbols(rng, n_sequences, length, n_symbols)  # (b, length)
    if length < 3:
        raise ValueError(f"length is {length} and must be at least 3: the rule needs 3")
    draw_table = np.random.default_rng(rule_seed)
    table = torch.from_numpy(draw_table.integers(n_symbols, size=(n_symbols,) * 3))
    x = symbols - FIRST_SYMBOL  # (b, length)
    answers = torch.full_like(symbols, IGNORE)
    answers[:, 2:] = table[x[:, :-2], x[:, 1:-1], x[:, 2:]] + FIRST_SYMBOL
    return _say_at_once(symbols, answers, n_symbols)


def share_right(
    answers: Int64[Tensor, "b n"], batch: Sequences, *, whole: bool = False
) -> float:
    """Measure how many answers are right.

    Args:
        answers: What a model says after each token; those not asked for don't count.
        batch: The sequences that it read.
        whole: Count sequences in which all is right, not single answers. For copying
            this is what a model gets that hears its own answers, not the right ones:
            up to its first mistake both are the same.

    Returns:
        A share from 0 to 1.

    Raises:
        ValueError: If there is not one answer for each token, or nothing was asked.

    Example:
        >>> batch = copying(np.random.default_rng(0), 1, length=3)
        >>> answers = torch.tensor([[7, 7, 7, 7, 15, 12, 2]])
        >>> round(share_right(answers, batch), 2)
        0.67
        >>> share_right(answers, batch, whole=True)
        0.0
    """
    asked = batch.targets != IGNORE  # (b, n)
    if answers.shape != asked.shape or not asked.any():
        raise ValueError(
            f"answers have shape {tuple(answers.shape)} and tokens "
            f"{tuple(asked.shape)}, {int(asked.sum())} of them asked: one answer a "
            "token is needed. Did you forget argmax over the vocabulary?"
        )
    right = answers == batch.targets  # (b, n)
    judged = (right | ~asked).all(dim=1) if whole else right[asked]
    return judged.double().mean().item()


TASKS: dict[str, Callable[..., Sequences]] = {
    draw.__name__: draw
    for draw in (copying, reversal, associative_recall, parity, local_rule)
}


def _draw_symbols(
    rng: np.random.Generator, n_sequences: int, length: int, n_symbols: int
) -> Int64[Tensor, "b length"]:
    """Draw symbols, numbered after the marks."""
    _check_counts(n_sequences=n_sequences, length=length, n_symbols=n_symbols)
    drawn = rng.integers(n_symbols, size=(n_sequences, length))  # (b, length)
    return torch.from_numpy(drawn + FIRST_SYMBOL)


def _check_counts(**counts: int) -> None:
    for name, count in counts.items():
        if count < 1:
            raise ValueError(f"{name} is {count} and must be at least 1")


def _say_after(
    read: Int64[Tensor, "b m"], say: Int64[Tensor, "b a"], n_symbols: int
) -> Sequences:
    """Ask for the answers after all is read, one after the other."""
    begin = torch.full_like(read[:, :1], BEGIN)  # (b, 1)
    now = torch.full_like(begin, NOW)  # (b, 1)
    tokens = torch.cat([begin, read, now, say[:, :-1]], dim=1)  # (b, m + a + 1)
    unasked = torch.full_like(torch.cat([begin, read], dim=1), IGNORE)  # (b, m + 1)
    targets = torch.cat([unasked, say], dim=1)  # (b, m + a + 1)
    return Sequences(tokens, targets, FIRST_SYMBOL + n_symbols)


def _say_at_once(
    read: Int64[Tensor, "b m"], say: Int64[Tensor, "b m"], n_symbols: int
) -> Sequences:
    """Ask for an answer after each symbol that is read."""
    begin = torch.full_like(read[:, :1], BEGIN)  # (b, 1)
    tokens = torch.cat([begin, read], dim=1)  # (b, m + 1)
    targets = torch.cat([torch.full_like(begin, IGNORE), say], dim=1)  # (b, m + 1)
    return Sequences(tokens, targets, FIRST_SYMBOL + n_symbols)
