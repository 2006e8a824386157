"""Our kernel regression against what SciPy and scikit-learn compute in other ways."""

from typing import Any

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.neighbors import KNeighborsRegressor

N_Q, N_K, D_K, D_V = 3, 11, 5, 7
close = np.testing.assert_allclose


def draw(library: Any, rng: np.random.Generator) -> tuple[list, list]:
    sizes = (N_Q, D_K), (N_K, D_K), (N_K, D_V)
    arrays = [rng.normal(size=size) for size in sizes]
    return arrays, [library.array(x) for x in arrays]


def test_scores_are_the_squared_distances_of_scipy(
    library: Any, rng: np.random.Generator
) -> None:
    (q, k, _), given = draw(library, rng)
    scores = library.numpy(library.distance_scores(*given[:2]))
    close(scores, -cdist(q, k, "sqeuclidean"), rtol=1e-12)


@pytest.mark.parametrize("bandwidth", [0.7, 2, 13.0])
def test_weights_are_the_gaussian_kernel_of_scikit_learn_divided_by_its_sum(
    library: Any, rng: np.random.Generator, bandwidth: float
) -> None:
    (q, k, v), given = draw(library, rng)
    context, weights = library.kernel_regression(
        *given, bandwidth=bandwidth, return_weights=True
    )
    kernel = rbf_kernel(q, k, gamma=1 / (2 * bandwidth**2))  # (q, k)
    expected = kernel / kernel.sum(axis=1, keepdims=True)
    close(library.numpy(weights), expected, rtol=1e-10)
    close(library.numpy(context), expected @ v, rtol=1e-10)


def test_a_narrow_bandwidth_is_the_nearest_neighbour_of_scikit_learn(
    library: Any, rng: np.random.Generator
) -> None:
    (q, k, v), given = draw(library, rng)
    context = library.kernel_regression(*given, bandwidth=0.01)
    nearest = KNeighborsRegressor(n_neighbors=1).fit(k, v)
    close(library.numpy(context), nearest.predict(q), atol=1e-12)
