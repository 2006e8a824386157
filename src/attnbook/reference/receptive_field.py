"""Say what a token hears through several layers, each with its mask."""

import numpy as np
from jaxtyping import Bool

from attnbook.shapes.layers import check_layers


def receptive_field(*masks: Bool[np.ndarray, "..."]) -> Bool[np.ndarray, "..."]:
    r"""Find the inputs that can reach each output through layers of self-attention.

    .. math::  R = (M_L \vee I) \cdots (M_2 \vee I)(M_1 \vee I)

    The products are those of booleans: a path through any token in between counts. The
    identity :math:`I` is the residual connection, by which a token keeps what it has.

    Args:
        *masks: The mask of each layer, True = may attend, from the first layer to the
            last; each (..., n, n), and they broadcast to one another.

    Returns:
        Booleans (..., n, n): True where the output of the row can depend on the input
        of the column.

    Raises:
        ValueError: If there is no mask, or one is not boolean or not square, or they do
            not broadcast.

    Note:
        A token that may attend to nothing still hears itself.

    Example:
        One mistake, the True in the first row; a second layer carries it further.

        >>> mask = np.array([[1, 1, 0], [1, 1, 1], [1, 1, 1]], dtype=bool)
        >>> receptive_field(mask).astype(int).tolist()
        [[1, 1, 0], [1, 1, 1], [1, 1, 1]]
        >>> receptive_field(mask, mask).astype(int).tolist()
        [[1, 1, 1], [1, 1, 1], [1, 1, 1]]

    Chapter: 2-concepts/masks.
    """
    check_layers(masks)
    itself = np.eye(masks[0].shape[-1], dtype=bool)  # (n, n)
    reach = itself
    for mask in masks:
        reach = (mask | itself) @ reach  # (..., n, n)
    return reach
