import numpy as np
import pytest
import torch

from attnbook.shapes.gradients import check_gradient


@pytest.mark.parametrize("make", [np.ones, torch.ones], ids=["numpy", "torch"])
def test_a_gradient_has_the_shape_of_what_it_belongs_to(make: type) -> None:
    check_gradient("context", make((3, 7)), (3, 7))
    for shape in ((7,), (1, 7), (2, 3, 7), (7, 3), ()):
        with pytest.raises(ValueError, match=r"context has \(3, 7\): .* the loss, or"):
            check_gradient("context", make(shape), (3, 7))


def test_a_gradient_is_of_floats() -> None:
    with pytest.raises(ValueError, match="grad_weights has dtype int64 and must be"):
        check_gradient("weights", np.ones(3, np.int64), (3,))
