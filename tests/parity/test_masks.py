"""Masks and their translations: NumPy = torch, exactly."""

from typing import Any

import numpy as np
import pytest
import torch

from attnbook import functional, reference

CALLS: dict[str, tuple[str, tuple, dict[str, Any]]] = {
    "causal": ("causal_mask", (5,), {}),
    "causal, cached": ("causal_mask", (3, 7), {}),
    "causal, fewer keys": ("causal_mask", (7, 3), {}),
    "window": ("sliding_window_mask", (7,), {"window": 3}),
    "window, cached": ("sliding_window_mask", (3, 7), {"window": 2}),
    "padding": ("padding_mask", ([0, 3, 5], 5), {}),
}


@pytest.mark.parametrize("name", CALLS)
def test_masks_are_the_same(name: str) -> None:
    function, args, settings = CALLS[name]
    ours = getattr(reference, function)(*args, **settings)
    theirs = getattr(functional, function)(*args, **settings)
    np.testing.assert_array_equal(ours, theirs)


CONVERSIONS = [
    ("to_additive", (2, 3, 5), {}),
    ("to_torch_sdpa", (5,), {}),
    ("from_torch_sdpa", (3, 5), {}),
    ("to_torch_mha", (3, 5), {}),
    ("to_torch_mha", (2, 3, 5), {"n_heads": 7}),
    ("to_torch_mha", (2, 7, 3, 5), {}),
    ("from_torch_mha", (14, 3, 5), {"n_heads": 7}),
    ("from_torch_mha", (14, 3, 5), {}),
    ("from_torch_mha", (3, 5), {"n_heads": 7}),
    ("to_key_padding", (2, 1, 5), {}),
    ("from_key_padding", (2, 5), {}),
    ("to_keras", (5,), {}),
    ("from_keras", (2, 3, 5), {}),
]


@pytest.mark.parametrize(("name", "shape", "settings"), CONVERSIONS)
def test_translations_are_the_same(
    name: str, shape: tuple, settings: dict, rng: np.random.Generator
) -> None:
    mask = rng.random(shape) < 0.5
    ours = getattr(reference, name)(mask, **settings)
    theirs = getattr(functional, name)(torch.from_numpy(mask), **settings)
    np.testing.assert_array_equal(ours, theirs)
    assert str(ours.dtype) == str(theirs.dtype).removeprefix("torch.")


def test_additive_masks_are_read_alike(library: Any) -> None:
    bias = library.array([[0.0, -1e4], [-np.inf, -0.0]])
    same = library.numpy(library.from_additive(bias))
    np.testing.assert_array_equal(same, [[True, False], [False, True]])


def test_masks_are_combined_alike(library: Any, rng: np.random.Generator) -> None:
    one, two = rng.random((2, 1, 5)) < 0.5, rng.random((3, 1)) < 0.5
    both = library.combine_masks(library.array(one), None, library.array(two))
    np.testing.assert_array_equal(library.numpy(both), one & two)
    assert library.combine_masks(None) is None


@pytest.mark.parametrize("n_layers", [1, 2, 3])
def test_receptive_fields_are_alike(library: Any, n_layers: int) -> None:
    masks = np.random.default_rng(n_layers).random((n_layers, 2, 7, 7)) < 0.2
    found = library.receptive_field(*map(library.array, masks))
    np.testing.assert_array_equal(
        library.numpy(found), reference.receptive_field(*masks)
    )
