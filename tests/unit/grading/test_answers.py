import re

import numpy as np
import pytest

from attnbook.grading.answers import Answer, NoAnswerError, WrongError


def wrong(question):
    with pytest.raises(WrongError) as error:
        question()
    return str(error.value)


def answer(value):
    return Answer(value, "f(x)")


ROWS = answer(np.array([[0.25, 0.75]]))


def test_right_numbers_pass_within_the_tolerance():
    ROWS.is_close([[0.25, 0.75]])
    ROWS.is_close([[0.25 + 9e-7, 0.75]])
    assert (
        wrong(lambda: ROWS.is_close([[0.2501, 0.75]])) == "f(x) is off by up to 0.0001"
    )


def test_a_known_mistake_is_named():
    told = wrong(
        lambda: ROWS.is_close([[0.5, 0.5]], looks_like={"zeal": [[0.25, 0.75]]})
    )
    assert told == "f(x): this looks like zeal"


def test_another_shape_is_not_stretched():
    told = wrong(lambda: ROWS.is_close([0.25, 0.75]))
    assert told == "f(x) has shape (1, 2), not (2,)"
    assert wrong(lambda: ROWS.is_close(np.zeros((3, 2)))).endswith("not (3, 2)")


def test_a_shape_of_a_known_mistake_is_named():
    told = wrong(lambda: ROWS.has_shape(2, looks_like={"it is flat": (1, 2)}))
    assert told == "f(x) has shape (1, 2): it is flat"


def test_numbers_that_are_none_are_counted():
    bad = answer(np.array([np.nan, np.inf, 1]))
    assert wrong(lambda: bad.is_close([1, 1, 1])) == (
        "f(x) contains 2 NaN or infinite values"
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "f(x) returned None: is there a `return`?"),
        (["a"], "f(x) returned a list or a tuple, not an array"),
        ({"a": 1}, "f(x) returned a dict, not an array"),
        ([[1], [2, 3]], "f(x) returned rows of unlike length"),
    ],
)
def test_what_is_no_array_is_named_without_a_hint(value, told):
    with pytest.raises(NoAnswerError, match=re.escape(told)):
        answer(value).is_close([1, 2])


@pytest.mark.parametrize("value", [[1, 2], [np.array(1), 2.0]])
def test_numbers_in_a_list_count_as_an_array(value):
    answer(value).is_close([1, 2])
    answer([value, value]).has_shape(2, 2)


def test_ones_and_zeros_are_not_booleans():
    told = wrong(lambda: answer(np.ones(2, dtype=int)).is_boolean("no"))
    assert told == "f(x) returned an array of int64: no"
    answer(np.ones(2, dtype=bool)).is_boolean()


def test_a_changed_argument_is_named():
    told = wrong(lambda: Answer(1, "f(x)", (1,)).keeps_its_arguments())
    assert "eighth" in wrong(lambda: Answer(1, "f", (7,)).keeps_its_arguments())
    assert told.startswith("f(x) changed its second argument")
    ROWS.keeps_its_arguments()


def test_an_entry_is_asked_by_its_name():
    assert answer({"A": 1}).entry("A").said == 'f(x)["A"]'
    with pytest.raises(NoAnswerError, match=r'f\(x\) has no entry "A"'):
        answer({}).entry("A")
    with pytest.raises(NoAnswerError, match='no entry "A": it has "a", "b"'):
        answer({"a": 1, "b": 2}).entry("A")
    with pytest.raises(NoAnswerError, match=r"f\(x\) returned None, not a dict"):
        answer(None).entry("A")
    with pytest.raises(NoAnswerError, match="a list or a tuple, not a dict"):
        answer([1]).entry("A")


@pytest.mark.parametrize("value", [0.333, 1 / 3, np.array(1 / 3), np.array([1 / 3])])
def test_a_number_is_right_to_two_digits(value):
    answer(value).is_number(1 / 3)


@pytest.mark.parametrize("value", ["1/3", True, None, [1, 2], np.zeros(2)])
def test_what_is_no_number_is_refused(value):
    more = ", without quotation marks" if isinstance(value, str) else ""
    told = wrong(lambda: answer(value).is_number(1))
    assert told == f"f(x) should be one number{more}"


@pytest.mark.parametrize("value", [0.3, np.nan, np.inf])
def test_a_wrong_number_is_not_told_the_right_one(value):
    assert wrong(lambda: answer(value).is_number(0.77)) == f"f(x) is not {value:g}"


def test_a_choice_is_compared_without_case_and_never_told():
    choices = {"rises": "why?", "stays": None}
    answer(" Stays").is_one_of(choices)
    assert (
        wrong(lambda: answer("rises").is_one_of(choices)) == 'f(x) is not "rises": why?'
    )
    assert wrong(lambda: answer(3).is_one_of(choices)) == (
        'f(x) should be one of "rises", "stays"'
    )


def test_a_shape_is_compared_as_a_tuple():
    answer([2, 3]).is_shape((2, 3))
    answer(np.array([2, 3])).is_shape((2, 3))
    named = {"turned": (3, 2)}
    assert wrong(lambda: answer([3, 2]).is_shape((2, 3), looks_like=named)) == (
        "f(x) is not (3, 2): turned"
    )
    assert wrong(lambda: answer([2]).is_shape((2, 3))) == "f(x) does not have 1 axes"
    assert wrong(lambda: answer([2, True]).is_shape((2, 1))).endswith("whole numbers")
