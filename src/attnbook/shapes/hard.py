"""Check what a choice of one key is made from, and what is learnt from it."""

from typing import Any

from attnbook.shapes.numbers import check_finite, check_temperature


def check_uniform(inside: bool) -> None:
    """Check what was found out about uniform random numbers.

    Args:
        inside: Whether all lie where they should.

    Raises:
        ValueError: If they do not.
    """
    if not inside:
        raise ValueError(
            "uniform must hold numbers from 0 up to and without 1. "
            "Did you pass normal noise? Draw it with rng.random or torch.rand"
        )


def check_drawn(weights: Any, drawn: Any, losses: Any, baseline: Any) -> None:
    """Check that draws and losses belong to weights, beyond their named axes.

    Raises:
        ValueError: If a batch differs, or the baseline is not a finite number.
    """
    check_finite("baseline", baseline)
    shape = tuple(weights.shape)
    if tuple(drawn.shape) != shape or tuple(losses.shape) != shape[:-1]:
        raise ValueError(
            f"drawn has shape {tuple(drawn.shape)}, losses {tuple(losses.shape)} and "
            f"weights {shape}: each row of weights has one draw and one loss. "
            "Did you average the losses over the batch?"
        )


def check_gradient(gradient: Any, temperature: Any) -> None:
    """Check how a hard attention is to learn.

    Raises:
        ValueError: If it is no known way, or the temperature is not positive.
    """
    ways = ("reinforce", "straight-through", "gumbel")
    if gradient not in ways:
        raise ValueError(
            f"gradient is {gradient!r} and must be one of {', '.join(ways)}"
        )
    check_temperature(temperature)
