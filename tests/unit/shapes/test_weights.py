from typing import Any

import numpy as np
import pytest

from attnbook import shapes


def check(scores: Any, axis: Any = -1) -> None:
    shapes.check_softmax(scores, axis=axis, temperature=1.0)


@pytest.mark.parametrize("axis", [-2, -1, 0, 1])
def test_every_axis_of_the_scores_is_one(axis: int) -> None:
    check(np.ones((2, 3)), axis)


@pytest.mark.parametrize("axis", [2, -3, 0.5, None, (0, 1)])
def test_an_axis_that_scores_lack_is_named(axis: Any) -> None:
    with pytest.raises(ValueError, match="scores has 2 axes, shape"):
        check(np.ones((2, 3)), axis)


def test_a_single_number_has_no_axis_to_compete_on() -> None:
    with pytest.raises(ValueError, match=r"scores has 0 axes, shape \(\)"):
        check(np.ones(()))


def test_weights_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match=r"scores has shape \(2, 0\), with nothing"):
        check(np.ones((2, 0)))


def test_an_empty_batch_is_not_nothing() -> None:
    check(np.ones((0, 3)))


def test_scores_are_recognised_where_weights_are_due() -> None:
    with pytest.raises(ValueError, match=r"negative\. Did you pass scores instead of"):
        shapes.check_rows(negative=True, wrong_sums=[])
    with pytest.raises(ValueError, match=r"sums to 3\.25\. Did you pass scores"):
        shapes.check_rows(negative=False, wrong_sums=[3.25, 7.0])


def test_rows_that_are_right_pass() -> None:
    shapes.check_rows(negative=False, wrong_sums=[])
