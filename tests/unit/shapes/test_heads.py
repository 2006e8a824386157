import re
from typing import Any

import numpy as np
import pytest

from attnbook.shapes.heads import check_heads, check_merge_heads, check_split_heads


@pytest.mark.parametrize(("d_model", "n_heads"), [(7, 1), (7, 7), (21, np.int64(3))])
def test_features_that_divide_evenly_pass(d_model: int, n_heads: int) -> None:
    check_heads(d_model, n_heads)
    check_split_heads(np.ones((5, d_model)), n_heads)


@pytest.mark.parametrize(("d_model", "n_heads"), [(7, 2), (3, 7)])
def test_features_that_do_not_divide_are_told_with_both_numbers(
    d_model: int, n_heads: int
) -> None:
    told = f"d_model is {d_model} and n_heads is {n_heads}: d_model must be a multiple"
    for check in (
        lambda: check_heads(d_model, n_heads),
        lambda: check_split_heads(np.ones((5, d_model)), n_heads),
    ):
        with pytest.raises(ValueError, match=told):
            check()


@pytest.mark.parametrize("n_heads", [0, -1, 2.0, True, None])
def test_a_number_of_heads_is_a_whole_number_above_zero(n_heads: Any) -> None:
    with pytest.raises(ValueError, match=f"n_heads is {n_heads} and must be a whole"):
        check_split_heads(np.ones((5, 6)), n_heads)


def test_missing_axes_are_named() -> None:
    with pytest.raises(
        ValueError, match=re.escape("x has 1 axis, shape (6,): it needs at least 2, (")
    ):
        check_split_heads(np.ones(6), 2)
    with pytest.raises(
        ValueError, match=re.escape("at least 3, (..., n_heads, length, d_head)")
    ):
        check_merge_heads(np.ones((5, 6)))


def test_what_is_no_array_is_told() -> None:
    with pytest.raises(ValueError, match="x is a list and must be an array"):
        check_merge_heads([[[1.0]]])
