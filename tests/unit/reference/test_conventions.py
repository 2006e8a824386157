import numpy as np
import pytest

from attnbook import reference
from attnbook.reference import (
    from_additive,
    from_key_padding,
    from_torch_mha,
    to_additive,
    to_keras,
    to_key_padding,
    to_torch_mha,
    to_torch_sdpa,
)

same = np.testing.assert_array_equal


@pytest.fixture
def mask(rng: np.random.Generator) -> np.ndarray:
    return rng.random((2, 3, 5)) < 0.5


@pytest.mark.parametrize("name", ["additive", "torch_sdpa", "torch_mha", "keras"])
def test_there_and_back_is_the_same_mask(name: str, mask: np.ndarray) -> None:
    there, back = (getattr(reference, f"{way}_{name}") for way in ("to", "from"))
    same(back(there(mask)), mask)
    same(back(there(mask[0])), mask[0])


def test_key_padding_there_and_back_is_the_same_mask(mask: np.ndarray) -> None:
    rows = mask[:, :1]  # (b, 1, k)
    assert to_key_padding(rows).shape == (2, 5)
    same(from_key_padding(to_key_padding(rows)), rows)


@pytest.mark.parametrize("name", ["additive", "torch_sdpa", "torch_mha", "keras"])
def test_a_converted_mask_is_a_new_array(name: str, mask: np.ndarray) -> None:
    for way in ("to", "from"):
        given = mask.copy()
        if (way, name) == ("from", "additive"):
            given = to_additive(mask)
        before = given.copy()
        converted = getattr(reference, f"{way}_{name}")(given)
        converted[:] = converted[:, ::-1]
        same(given, before)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_an_additive_mask_has_the_dtype_of_the_scores(dtype: type) -> None:
    bias = to_additive(np.array([True, False]), dtype=dtype)
    assert bias.dtype == dtype
    same(bias, [0, -np.inf])


def test_large_negative_numbers_forbid() -> None:
    same(from_additive(np.array([0.0, -0.0, -1e4, -1e9])), [True, True, False, False])
    lowest = np.finfo(np.float16).min
    same(from_additive(np.array([0, lowest], np.float16)), [True, False])


@pytest.mark.parametrize("other", [1.0, -3.0, np.nan])
def test_a_bias_is_not_taken_for_a_mask(other: float) -> None:
    with pytest.raises(ValueError, match=f"score_bias holds {other:g}"):
        from_additive(np.array([0.0, other]))


def test_torch_sdpa_and_keras_get_at_least_two_axes() -> None:
    row = np.array([True, False, True])
    for convert in (to_torch_sdpa, to_keras):
        same(convert(row), row[None])
        assert convert(np.ones((2, 1, 3), bool)).shape == (2, 1, 3)


def test_torch_mha_gets_the_heads_of_each_sequence_together(mask: np.ndarray) -> None:
    repeated = to_torch_mha(mask, n_heads=7)
    assert repeated.shape == (14, 3, 5)
    same(repeated[:7], np.broadcast_to(~mask[0], (7, 3, 5)))
    same(repeated[7:], np.broadcast_to(~mask[1], (7, 3, 5)))


def test_torch_mha_gets_a_mask_for_each_head(rng: np.random.Generator) -> None:
    mask = rng.random((2, 7, 3, 5)) < 0.5
    flat = to_torch_mha(mask)
    assert flat.shape == (14, 3, 5)
    same(flat[7 + 4], ~mask[1, 4])
    same(from_torch_mha(flat, n_heads=7), mask)


@pytest.mark.usefixtures("without_type_hook")
def test_an_additive_mask_is_of_floats() -> None:
    with pytest.raises(ValueError, match="score_bias has dtype int64"):
        to_additive(np.array([True]), dtype=np.int64)
