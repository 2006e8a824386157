import numpy as np
import pytest

from attnbook.reference import attention_entropy, softmax

close = np.testing.assert_allclose


def test_equal_weights_on_eight_keys_are_three_bits() -> None:
    close(attention_entropy(np.full((2, 8), 1 / 8), base=2), [3.0, 3.0])


def test_nats_are_the_default() -> None:
    close(attention_entropy(np.array([[0.5, 0.5]])), [np.log(2)])


def test_an_uneven_row_has_the_entropy_of_its_formula() -> None:
    close(attention_entropy(np.array([0.5, 0.25, 0.25]), base=2), 1.5)


def test_all_attention_on_one_key_is_zero_and_not_negative_zero() -> None:
    entropy = attention_entropy(np.array([[1.0, 0.0, 0.0]]))
    close(entropy, [0.0], atol=0)
    assert not np.signbit(entropy).any()


def test_a_query_with_nothing_to_attend_to_has_entropy_zero() -> None:
    close(attention_entropy(np.array([[0.0, 0.0], [0.5, 0.5]]), base=2), [0.0, 1.0])


def test_each_query_of_each_head_gets_its_own(rng: np.random.Generator) -> None:
    weights = softmax(rng.normal(size=(2, 3, 5, 7)))
    entropy = attention_entropy(weights)
    assert entropy.shape == (2, 3, 5)
    close(entropy[1, 2, 3], -(weights[1, 2, 3] * np.log(weights[1, 2, 3])).sum())


@pytest.mark.parametrize("n_keys", [3, 257, 10_007])
def test_rounded_weights_are_still_weights(n_keys: int) -> None:
    weights = softmax(np.zeros((1, n_keys), np.float16))
    entropy = attention_entropy(weights)
    assert entropy.dtype == np.float16
    close(entropy, np.log(n_keys), rtol=0.01)


@pytest.mark.parametrize(
    "wrong", [[[0.5, 0.6]], [[1.5, -0.5]], [[np.nan, 1.0]], [[0.5, 0.5], [0.5, 0.4]]]
)
def test_what_is_no_row_of_weights_is_refused(wrong: list) -> None:
    with pytest.raises(ValueError, match="Did you pass scores"):
        attention_entropy(np.array(wrong))


def test_a_base_of_one_is_refused() -> None:
    with pytest.raises(ValueError, match="base is 1"):
        attention_entropy(np.array([[1.0]]), base=1)
