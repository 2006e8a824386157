"""What the chapter says of its stored numbers, for every seed."""

import pytest

from attnbook.experiments import load_results
from attnbook.experiments.attention_rnn_cnn import TRIALS

RESULTS = load_results("attention-rnn-cnn")
RUNS = list(RESULTS["runs"].values())
READERS = ("attention", "GRU", "convolution")


def scores(trial, reader, length, what="answers"):
    return [run[f"{trial}: {reader}"]["by_length"][str(length)][what] for run in RUNS]


def test_there_are_three_seeds():
    assert len(RUNS) == 3


@pytest.mark.parametrize("trial", TRIALS)
def test_all_have_as_many_parameters_to_two_in_a_hundred(trial):
    counts = {name: cell["parameters"] for name, cell in RUNS[0].items()}
    ours = [counts.get(f"{trial}: {reader}") for reader in READERS]
    ours = [count for count in ours if count]
    assert max(ours) / min(ours) <= 1.02


def test_attention_copies_every_length():
    for length in TRIALS["copying"].test:
        assert min(scores("copying", "attention", length)) >= 0.95


def test_the_long_paths_of_the_gru_copy_better_than_the_short_ones_of_convolution():
    for length in TRIALS["copying"].test:
        gru, convolution = (
            scores("copying", reader, length) for reader in ("GRU", "convolution")
        )
        assert min(gru) > max(convolution)


def test_convolution_copies_at_a_distance_that_is_always_the_same():
    always = scores("copying, always 16", "convolution", 16, "whole")
    assert min(always) == 1  # rounded to four digits, of 500 sequences
    assert max(scores("copying", "convolution", 16)) <= 0.5


def test_the_gru_brings_hardly_more_bits_when_more_is_asked():
    for name, least, most in (("GRU", -4, 4), ("attention", 12, 16)):
        twelve, sixteen = (scores("copying", name, n, "bits") for n in (12, 16))
        gains = [b - a for a, b in zip(twelve, sixteen, strict=True)]
        assert least <= min(gains) <= max(gains) <= most
    assert min(scores("copying", "GRU", 16, "bits")) >= 33
    assert max(scores("copying", "GRU", 16, "bits")) <= 41


def test_the_gru_keeps_more_when_the_length_is_always_the_same():
    always = scores("copying, always 16", "GRU", 16, "bits")
    assert min(always) > max(scores("copying", "GRU", 16, "bits"))


def test_two_layers_of_attention_look_up_and_one_guesses_among_what_was_shown():
    chance = RESULTS["baselines"]["recall"]["any value that was shown"]
    one = scores("recall", "attention, one layer", 6)
    assert min(scores("recall", "attention", 6)) >= 0.98
    assert all(abs(share - chance) < 0.05 for share in one)
    for reader in ("GRU", "convolution"):
        assert min(scores("recall", reader, 6)) > max(one) + 0.15


def test_parity_is_learned_by_the_gru_alone():
    assert min(scores("parity", "GRU", 64)) >= 0.99
    assert min(scores("parity", "convolution", 16)) >= 0.95
    assert max(scores("parity", "convolution", 64)) <= 0.8
    assert max(scores("parity", "attention", 16)) <= 0.9
    assert max(scores("parity", "attention", 64)) <= 0.7


def test_from_few_examples_of_a_short_pattern_attention_learns_least():
    attention = max(scores("local rule", "attention", 16))
    for reader in ("GRU", "convolution"):
        assert min(scores("local rule", reader, 16)) > attention + 0.2
    assert RESULTS["baselines"]["local rule"]["table of three"] > 0.9
