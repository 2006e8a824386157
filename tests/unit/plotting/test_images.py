import numpy as np
import pytest
import torch

from attnbook.plotting import plot_images


def test_each_image_has_axes_of_its_own_with_its_ink_and_title():
    images = np.linspace(0, 1, 2 * 3 * 5).reshape(2, 3, 5)
    axes = plot_images(images, titles=["a", "b"])
    assert [ax.get_title() for ax in axes] == ["a", "b"]
    for ax, image in zip(axes, images, strict=True):
        np.testing.assert_array_equal(ax.images[0].get_array(), image)


def test_grey_means_the_same_in_every_image():
    axes = plot_images(np.stack([np.zeros((2, 2)), np.full((2, 2), 0.5)]))
    assert [ax.images[0].get_clim() for ax in axes] == [(0, 1), (0, 1)]


@pytest.mark.parametrize("inches", [0.9, 2])
def test_each_image_is_as_wide_as_asked(inches):
    axes = plot_images(np.zeros((3, 5, 5)), inches=inches)
    assert axes[0].figure.get_figwidth() == pytest.approx(3 * inches)


def test_more_ink_is_darker():
    (ax,) = plot_images([[[0.0, 1.0]]])
    paper, ink = ax.images[0].cmap([0.0, 1.0])[:, :3].sum(axis=1)
    assert ink < paper


def test_a_tensor_will_do():
    assert len(plot_images(torch.zeros(3, 2, 2, requires_grad=True))) == 3


@pytest.mark.parametrize(
    ("images", "titles", "message"),
    [
        (np.zeros((2, 2)), None, r"axes \(n, height, width\)"),
        (np.full((1, 2, 2), 16.0), None, "divide by the largest value"),
        (np.full((1, 2, 2), -1.0), None, "between 0"),
        (np.zeros((2, 3, 3)), ["a"], "1 images were named and the array has 2"),
    ],
)
def test_what_is_no_image_is_refused(images, titles, message):
    with pytest.raises(ValueError, match=message):
        plot_images(images, titles=titles)
