"""What the first chapter says of its stored numbers holds in every seed."""

import numpy as np
import pytest

from attnbook.experiments import load_results

GROUPS = ("billions", "millions", "thousands", "units")


@pytest.fixture(scope="module")
def runs():
    return list(load_results("why-attention")["runs"].values())


def exact_match(run, variant):
    return run[variant]["test"]["exact_match"]


def by_length(run, variant):
    return [cell["share"] for cell in run[variant]["test"]["by_length"].values()]


def first_group(run, variant):
    """How often the leading three digits are right, as more and more follow them."""
    groups = run[variant]["test"]["groups"]
    leading = {"06": "thousands", "09": "millions", "12": "billions"}
    return [groups[size][group]["share"] for size, group in leading.items()]


def read_groups(run, variant, part="both directions"):
    return [run[variant]["probe"][part]["groups"][group] for group in GROUPS]


def written_groups(run, variant):
    groups = run[variant]["test"]["groups"]["12"]
    return [groups[group]["share"] for group in GROUPS]


def test_there_are_five_seeds(runs):
    assert len(runs) == 5


def test_with_attention_no_length_is_hard(runs):
    for run in runs:
        assert exact_match(run, "attention") >= 0.97
        assert min(by_length(run, "attention")) >= 0.95


def test_without_attention_each_longer_band_is_worse_than_the_one_before(runs):
    for run in runs:
        shares = by_length(run, "no attention")
        assert shares == sorted(shares, reverse=True)
        assert shares[0] >= 0.8
        assert shares[-1] <= 0.1


def test_the_fall_is_more_than_many_words_of_equal_risk(runs):
    for run in runs:
        short, middle, long = first_group(run, "no attention")
        assert short > middle + 0.15 > long + 0.3
        assert min(first_group(run, "attention")) >= 0.95


@pytest.mark.parametrize(
    "easier",
    ["no attention, 2x steps", "no attention, 8x steps", "no attention, 4x width"],
)
def test_training_and_width_both_help_and_neither_is_enough(runs, easier):
    for run in runs:
        plain, helped = exact_match(run, "no attention"), exact_match(run, easier)
        assert plain + 0.1 < helped < exact_match(run, "attention") - 0.05


def test_a_narrow_vector_stays_a_bottleneck_and_attention_hardly_minds(runs):
    for run in runs:
        trained_long = exact_match(run, "no attention, 1/4 width, 8x steps")
        assert exact_match(run, "attention, 1/4 width") > trained_long + 0.5


def test_the_middle_is_what_a_probe_finds_least_of(runs):
    for run in runs:
        for variant in ("no attention", "no attention, 8x steps"):
            first, second, third, last = read_groups(run, variant)
            assert second < min(first, third) < last
        for variant in ("untrained", "attention"):
            first, second, third, last = read_groups(run, variant)
            assert max(second, third) < 0.2 < 0.5 < min(first, last)


def test_reading_the_vector_out_takes_longer_than_filling_it(runs):
    for run in runs:
        found = read_groups(run, "no attention")
        assert 0.3 < np.mean(found[1:3]) < 0.7
        assert np.mean(written_groups(run, "no attention")) < 0.5 * np.mean(found)
        found = read_groups(run, "no attention, 8x steps")
        written = written_groups(run, "no attention, 8x steps")
        assert min(found) > 0.75
        assert np.mean(written) < np.mean(found) - 0.1


def test_attention_adds_an_eighth_of_the_parameters(runs):
    for run in runs:
        added = run["attention"]["parameters"] - run["no attention"]["parameters"]
        assert added == 12_352


def test_each_reading_keeps_its_own_end(runs):
    for run in runs:
        assert read_groups(run, "no attention", "forwards")[3] > 0.9
        assert read_groups(run, "no attention", "backwards")[3] < 0.1
        assert read_groups(run, "no attention", "backwards")[0] > 0.4


def test_the_table_of_groups_beats_every_model_without_attention(runs):
    table = load_results("why-attention")["baselines"]["groups"]["exact_match"]
    for run in runs:
        without = [exact_match(run, v) for v in run if not v.startswith("attention")]
        assert max(without) < table < exact_match(run, "attention")
