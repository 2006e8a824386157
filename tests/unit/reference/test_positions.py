import math

import numpy as np
import pytest

from attnbook.reference import (
    from_half_split,
    position_angles,
    rotary,
    sinusoidal,
    to_half_split,
)

close = np.testing.assert_allclose
N, D = 11, 6


def test_the_first_hand_turns_by_one_radian_and_the_last_hardly() -> None:
    angles = position_angles(np.arange(N), D, base=1000)
    assert angles.shape == (N, D // 2)
    close(angles[:, 0], np.arange(N))
    close(angles[7], [7, 7 * 1000 ** (-2 / 6), 7 * 1000 ** (-4 / 6)])


def test_positions_may_be_fractions_negative_and_of_any_shape() -> None:
    where = np.array([[-1.5, 0.25], [3.0, 7.0]])
    angles = position_angles(where, D)
    assert angles.shape == (2, 2, D // 2)
    close(angles[..., 0], where)


def test_whole_numbers_count_as_floats_of_double_precision() -> None:
    assert position_angles(np.arange(N), D).dtype == np.float64
    close(sinusoidal(np.arange(N), D), sinusoidal(np.arange(N) * 1.0, D), atol=0)


# Vaswani et al. 2017, section 3.5, with d_model = 4: sin(i), cos(i), sin(i / 100), ...
TABLE = [
    [0.0, 1.0, 0.0, 1.0],
    [0.8414709848, 0.5403023059, 0.0099998333, 0.9999500004],
    [0.9092974268, -0.4161468365, 0.0199986667, 0.9998000067],
    [0.1411200081, -0.9899924966, 0.0299955002, 0.9995500337],
]


def test_the_waves_are_those_of_the_paper() -> None:
    close(sinusoidal(np.arange(4), 4), TABLE, atol=1e-9)


def test_sines_and_cosines_take_turns() -> None:
    waves = sinusoidal(np.arange(N), D)
    angles = position_angles(np.arange(N), D)
    close(waves[:, 0::2], np.sin(angles))
    close(waves[:, 1::2], np.cos(angles))


def test_every_encoding_has_the_same_length() -> None:
    lengths = np.linalg.norm(sinusoidal(np.arange(N) * 37, D), axis=-1)
    close(lengths, math.sqrt(D / 2))


def test_a_shift_turns_each_pair_by_the_same_angle_wherever_it_begins() -> None:
    shift = 5
    before = sinusoidal(np.arange(N), D)
    after = sinusoidal(np.arange(N) + shift, D)
    for c in range(D // 2):
        angle = shift * 10_000 ** (-2 * c / D)
        turn = [
            [math.cos(angle), math.sin(angle)],
            [-math.sin(angle), math.cos(angle)],
        ]
        pair = slice(2 * c, 2 * c + 2)
        close(after[:, pair], before[:, pair] @ np.array(turn).T, atol=1e-12)


def test_the_product_of_two_encodings_depends_on_their_distance_alone() -> None:
    waves = sinusoidal(np.arange(N), D)
    products = waves @ waves.T  # (n, n)
    for offset in range(N):
        diagonal = np.diagonal(products, offset)
        close(diagonal, diagonal[0])
    assert len(np.unique(products[0].round(9))) == N


def test_half_precision_tells_far_positions_apart() -> None:
    far = np.array([2046, 2047], np.float16)
    waves = sinusoidal(far, D)
    assert waves.dtype == np.float16
    close(waves, sinusoidal(far.astype(float), D), atol=1e-3)


def test_rotary_is_a_product_with_a_complex_number_of_length_one(
    rng: np.random.Generator,
) -> None:
    x = rng.normal(size=(2, N, D))
    numbers = x[..., 0::2] + 1j * x[..., 1::2]
    angles = np.outer(np.arange(N), 10_000.0 ** (-np.arange(D // 2) / (D // 2)))
    turned = numbers * np.exp(1j * angles)
    ours = rotary(x)
    close(ours[..., 0::2], turned.real, atol=1e-12)
    close(ours[..., 1::2], turned.imag, atol=1e-12)


def test_the_score_of_turned_vectors_depends_on_the_offset_alone(
    rng: np.random.Generator,
) -> None:
    q, k = rng.normal(size=(2, D))
    scores = rotary(np.tile(q, (N, 1))) @ rotary(np.tile(k, (N, 1))).T  # (n, n)
    for offset in range(1 - N, N):
        diagonal = np.diagonal(scores, offset)
        close(diagonal, diagonal[0], atol=1e-12)
    assert len(np.unique(scores.round(9))) == 2 * N - 1


def test_moving_all_positions_changes_no_score(rng: np.random.Generator) -> None:
    q, k = rng.normal(size=(2, N, D))
    here = np.arange(N)
    scores = rotary(q, here) @ rotary(k, here).T
    close(rotary(q, here + 1000) @ rotary(k, here + 1000).T, scores, atol=1e-10)


def test_turning_keeps_lengths_and_leaves_position_zero_alone(
    rng: np.random.Generator,
) -> None:
    x = rng.normal(size=(N, D))
    turned = rotary(x)
    close(np.linalg.norm(turned, axis=-1), np.linalg.norm(x, axis=-1))
    close(turned[0], x[0], atol=0)
    assert (abs(turned[1:] - x[1:]).max(axis=-1) > 1e-3).all()


def test_turning_back_undoes_turning(rng: np.random.Generator) -> None:
    x = rng.normal(size=(N, D))
    close(rotary(rotary(x), -np.arange(N)), x, atol=1e-12)


def rotate_half(x: np.ndarray) -> np.ndarray:
    """Turn by the formula of the libraries that pair feature c with c + d/2."""
    n, d = x.shape[-2:]
    angles = np.outer(np.arange(n), 10_000.0 ** (-np.arange(0, d, 2) / d))
    cos, sin = (np.tile(wave(angles), 2) for wave in (np.cos, np.sin))  # (n, d)
    swapped = np.concatenate([-x[..., d // 2 :], x[..., : d // 2]], axis=-1)
    return x * cos + swapped * sin


def test_the_other_convention_pairs_features_of_two_halves(
    rng: np.random.Generator,
) -> None:
    x = rng.normal(size=(3, N, D))
    close(rotary(x, interleaved=False), rotate_half(x), atol=1e-12)


def test_sorted_features_turn_the_same_way_in_the_other_convention(
    rng: np.random.Generator,
) -> None:
    x = rng.normal(size=(3, N, D))
    other = rotary(to_half_split(x), interleaved=False)
    close(other, to_half_split(rotary(x)), atol=1e-12)
    assert abs(rotary(x, interleaved=False) - rotary(x)).max() > 0.1


def test_sorting_there_and_back_changes_nothing(rng: np.random.Generator) -> None:
    x = rng.normal(size=(N, 10))
    close(from_half_split(to_half_split(x)), x, atol=0)
    close(to_half_split(from_half_split(x)), x, atol=0)


def test_sorted_weights_give_the_same_scores(rng: np.random.Generator) -> None:
    x = rng.normal(size=(N, 7))
    W_Q, W_K = rng.normal(size=(2, 7, D))
    scores = rotary(x @ W_Q) @ rotary(x @ W_K).T
    q, k = (x @ to_half_split(W) for W in (W_Q, W_K))
    others = rotary(q, interleaved=False) @ rotary(k, interleaved=False).T
    close(others, scores, atol=1e-12)


def test_each_sequence_may_have_positions_of_its_own(rng: np.random.Generator) -> None:
    x = rng.normal(size=(2, N, D))
    positions = np.stack([np.arange(N), np.arange(N) + 3])
    turned = rotary(x, positions)
    close(turned[0], rotary(x[0]))
    close(turned[1], rotary(x[1], np.arange(N) + 3))


def test_half_precision_is_turned_in_single_precision(rng: np.random.Generator) -> None:
    x = rng.normal(size=(3000, D)).astype(np.float16)
    turned = rotary(x)
    assert turned.dtype == np.float16
    close(turned, rotary(x.astype(float)), atol=5e-3)


def test_no_tokens_are_none_turned() -> None:
    assert sinusoidal(np.arange(0), D).shape == (0, D)


@pytest.mark.parametrize("d", [7, 0])
def test_an_odd_number_of_features_is_refused(d: int) -> None:
    with pytest.raises(ValueError, match="d_model is"):
        sinusoidal(np.arange(N), d)
