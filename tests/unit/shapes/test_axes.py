import numpy as np
import pytest

from attnbook import shapes

ones = np.ones


def test_arrays_that_agree_pass() -> None:
    shapes.check("q: ... q d_k, k: ... k d_k", ones((7, 1, 2, 3)), ones((5, 11, 3)))


@pytest.mark.parametrize(
    ("q", "k", "v", "message"),
    [
        (
            ones((2, 4)),
            ones((3, 5)),
            ones((3, 7)),
            "k has 5 features and q has 4: queries and keys must share d_k",
        ),
        (
            ones((2, 4)),
            ones((3, 4)),
            ones((5, 7)),
            "v has 5 positions and k has 3: keys and values must share k",
        ),
        (
            ones(4),
            ones((3, 4)),
            ones((3, 7)),
            "q has 1 axis, shape (4,): it needs at least 2, (..., q, d_k)",
        ),
        (
            ones((2, 0)),
            ones((3, 0)),
            ones((3, 7)),
            "q has shape (2, 0), with nothing on axis d_k: "
            "attention needs at least one",
        ),
        (
            ones((2, 4)),
            ones((0, 4)),
            ones((0, 7)),
            "k has shape (0, 4), with nothing on axis k: attention needs at least one",
        ),
        (
            ones((2, 2, 4)),
            ones((3, 3, 4)),
            ones((3, 7)),
            "batch axes must broadcast, and q has (2,), k has (3,), v has ()",
        ),
    ],
)
def test_disagreement_is_told_in_axis_names(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, message: str
) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011
        shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    assert str(error.value) == message


def test_an_array_without_batch_axes_must_have_exactly_its_axes() -> None:
    with pytest.raises(ValueError, match=r"W has 3 axes, .* needs 2, \(d_q, d_k\)"):
        shapes.check("W: d_q d_k", ones((2, 3, 5)))


def test_projections_are_named_by_their_own_names() -> None:
    with pytest.raises(
        ValueError, match="W_Q has 5 features and q has 3: queries and W_Q"
    ):
        shapes.check("q: ... q d_q, W_Q: d_hidden d_q", ones((2, 3)), ones((7, 5)))


def test_no_queries_and_no_batch_are_allowed() -> None:
    shapes.check("q: ... q d_k, k: ... k d_k", ones((0, 0, 3)), ones((0, 5, 3)))


@pytest.mark.parametrize(
    "came", [[(7, 1, 3), (5, 3), (3,)], [(), (2, 0)], [(1, 1), (3, 1), (1, 5)]]
)
def test_shapes_broadcast_as_numpy_broadcasts_them(came: list) -> None:
    assert shapes.broadcast_shapes(*came) == np.broadcast_shapes(*came)


def test_shapes_that_do_not_broadcast_are_named() -> None:
    with pytest.raises(ValueError, match=r"\(2, 3\), \(5, 3\) do not broadcast"):
        shapes.broadcast_shapes((2, 3), (5, 3))


def test_shape_of_scores_keeps_queries_before_keys() -> None:
    assert shapes.scores_shape(ones((7, 1, 2, 3)), ones((5, 11, 3))) == (7, 5, 2, 11)
