"""Check where a local attention looks, and how far."""

from typing import Any

from attnbook.shapes.dtypes import dtype_name
from attnbook.shapes.numbers import check_count, check_finite


def check_reach(reach: Any) -> None:
    """Check that a reach is a positive number of places.

    Raises:
        ValueError: If it is not.

    Example:
        >>> check_reach(2)
        >>> check_reach(0)
        Traceback (most recent call last):
        ...
        ValueError: reach is 0 and must be above 0: it counts places to each side of
        the centre, so 1 already shows three keys
    """
    check_finite("reach", reach)
    if reach <= 0:
        raise ValueError(
            f"reach is {reach} and must be above 0: it counts places to each side of "
            "the centre, so 1 already shows three keys"
        )


def check_key_counts(lengths: Any, batch: tuple[int, ...]) -> None:
    """Check numbers of keys: one for all, or one for each sequence of a batch.

    Raises:
        ValueError: If they are not whole numbers, 1 or more, or do not fit the batch.
    """
    if not hasattr(lengths, "shape"):
        check_count("lengths", lengths, at_least=1)
        return
    kind, shape = dtype_name("lengths", lengths), tuple(lengths.shape)
    if "int" not in kind or shape != batch:
        raise ValueError(
            f"lengths has shape {shape} and dtype {kind}: it needs one whole number, "
            f"or one for each sequence, {batch}"
        )
    if (lengths < 1).any():
        raise ValueError("lengths must be at least 1: without keys there is no place")


def check_look(look: Any, reach: Any) -> None:
    """Check where a layer is to look, and that a local one has a reach.

    Raises:
        ValueError: If it is no known kind, or the reach is missing or superfluous.
    """
    kinds = ("global", "local-m", "local-p")
    if look not in kinds:
        raise ValueError(f"look is {look!r} and must be one of {', '.join(kinds)}")
    if look != "global":
        check_reach(reach)
    elif reach is not None:
        raise ValueError(
            f"look is 'global' and reach is {reach}: a global attention has no "
            "window. Did you mean local-m or local-p?"
        )
