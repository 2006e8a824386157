"""The numbers that lie in ``book/results``: up to date, and above their bars."""

import pytest

from attnbook.experiments import load_results, stale
from attnbook.experiments.results import CHAPTERS, RESULTS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_numbers_in_the_book_come_from_the_code_as_it_is(chapter):
    assert stale(chapter) is None


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_nothing_unfinished_lies_beside_the_numbers(chapter):
    assert not (RESULTS / f"{chapter}.json.unfinished").exists()


def stored_tests(variant):
    results = load_results("translation-with-attention")
    return [run[variant]["test"] for run in results["runs"].values()]


def test_stored_attention_is_right_on_98_of_100_dates_in_every_seed():
    scores = [test["exact_match"] for test in stored_tests("attention")]
    assert len(scores) >= 3
    assert min(scores) >= 0.98


def test_stored_attention_looks_at_the_right_field_far_above_chance():
    for test in stored_tests("attention"):
        fields = test["right_field"].values()
        assert sum(f["share"] for f in fields) / 3 >= 0.85
        assert all(f["share"] > 2 * f["chance"] for f in fields)


@pytest.mark.parametrize(
    "variant", ["no attention", "no attention, as many parameters"]
)
def test_stored_models_without_attention_are_worse_at_equal_steps(variant):
    pairs = zip(stored_tests("attention"), stored_tests(variant), strict=True)
    assert all(a["exact_match"] - n["exact_match"] >= 0.08 for a, n in pairs)
