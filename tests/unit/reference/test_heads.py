import numpy as np
import pytest

from attnbook.reference import merge_heads, split_heads

B, H, LENGTH, D_HEAD = 2, 3, 5, 7


def draw(rng: np.random.Generator) -> np.ndarray:
    return rng.normal(size=(B, LENGTH, H * D_HEAD))


def test_a_head_gets_the_same_features_of_every_token(rng: np.random.Generator) -> None:
    x = draw(rng)
    heads = split_heads(x, H)
    assert heads.shape == (B, H, LENGTH, D_HEAD)
    for h in range(H):
        part = x[:, :, h * D_HEAD : (h + 1) * D_HEAD]
        np.testing.assert_array_equal(heads[:, h], part)


def test_splitting_is_not_reshaping(rng: np.random.Generator) -> None:
    x = draw(rng)
    heads, reshaped = split_heads(x, H), x.reshape(B, H, LENGTH, D_HEAD)
    assert heads.shape == reshaped.shape
    assert (heads != reshaped).any()
    np.testing.assert_array_equal(heads[:, 0, 0], reshaped[:, 0, 0])  # by chance


def test_a_token_that_changes_changes_in_every_head_and_nowhere_else(
    rng: np.random.Generator,
) -> None:
    x = draw(rng)
    moved = x.copy()
    moved[:, 2] += 1
    changed = (split_heads(moved, H) != split_heads(x, H)).all((0, 3))  # (h, length)
    np.testing.assert_array_equal(changed, np.tile(np.arange(LENGTH) == 2, (H, 1)))


def test_merging_undoes_splitting_and_splitting_undoes_merging(
    rng: np.random.Generator,
) -> None:
    x, heads = draw(rng), rng.normal(size=(B, H, LENGTH, D_HEAD))
    np.testing.assert_array_equal(merge_heads(split_heads(x, H)), x)
    np.testing.assert_array_equal(split_heads(merge_heads(heads), H), heads)


def test_one_head_has_all_features_and_as_many_heads_as_features_one_each(
    rng: np.random.Generator,
) -> None:
    x = draw(rng)
    np.testing.assert_array_equal(split_heads(x, 1)[:, 0], x)
    np.testing.assert_array_equal(
        split_heads(x, H * D_HEAD)[..., 0], x.swapaxes(-2, -1)
    )


@pytest.mark.parametrize("batch", [(), (11,), (11, 13)])
def test_any_batch_is_carried_along(
    batch: tuple[int, ...], rng: np.random.Generator
) -> None:
    x = rng.normal(size=(*batch, LENGTH, H * D_HEAD))
    heads = split_heads(x, H)
    assert heads.shape == (*batch, H, LENGTH, D_HEAD)
    np.testing.assert_array_equal(merge_heads(heads), x)


def test_no_tokens_split_into_no_tokens() -> None:
    nothing = np.ones((B, 0, H * D_HEAD))
    assert split_heads(nothing, H).shape == (B, H, 0, D_HEAD)
    assert merge_heads(split_heads(nothing, H)).shape == nothing.shape


def test_splitting_copies_nothing(rng: np.random.Generator) -> None:
    x = draw(rng)
    assert np.shares_memory(split_heads(x, H), x)
