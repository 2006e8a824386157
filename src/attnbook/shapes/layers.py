"""Check the masks of layers that are stacked on one another."""

from typing import Any

from attnbook.shapes.masks import check_masks


def check_layers(masks: tuple[Any, ...]) -> None:
    """Check that there is a mask for each layer, each with as many queries as keys.

    Raises:
        ValueError: If there is none, or one is not boolean, not square, or does not
            broadcast to the others.

    Example:
        >>> from numpy import ones
        >>> check_layers((ones((3, 3), bool),))
        >>> check_layers((ones((2, 1, 3), bool),))
        Traceback (most recent call last):
        ...
        ValueError: masks[0] has shape (2, 1, 3) and must be (..., n, n): in
        self-attention the tokens that ask are those that are asked. Is it a padding
        mask? Combine it with a square one, all True if need be
    """
    if not masks:
        raise ValueError("masks is empty: give one mask for each layer, first to last")
    check_masks(*masks)
    for i, mask in enumerate(masks):
        shape = tuple(mask.shape)
        if len(shape) < 2 or shape[-1] != shape[-2]:
            raise ValueError(
                f"masks[{i}] has shape {shape} and must be (..., n, n): in "
                "self-attention the tokens that ask are those that are asked. Is it "
                "a padding mask? Combine it with a square one, all True if need be"
            )
