"""What the chapter says of its stored numbers, for every seed."""

import pytest

from attnbook.experiments import load_results
from attnbook.experiments.attention_pooling import THE_RIGHT_CARD

RESULTS = load_results("attention-pooling")
RUNS = list(RESULTS["runs"].values())


def accuracies(task, variant):
    return [run[task][variant]["test"]["accuracy"] for run in RUNS]


def from_fewer_hands(task, variant, n_hands):
    runs = [run["fewer hands"][task][variant][str(n_hands)] for run in RUNS]
    return [run["test"]["accuracy"] for run in runs]


def test_there_are_five_seeds():
    assert len(RUNS) == 5


@pytest.mark.parametrize(
    ("task", "variant"),
    [("star", "attention"), ("asked", "bilinear"), ("asked", "additive")],
)
def test_attention_finds_the_card_and_reads_it_nearly_as_if_it_were_alone(
    task, variant
):
    found, alone = accuracies(task, variant), accuracies(task, THE_RIGHT_CARD)
    assert min(found) >= 0.96
    assert all(a - f <= 0.02 for f, a in zip(found, alone, strict=True))
    weights = [run[task][variant]["test"]["weight_on_right"] for run in RUNS]
    assert min(weights) >= 0.95


@pytest.mark.parametrize(
    ("task", "variant"),
    [
        ("star", "mean"),
        ("asked", "no question"),
        ("asked", "question on cards"),
        ("asked", "question on cards, max"),
    ],
)
def test_what_cannot_choose_a_card_is_no_better_than_guessing(task, variant):
    guesses = RESULTS["baselines"][task]
    assert max(accuracies(task, variant)) <= guesses["the commonest digit"]


@pytest.mark.parametrize("variant", ["no question", "question on cards"])
def test_without_a_question_in_the_score_the_weights_are_at_chance(variant):
    for run in RUNS:
        test = run["asked"][variant]["test"]
        assert abs(test["weight_on_right"] - test["chance"]) <= 0.01


def test_for_the_star_the_maximum_does_as_well_as_attention():
    pairs = zip(accuracies("star", "max"), accuracies("star", "attention"), strict=True)
    assert all(abs(most - attention) <= 0.015 for most, attention in pairs)


@pytest.mark.parametrize("task", ["star", "asked"])
def test_a_deep_set_comes_close_with_all_hands(task):
    assert min(accuracies(task, "deep set")) >= 0.95


def test_one_hidden_layer_is_too_few_for_a_set_that_is_asked():
    assert max(accuracies("asked", "shallow set")) <= 0.40


@pytest.mark.parametrize(
    ("task", "attention"), [("star", "attention"), ("asked", "bilinear")]
)
def test_from_few_hands_attention_learns_more_than_a_deep_set(task, attention):
    for n_hands in (125, 250, 500, 1000):
        ours = from_fewer_hands(task, attention, n_hands)
        assert min(ours) > max(from_fewer_hands(task, "deep set", n_hands))


def test_from_few_hands_an_additive_score_learns_less_than_a_bilinear_one():
    for n_hands in (125, 250):
        additive = from_fewer_hands("asked", "additive", n_hands)
        assert max(additive) < min(from_fewer_hands("asked", "bilinear", n_hands))
