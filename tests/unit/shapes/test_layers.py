import numpy as np
import pytest

from attnbook.shapes.layers import check_layers


def test_square_masks_that_broadcast_pass() -> None:
    check_layers((np.ones((3, 3), bool), np.ones((2, 3, 3), bool)))


@pytest.mark.parametrize("shape", [(3,), (2, 1, 3), (5, 3)])
def test_a_mask_that_is_not_square_is_named_with_its_place(shape: tuple) -> None:
    masks = np.ones((3, 3), bool), np.ones(shape, bool)
    with pytest.raises(ValueError, match="masks"):
        check_layers(masks)
    with pytest.raises(ValueError, match=r"masks\[0\] has shape"):
        check_layers(masks[1:])
    if shape != (5, 3):
        with pytest.raises(ValueError, match=r"masks\[1\] .* Is it a padding mask"):
            check_layers(masks)


def test_no_layers_are_refused() -> None:
    with pytest.raises(ValueError, match="one mask for each layer"):
        check_layers(())
