from typing import Any

import ml_dtypes
import numpy as np
import pytest
import torch

from attnbook import shapes


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", ">f8"])
def test_numpy_floats_pass_in_any_byte_order(dtype: str) -> None:
    shapes.check_floats(q=np.ones(2, dtype))


def test_bfloat16_passes_in_both_libraries() -> None:
    shapes.check_floats(q=np.ones(2, ml_dtypes.bfloat16))
    shapes.check_floats(q=torch.ones(2, dtype=torch.bfloat16))


@pytest.mark.parametrize(
    ("array", "dtype"),
    [
        (np.ones(2, int), "int64"),
        (torch.ones(2).long(), "int64"),
        (np.ones(2, bool), "bool"),
        (np.ones(2, complex), "complex128"),
        (np.array(["a"]), "str"),
        (np.array([None]), "object"),
    ],
)
def test_other_dtypes_are_named_with_the_likely_mistake(array: Any, dtype: str) -> None:
    with pytest.raises(ValueError, match=f"q has dtype {dtype}.*token ids"):
        shapes.check_floats(q=array)


def test_two_dtypes_are_not_mixed_silently() -> None:
    with pytest.raises(ValueError, match="v has dtype float64 and q has float32"):
        shapes.check_floats(q=np.ones(2, np.float32), v=np.ones(2))


@pytest.mark.parametrize("wrong", [[1.0, 2.0], 3.0, None, "scores"])
def test_what_is_no_array_is_named(wrong: Any) -> None:
    with pytest.raises(ValueError, match=f"q is a {type(wrong).__name__} .* an array"):
        shapes.check_floats(q=wrong)


@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.uint8])
def test_a_mask_that_is_not_boolean_names_the_likely_mistake(dtype: type) -> None:
    name = np.dtype(dtype).name
    with pytest.raises(ValueError, match=f"mask has dtype {name}") as error:
        shapes.check_boolean("mask", np.zeros(3, dtype))
    assert "from_additive" in str(error.value)
    assert "True = may attend" in str(error.value)


def test_a_boolean_mask_passes_in_both_libraries() -> None:
    shapes.check_boolean("mask", np.ones(2, bool))
    shapes.check_boolean("mask", torch.ones(2, dtype=torch.bool))
