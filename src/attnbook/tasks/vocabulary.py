"""Texts as numbers: a vocabulary, and batches of texts of different lengths.

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Int64
from torch import Tensor

PAD, BOS, EOS, UNKNOWN = 0, 1, 2, 3  # filler, begin, end, a token never seen
_N_SPECIAL = 4


class Vocabulary:
    """Give every token of some texts a number, and back.

    A token is a character, or a word: what stands between two spaces. Four numbers
    are taken: 0 pads, 1 begins a text, 2 ends it, 3 stands for a token that the
    vocabulary hasn't got.

    Args:
        texts: What to take the tokens from.
        words: True to cut the texts into words, False into characters.

    Example:
        >>> vocabulary = Vocabulary(["2025", "-03"])
        >>> vocabulary.encode("305")
        [7, 5, 8]
        >>> vocabulary.decode([7, 5, 8])
        '305'
        >>> Vocabulary(["one two", "two"], words=True).encode("two two one")
        [5, 5, 4]
    """

    def __init__(self, texts: Iterable[str], *, words: bool = False):
        self.words = words
        self.tokens = sorted({token for text in texts for token in self.split(text)})
        if not self.tokens:
            raise ValueError("the texts hold no token: a vocabulary needs some")
        self._number = {t: n for n, t in enumerate(self.tokens, start=_N_SPECIAL)}

    def __len__(self) -> int:
        return _N_SPECIAL + len(self.tokens)

    def split(self, text: str) -> list[str]:
        """Cut a text into its tokens."""
        return text.split() if self.words else list(text)

    def encode(self, text: str) -> list[int]:
        """Turn a text into numbers; an unknown token becomes `UNKNOWN`."""
        return [self._number.get(token, UNKNOWN) for token in self.split(text)]

    def decode(self, numbers: Iterable[int]) -> str:
        """Turn numbers into a text, up to the first `EOS`; unknown ones show as ?."""
        tokens = []
        for number in numbers:
            if number == EOS:
                break
            if number >= _N_SPECIAL:
                tokens.append(self.tokens[number - _N_SPECIAL])
            elif number == UNKNOWN:
                tokens.append("?")
        return (" " if self.words else "").join(tokens)


@dataclass(frozen=True)
class TextBatch:
    """Texts of different lengths as one rectangle of numbers, filled up with `PAD`.

    Attributes:
        source: What the encoder reads.
        lengths: How many tokens of each source are real.
        target: `BOS`, the answer, `EOS`; what the decoder learns to write.
    """

    source: Int64[Tensor, "b k"]
    lengths: Int64[Tensor, " b"]
    target: Int64[Tensor, "b t"]


def pad_rows(rows: Sequence[Sequence[int]]) -> Int64[Tensor, "b k"]:
    """Fill rows of different lengths up with `PAD` at the right.

    Example:
        >>> pad_rows([[5, 6], [7]]).tolist()
        [[5, 6], [7, 0]]
    """
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[PAD] * (width - len(row))] for row in rows])  # (b, k)


def make_batch(
    sources: Sequence[str],
    targets: Sequence[str],
    source_vocabulary: Vocabulary,
    target_vocabulary: Vocabulary,
) -> TextBatch:
    """Turn pairs of texts into one batch.

    Raises:
        ValueError: If there are no pairs, not as many sources as targets, or a source
            is empty.

    Example:
        >>> vocabulary = Vocabulary(["ab"])
        >>> batch = make_batch(["ab", "b"], ["a", "b"], vocabulary, vocabulary)
        >>> batch.source.tolist(), batch.lengths.tolist(), batch.target.tolist()
        ([[4, 5], [5, 0]], [2, 1], [[1, 4, 2], [1, 5, 2]])
    """
    if not sources or len(sources) != len(targets):
        raise ValueError(
            f"a batch needs pairs: got {len(sources)} sources, {len(targets)} targets"
        )
    if not all(sources):
        raise ValueError(f"source {list(sources).index('')} of the batch is empty")
    questions = [source_vocabulary.encode(text) for text in sources]
    answers = [[BOS, *target_vocabulary.encode(text), EOS] for text in targets]
    return TextBatch(
        source=pad_rows(questions),
        lengths=torch.tensor([len(numbers) for numbers in questions]),  # (b,)
        target=pad_rows(answers),
    )
