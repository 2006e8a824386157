"""What does the encoder's last state still know? Ask a linear probe for the digits.

A probe is a linear layer that is trained to read something from the states of a model,
while the model itself stays as it is. What it reads is in the state; what it can't
read may still be there, in a form that takes more than a linear layer.

Chapter: 1-background/why-attention.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool, Float, Int64
from torch import Tensor, nn

from attnbook.experiments.encoder_decoder import PairData
from attnbook.models.rnn_encoder_decoder import EncoderDecoder
from attnbook.tasks.number_names import NumberExample, name_numbers
from attnbook.training import TrainingSettings, fit

N_DIGITS, GROUPS = 12, ("billions", "millions", "thousands", "units")
SETTINGS = TrainingSettings(steps=250, learning_rate=0.1, score_every=250)
BATCH_SIZE = 512

Digits = Int64[Tensor, "b n_digits"]


def digits_of(numbers: Sequence[int], n_digits: int = N_DIGITS) -> Digits:
    """Write each number as so many digits, zeros in front.

    Raises:
        ValueError: If a number is negative or has more digits.

    Example:
        >>> digits_of([2071], 6).tolist()
        [[0, 0, 2, 0, 7, 1]]
    """
    if min(numbers) < 0 or max(numbers) >= 10**n_digits:
        raise ValueError(
            f"numbers from {min(numbers)} to {max(numbers)} don't fit into "
            f"{n_digits} digits"
        )
    return torch.tensor([[int(d) for d in f"{n:0{n_digits}d}"] for n in numbers])


def draw_long(
    n: int, *, apart_from: Sequence[NumberExample], seed: int
) -> list[NumberExample]:
    """Draw numbers of `N_DIGITS` digits, and leave out those that will be asked for.

    Example:
        >>> [len(str(e.number)) for e in draw_long(2, apart_from=[], seed=0)]
        [12, 12]
    """
    first, kept = 10 ** (N_DIGITS - 1), {e.number for e in apart_from}
    drawn = np.random.default_rng(seed).integers(first, 10 * first, size=n).tolist()
    return name_numbers(number for number in drawn if number not in kept)


@torch.no_grad()
def last_states(
    model: EncoderDecoder,
    data: PairData[NumberExample],
    examples: Sequence[NumberExample],
) -> Float[Tensor, "b d_state"]:
    """Return the one vector that a decoder without attention is given."""
    batch = data.batch(examples)
    return model.encoder(batch.source, batch.lengths)[1]  # (b, d_state)


class DigitProbe(nn.Module):
    """Read every digit of a number from a state, each with a linear layer of its own.

    Args:
        states: The states it will be trained on, to know their mean and spread.
    """

    def __init__(self, states: Float[Tensor, "b d_state"]):
        super().__init__()
        self.mean, self.spread = states.mean(dim=0), states.std(dim=0) + 1e-6
        self.output = nn.Linear(states.shape[-1], N_DIGITS * 10)
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)

    def forward(
        self, states: Float[Tensor, "b d_state"]
    ) -> Float[Tensor, "b n_digits 10"]:
        """Give a logit for each value of each digit."""
        logits = self.output((states - self.mean) / self.spread)  # (b, n_digits * 10)
        return logits.unflatten(-1, (N_DIGITS, 10))  # (b, n_digits, 10)


def fit_probe(
    states: Float[Tensor, "b d_state"], digits: Digits, *, seed: int
) -> DigitProbe:
    """Train a probe on states whose numbers are known."""

    def draw_batch(rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        chosen = rng.integers(len(states), size=BATCH_SIZE)
        return states[chosen], digits[chosen]

    def loss(probe: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        logits = probe(batch[0])  # (b, n_digits, 10)
        return nn.functional.cross_entropy(logits.flatten(0, 1), batch[1].flatten())

    probe = DigitProbe(states)
    fit(probe, draw_batch, loss, settings=SETTINGS, seed=seed)
    return probe


def digits_read(
    probe: DigitProbe, states: Float[Tensor, "b d_state"], digits: Digits
) -> Bool[Tensor, "b n_digits"]:
    """Tell which digits the probe reads right."""
    with torch.no_grad():
        return probe(states).argmax(dim=-1) == digits  # (b, n_digits)


def probe_scores(right: Bool[Tensor, "b n_digits"]) -> dict[str, Any]:
    """Give the share of right digits at each place, and of groups right as a whole.

    Example:
        >>> right = torch.tensor([[True] * 12, [True] * 11 + [False]])
        >>> list(probe_scores(right)["groups"].values())
        [1.0, 1.0, 1.0, 0.5]
    """
    whole = right.unflatten(-1, (len(GROUPS), 3)).all(dim=-1)  # (b, groups)
    shares = whole.double().mean(dim=0).tolist()
    return {
        "digits": [round(share, 4) for share in right.double().mean(dim=0).tolist()],
        "groups": {g: round(s, 4) for g, s in zip(GROUPS, shares, strict=True)},
    }


def probe_last_state(
    model: EncoderDecoder, data: PairData[NumberExample], *, seed: int
) -> dict[str, Any]:
    """Ask the last state for the digits of the longest numbers of the test.

    Args:
        model: A model whose encoder reads in both directions.
        data: Holds the test. The probes learn from as many numbers as it has to train
            on, but from others, which have twelve digits as well: in a shorter number
            the words that are read first stand for millions or thousands, and a linear
            layer that meets all lengths would have to tell which.
        seed: Seeds the numbers and the training of the probes.

    Returns:
        ``n``, how many numbers were asked for; and `probe_scores` of the whole state,
        of its half that has read from left to right, and of the other half.
    """
    long = [e for e in data.test if len(str(e.number)) == N_DIGITS]
    drawn = draw_long(len(data.train), apart_from=data.test, seed=seed)
    known = last_states(model, data, drawn)  # (b, d_state)
    asked = last_states(model, data, long)  # (b, d_state)
    digits = digits_of([e.number for e in drawn])  # (b, n_digits)
    wanted = digits_of([e.number for e in long])  # (b, n_digits)
    middle = known.shape[-1] // 2
    parts = {
        "both directions": slice(None),
        "forwards": slice(middle),
        "backwards": slice(middle, None),
    }
    scores: dict[str, Any] = {"n": len(long)}
    for name, part in parts.items():
        reader = fit_probe(known[:, part], digits, seed=seed)
        scores[name] = probe_scores(digits_read(reader, asked[:, part], wanted))
    return scores
