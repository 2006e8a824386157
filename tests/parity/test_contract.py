"""What holds for every public function, in NumPy and in torch alike."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from attnbook import reference

N_Q, N_K, D_Q, D_K, D_V, D_HIDDEN = 3, 5, 13, 7, 11, 17
HALVES = ["reference", "functional"]
DTYPES = ["float16", "bfloat16", "float32", "float64"]
TOLERANCE = {"float16": 4e-3, "bfloat16": 3e-2, "float32": 1e-5, "float64": 1e-13}


@dataclass(frozen=True)
class Case:
    """A function of arrays, and how to draw arguments for it."""

    function: str
    shapes: tuple[tuple[int, ...], ...]
    settings: dict[str, Any]
    weights: bool = False
    view: bool = False

    def draw(self) -> list[np.ndarray]:
        rng = np.random.default_rng(0)
        arrays = [rng.normal(size=shape) for shape in self.shapes]
        return (
            [np.exp(x) / np.exp(x).sum(-1, keepdims=True) for x in arrays]
            if (self.weights)
            else arrays
        )


Q, K, V = (2, N_Q, D_K), (2, N_K, D_K), (2, N_K, D_V)
CASES = {
    "softmax": Case("softmax", ((2, N_Q, N_K),), {"temperature": 0.7}),
    "softmax, first axis": Case("softmax", ((2, N_Q, N_K),), {"axis": 0}),
    "log_softmax": Case("log_softmax", ((2, N_Q, N_K),), {"temperature": 0.7}),
    "dot_scores": Case("dot_scores", (Q, K), {}),
    "scaled_dot_scores": Case("scaled_dot_scores", (Q, K), {}),
    "scaled_dot_scores, scale": Case("scaled_dot_scores", (Q, K), {"scale": 0.3}),
    "additive_scores": Case(
        "additive_scores",
        ((2, N_Q, D_Q), K, (D_HIDDEN, D_Q), (D_HIDDEN, D_K), (D_HIDDEN,)),
        {},
    ),
    "bilinear_scores": Case("bilinear_scores", ((2, N_Q, D_Q), K, (D_Q, D_K)), {}),
    "linear_scores": Case("linear_scores", (K, (D_K,)), {}),
    "location_scores": Case("location_scores", (Q, (N_K, D_K)), {}),
    "distance_scores": Case("distance_scores", (Q, K), {}),
    "kernel_regression": Case(
        "kernel_regression", (Q, K, V), {"bandwidth": 1.7, "return_weights": True}
    ),
    "sinusoidal": Case("sinusoidal", ((2, 3, N_K),), {"d_model": 6}),
    "position_angles": Case("position_angles", ((2, 3, N_K),), {"d": 6, "base": 30}),
    "rotary": Case("rotary", ((2, N_K, 6),), {}),
    "rotary, halves": Case("rotary", ((2, N_K, 6),), {"interleaved": False}),
    "to_half_split": Case("to_half_split", ((2, N_K, 6),), {}),
    "from_half_split": Case("from_half_split", ((2, N_K, 6),), {}),
    "biased_attention": Case("biased_attention", (Q, K, V, (2, N_Q, N_K)), {}),
    "biased_attention, weights": Case(
        "biased_attention", (Q, K, V, (2, N_Q, N_K)), {"return_weights": True}
    ),
    "predicted_centres": Case(
        "predicted_centres", (Q, (D_HIDDEN, D_K), (D_HIDDEN,)), {"lengths": 19}
    ),
    "local_softmax": Case(
        "local_softmax", ((2, N_Q, N_K), (N_Q,)), {"reach": 2.3, "taper": True}
    ),
    "hardmax": Case("hardmax", ((2, N_Q, N_K),), {}),
    "gumbel_noise": Case("gumbel_noise", ((2, N_Q, N_K),), {}, weights=True),
    "reinforce_gradient": Case(
        "reinforce_gradient",
        ((2, 13, N_Q, N_K), (2, 13, N_Q, N_K), (2, 13, N_Q)),
        {"baseline": 0.7},
    ),
    "hopfield_retrieval": Case(
        "hopfield_retrieval", (Q, K), {"temperature": 0.7, "n_steps": 2}
    ),
    "hopfield_energy": Case("hopfield_energy", (Q, K), {"temperature": 0.7}),
    "split_heads": Case("split_heads", ((2, N_K, 21),), {"n_heads": 3}, view=True),
    "merge_heads": Case("merge_heads", ((2, 3, N_K, D_K),), {}, view=True),
    "attention": Case("scaled_dot_product_attention", (Q, K, V), {}),
    "attention, weights": Case(
        "scaled_dot_product_attention", (Q, K, V), {"return_weights": True}
    ),
    "softmax_jacobian": Case(
        "softmax_jacobian", ((2, N_Q, N_K),), {"temperature": 0.7}
    ),
    "softmax_backward": Case("softmax_backward", ((2, N_Q, N_K),) * 2, {}),
    "attention, backward": Case(
        "scaled_dot_product_attention_backward", (Q, K, V, (2, N_Q, D_V)), {}
    ),
    "log_sum_exp": Case("log_sum_exp", ((2, N_Q, N_K),), {}),
    "online_softmax": Case("online_softmax", ((2, N_Q, N_K),), {"block_size": 2}),
    "attention, tiled": Case("tiled_attention", (Q, K, V), {"block_size": 2}),
    "attention_entropy": Case(
        "attention_entropy", ((2, N_Q, N_K),), {"base": 2}, weights=True
    ),
}
cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def results(result: Any) -> tuple:
    return result if isinstance(result, tuple) else (result,)


def call(library: Any, case: Case, arrays: list) -> tuple:
    return results(getattr(library, case.function)(*arrays, **case.settings))


# NumPy itself has no bfloat16: it comes from ml_dtypes, without products of matrices.
COMBINATIONS = [
    (half, name, dtype)
    for half, dtype, name in itertools.product(HALVES, DTYPES, CASES)
    if (half, dtype) != ("reference", "bfloat16") or "scores" not in name
]


@pytest.mark.parametrize(
    ("library", "name", "dtype"), COMBINATIONS, indirect=["library"]
)
def test_results_have_the_dtype_and_the_values_of_the_inputs(
    library: Any, name: str, dtype: str
) -> None:
    case = CASES[name]
    inputs = case.draw()
    exact = call(reference, case, inputs)
    given = call(library, case, [library.array(x, dtype) for x in inputs])
    for ours, expected in zip(given, exact, strict=True):
        assert library.dtype(ours) == dtype
        tolerance = TOLERANCE[dtype] * max(1, np.abs(expected).max())
        np.testing.assert_allclose(library.numpy(ours), expected, atol=tolerance)


@cases
def test_arguments_are_not_changed(library: Any, case: Case) -> None:
    inputs = case.draw()
    arrays = [library.array(x) for x in inputs]
    for result in call(library, case, arrays):
        if not case.view:
            result[...] = -1.0  # nor is a result a view of an argument
    for array, before in zip(arrays, inputs, strict=True):
        np.testing.assert_array_equal(library.numpy(array), before)


@cases
def test_strides_do_not_matter(library: Any, case: Case) -> None:
    inputs = case.draw()
    straight = [library.array(x) for x in inputs]
    strided = [np.repeat(x, 2, axis=-1) for x in inputs]
    strided = [library.array(x)[..., ::2] for x in strided]
    columns = [np.ascontiguousarray(np.swapaxes(x, 0, -1)) for x in inputs]
    columns = [library.array(x).swapaxes(0, -1) for x in columns]
    expected = call(library, case, straight)
    for arrays in (strided, columns):
        for ours, theirs in zip(call(library, case, arrays), expected, strict=True):
            np.testing.assert_allclose(
                library.numpy(ours), library.numpy(theirs), rtol=1e-12, atol=1e-14
            )


@cases
def test_arrays_that_may_not_be_written_to_are_read(case: Case) -> None:
    inputs = case.draw()
    for array in inputs:
        array.flags.writeable = False
    call(reference, case, inputs)


@pytest.mark.parametrize("name", [name for name in CASES if "first axis" not in name])
def test_a_batch_is_computed_one_by_one(library: Any, name: str) -> None:
    case = CASES[name]
    inputs = case.draw()
    whole = call(library, case, [library.array(x) for x in inputs])
    second = [library.array(x[1] if x.ndim >= 3 else x) for x in inputs]
    for ours, theirs in zip(whole, call(library, case, second), strict=True):
        np.testing.assert_allclose(
            library.numpy(ours)[1], library.numpy(theirs), rtol=1e-12, atol=1e-14
        )


MASKS: dict[str, Callable[[np.random.Generator], np.ndarray]] = {
    "keys": lambda rng: rng.random(N_K) < 0.5,
    "queries and keys": lambda rng: rng.random((N_Q, N_K)) < 0.5,
    "one row": lambda rng: rng.random((2, 1, N_K)) < 0.5,
    "one column": lambda rng: rng.random((N_Q, 1)) < 0.5,
    "batch": lambda rng: rng.random((2, N_Q, N_K)) < 0.5,
    "nothing": lambda _: np.zeros(N_K, bool),
}
masks = pytest.mark.parametrize("make", MASKS.values(), ids=MASKS)


@masks
@pytest.mark.parametrize("dtype", DTYPES)
def test_masked_keys_get_no_weight_and_no_value(
    library: Any, make: Callable, dtype: str, rng: np.random.Generator
) -> None:
    mask = make(rng)
    q, k, v = (library.array(x, dtype) for x in CASES["attention"].draw())
    context, weights = library.scaled_dot_product_attention(
        q, k, v, mask=library.array(mask), return_weights=True
    )
    weights = library.numpy(weights)
    whole = np.broadcast_to(mask, weights.shape)
    assert (weights[~whole] == 0).all()
    assert (weights[whole] > 0).all()
    sums = np.where(whole.any(-1), 1.0, 0.0)
    np.testing.assert_allclose(weights.sum(-1), sums, atol=TOLERANCE[dtype])
    assert (library.numpy(context)[~whole.any(-1)] == 0).all()


@masks
def test_neither_a_mask_nor_what_it_masks_is_changed(
    library: Any, make: Callable, rng: np.random.Generator
) -> None:
    before = make(rng)
    mask, scores = library.array(before), library.array(np.ones((2, N_Q, N_K)))
    arrays = [library.array(x) for x in CASES["attention"].draw()]
    for return_weights in (False, True):
        library.scaled_dot_product_attention(
            *arrays, mask=mask, return_weights=return_weights
        )
    library.softmax(scores, mask=mask)
    np.testing.assert_array_equal(library.numpy(mask), before)
    assert (library.numpy(scores) == 1.0).all()
    for array, drawn in zip(arrays, CASES["attention"].draw(), strict=True):
        np.testing.assert_array_equal(library.numpy(array), drawn)


@masks
def test_a_mask_broadcasts_as_if_written_out(
    library: Any, make: Callable, rng: np.random.Generator
) -> None:
    mask = make(rng)
    whole = np.broadcast_to(mask, (2, N_Q, N_K)).copy()
    arrays = [library.array(x) for x in CASES["attention"].draw()]
    given, expected = (
        library.scaled_dot_product_attention(*arrays, mask=library.array(m))
        for m in (mask, whole)
    )
    np.testing.assert_allclose(
        library.numpy(given), library.numpy(expected), rtol=1e-12
    )
