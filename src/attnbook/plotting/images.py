"""Small grey images side by side, such as handwritten digits."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from attnbook.plotting.arrays import as_names, as_numbers


def plot_images(
    images: object,
    *,
    titles: Sequence[object] | None = None,
    inches: float | int = 0.9,
) -> list[Axes]:
    """Draw images as ink on paper, one beside the other.

    Args:
        images: Array or tensor with the axes (n, height, width): 0 is paper, 1 is ink.
        titles: One for each image, drawn above it; positions if None.
        inches: The width of one image.

    Returns:
        One axes for each image.

    Raises:
        ValueError: If the axes are not (n, height, width), an entry lies outside 0 to
            1, or the titles do not fit.

    Example:
        >>> axes = plot_images([[[0.0, 1.0], [1.0, 0.0]]], titles=["a line"])
        >>> axes[0].get_title()
        'a line'

    Chapter: Attention pooling.
    """
    ink = as_numbers(images, "images", ("n", "height", "width"))
    if ink.min() < 0 or ink.max() > 1:
        raise ValueError(
            f"images must lie between 0 (paper) and 1 (ink) and run from "
            f"{ink.min():.3g} to {ink.max():.3g}: divide by the largest value"
        )
    names = as_names(titles, "images", len(ink))
    size = (inches * len(ink), inches + 0.4)
    _, axes = plt.subplots(1, len(ink), figsize=size, squeeze=False)
    for ax, image, name in zip(axes[0], ink, names, strict=True):
        ax.imshow(image, cmap="Greys", vmin=0, vmax=1)
        ax.set_title(name, loc="center")
        ax.set(xticks=[], yticks=[])
    return list(axes[0])
