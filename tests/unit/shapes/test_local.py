import numpy as np
import pytest

from attnbook.shapes.local import check_key_counts, check_look, check_reach


@pytest.mark.parametrize("reach", [0, -1, np.nan, "2", True])
def test_a_reach_is_a_positive_number(reach) -> None:
    with pytest.raises(ValueError, match="reach is"):
        check_reach(reach)


def test_counts_of_keys_are_one_number_or_one_for_each_sequence() -> None:
    check_key_counts(3, (2,))
    check_key_counts(np.array([3, 4]), (2,))


@pytest.mark.parametrize("lengths", [0, 2.5, np.array([1, 2, 3]), np.array([1.0, 2.0])])
def test_other_counts_are_refused(lengths) -> None:
    with pytest.raises(ValueError, match="lengths"):
        check_key_counts(lengths, (2,))


def test_a_sequence_without_keys_has_no_place() -> None:
    with pytest.raises(ValueError, match="must be at least 1"):
        check_key_counts(np.array([3, 0]), (2,))


def test_a_local_look_needs_a_reach_and_a_global_one_has_none() -> None:
    check_look("global", None)
    check_look("local-p", 2)
    with pytest.raises(ValueError, match="reach is a NoneType"):
        check_look("local-m", None)
    with pytest.raises(ValueError, match="Did you mean local-m or local-p"):
        check_look("global", 2)
    with pytest.raises(ValueError, match="look is 'local' and must be one of"):
        check_look("local", 2)
