import numpy as np
import pytest

from attnbook.reference import (
    hopfield_energy,
    hopfield_retrieval,
    scaled_dot_product_attention,
)

close = np.testing.assert_allclose
N_Q, N_K, D_K = 2, 3, 5


def draw(rng: np.random.Generator, *batch: int) -> list[np.ndarray]:
    return [rng.normal(size=(*batch, n, D_K)) for n in (N_Q, N_K)]


def test_one_step_is_attention_with_keys_as_values(rng: np.random.Generator) -> None:
    q, k = draw(rng, 13)
    expected = scaled_dot_product_attention(q, k, k, scale=1 / 1.7)
    close(hopfield_retrieval(q, k, temperature=1.7), expected, rtol=1e-12)


def test_steps_follow_each_other(rng: np.random.Generator) -> None:
    q, k = draw(rng, 13)
    once = hopfield_retrieval(q, k, temperature=0.7)
    twice = hopfield_retrieval(once, k, temperature=0.7)
    close(hopfield_retrieval(q, k, temperature=0.7, n_steps=2), twice, rtol=1e-12)
    assert np.abs(twice - once).max() > 0.01


def test_no_step_gives_a_copy_of_the_queries(rng: np.random.Generator) -> None:
    q, k = draw(rng)
    same = hopfield_retrieval(q, k, n_steps=0)
    close(same, q, rtol=0)
    assert not np.shares_memory(same, q)


def test_a_low_temperature_gives_the_key_with_the_largest_product() -> None:
    k = np.array([[2.0, 0.0], [0.0, 1.0], [-1.0, -1.0]])
    completed = hopfield_retrieval(np.array([[0.6, 1.0]]), k, temperature=1e-3)
    close(completed, [[2.0, 0.0]], atol=1e-12)


def test_a_high_temperature_ends_in_one_mixture(rng: np.random.Generator) -> None:
    q, k = draw(rng)
    end = hopfield_retrieval(q, k, temperature=1e6, n_steps=3)
    close(end, np.broadcast_to(k.mean(0), end.shape), atol=1e-5)


def test_half_precision_keeps_its_steps_wide() -> None:
    k = np.array([[300.0, 0.0], [0.0, 300.0]], np.float16)  # 300² is past 65,504
    completed = hopfield_retrieval(k[:1], k, temperature=100, n_steps=2)
    close(completed, [[300.0, 0.0]])


def test_energy_follows_its_formula(rng: np.random.Generator) -> None:
    q, k = draw(rng, 13)
    energy = hopfield_energy(q, k, temperature=0.7)
    assert energy.shape == (13, N_Q)
    state = q[4, 1]
    powers = sum(np.exp(state @ key / 0.7) for key in k[4])
    close(energy[4, 1], state @ state / 2 - 0.7 * np.log(powers))


@pytest.mark.parametrize("temperature", [0.05, 0.7, 20])
def test_no_step_raises_the_energy(
    rng: np.random.Generator, temperature: float
) -> None:
    q, k = draw(rng, 101)
    energies = [hopfield_energy(q, k, temperature=temperature)]
    for _ in range(7):
        q = hopfield_retrieval(q, k, temperature=temperature)
        energies.append(hopfield_energy(q, k, temperature=temperature))
    assert (np.diff(energies, axis=0) <= 1e-12).all()
    assert (energies[1] < energies[0] - 0.01).mean() > 0.9


def test_a_single_stored_pattern_is_where_everything_ends() -> None:
    k = np.array([[1.0, -2.0]])
    close(hopfield_retrieval(np.array([[9.0, 9.0]]), k), k)
    close(hopfield_energy(k, k), [-2.5])  # |k|² / 2 - |k|²
