import pytest

from attnbook.notebooks.lint.by_hand import public_names
from tests.unit.notebooks.cells import code

DERIVED = "def softmax_by_hand(s):\n    return np.exp(s) / np.exp(s).sum()"


def test_names_of_the_package_are_found_without_importing_it():
    assert {"softmax", "causal_mask", "show_source", "AdditiveAttention"} <= (
        public_names()
    )
    assert not any(name.startswith("_") for name in public_names())


def test_a_second_copy_under_the_same_name_is_found(lint):
    (problem,) = lint(code("def softmax(s):\n    return s"))
    assert problem.startswith("cell 1: defines softmax, which attnbook has; name it")


def test_a_method_may_share_a_name_with_the_package(lint):
    assert lint(code("class Toy:\n    def softmax(self):\n        return 1")) == []


def test_a_derivation_that_nothing_compares_is_found(lint):
    (problem,) = lint(code(DERIVED), code("print(softmax_by_hand(s))", "[1.]"))
    assert problem.startswith("cell 1: defines softmax_by_hand, and no cell compares")


@pytest.mark.parametrize(
    "comparison",
    [
        "print(np.allclose(softmax_by_hand(s), softmax(s)))",
        "print(torch.allclose(softmax(s), other=softmax_by_hand(s)))",
        "ours = softmax_by_hand(s)\nbig = 2 * ours\nprint(np.allclose(big, theirs))",
    ],
    ids=["at once", "as a keyword", "through variables"],
)
def test_a_comparison_that_prints_true_is_enough(lint, comparison):
    assert lint(code(DERIVED), code(comparison, "True")) == []


def test_an_assertion_of_equality_is_enough(lint):
    check = code("np.testing.assert_allclose(softmax_by_hand(s), softmax(s))")
    assert lint(code(DERIVED), check) == []


def test_a_comparison_that_prints_false_is_not_enough(lint):
    check = code("print(np.allclose(softmax_by_hand(s), softmax(s)))", "False")
    assert len(lint(code(DERIVED), check)) == 1


def test_a_comparison_of_other_things_is_not_enough(lint):
    check = code("softmax_by_hand(s)\nprint(np.allclose(a, b))", "True")
    assert len(lint(code(DERIVED), check)) == 1
