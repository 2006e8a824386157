import numpy as np
import pytest

from attnbook.shapes.hard import check_drawn, check_gradient, check_uniform

A = np.ones((2, 3, 5))


def test_noise_needs_numbers_between_0_and_1() -> None:
    check_uniform(True)
    with pytest.raises(ValueError, match="Did you pass normal noise"):
        check_uniform(False)


def test_each_row_of_weights_has_one_draw_and_one_loss() -> None:
    check_drawn(A, A, A[..., 0], 0.0)
    for drawn, losses in ((A[0], A[..., 0]), (A, A[0, :, 0])):
        with pytest.raises(ValueError, match="one draw and one loss"):
            check_drawn(A, drawn, losses, 0.0)


def test_a_baseline_is_a_finite_number() -> None:
    with pytest.raises(ValueError, match="baseline is nan"):
        check_drawn(A, A, A[..., 0], np.nan)


def test_an_unknown_way_to_learn_is_refused_and_so_is_no_temperature() -> None:
    check_gradient("gumbel", 1)
    with pytest.raises(ValueError, match="gradient is 'soft' and must be one of"):
        check_gradient("soft", 1)
    with pytest.raises(ValueError, match="temperature is 0"):
        check_gradient("gumbel", 0)
