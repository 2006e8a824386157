"""What the chapter says of its stored numbers, for every seed."""

import pytest

from attnbook.experiments import load_results
from attnbook.models.positional_decoder import POSITIONS

RESULTS = load_results("positions")
RUNS = list(RESULTS["runs"].values())
GUESS = RESULTS["baselines"]["one of those in the text and not yet said"]
DISTANCES = ("relative", "rotary", "alibi")
PLACES = ("sinusoidal", "learned")


def shares(errand, way, n, by="by_length"):
    return [run[errand][way][by][str(n)]["answers"] for run in RUNS]


def test_there_are_three_seeds_and_every_model_is_as_large_but_for_its_tables():
    assert len(RUNS) == 3
    for errand in ("copying", "recall"):
        for run in RUNS:
            sizes = {way: run[errand][way]["parameters"] for way in POSITIONS}
            for way in ("sinusoidal", "rotary", "alibi"):
                assert sizes[way] == sizes["none"]
            assert sizes["relative"] == sizes["none"] + 32 * 4


@pytest.mark.parametrize("way", [*PLACES, *DISTANCES])
def test_all_with_positions_copy_the_lengths_of_their_training(way):
    assert min(shares("copying", way, 10)) >= 0.93


def test_alibi_copies_fifteen_symbols_best_in_every_run():
    for best, *others in zip(
        *(shares("copying", way, 15) for way in reversed(POSITIONS)), strict=True
    ):
        assert best >= max(others) + 0.1


@pytest.mark.parametrize("way", PLACES)
def test_fifteen_symbols_are_no_better_than_a_guess_without_order(way):
    assert sum(shares("copying", way, 15)) / 3 <= GUESS["copying"]["15"]


def test_rotary_falls_below_a_guess_at_thirty_and_the_learned_distances_do_not():
    assert max(shares("copying", "rotary", 30)) < GUESS["copying"]["30"]
    assert min(shares("copying", "relative", 30)) > GUESS["copying"]["30"] + 0.2


@pytest.mark.parametrize("way", ["relative", "rotary"])
def test_ten_pairs_are_recalled_in_every_run(way):
    assert min(shares("recall", way, 10)) >= 0.9


@pytest.mark.parametrize("way", ["sinusoidal", "alibi"])
def test_one_of_three_runs_did_not_learn_to_recall(way):
    learned, failed = (
        [share for share in shares("recall", way, 6) if low <= share <= high]
        for low, high in ((0.95, 1), (0, 0.6))
    )
    assert (len(learned), len(failed)) == (2, 1)


@pytest.mark.parametrize("start", [1, 5, 20])
def test_what_sees_distances_does_not_mind_where_a_text_begins(start):
    for way in ("none", *DISTANCES):
        here, there = (shares("copying", way, s, "by_start") for s in (0, start))
        assert there == pytest.approx(here, abs=0.002)


@pytest.mark.parametrize("way", PLACES)
def test_what_sees_places_breaks_where_a_text_begins_later(way):
    here, next_door, five_on = (
        sum(shares("copying", way, s, "by_start")) / 3 for s in (0, 1, 5)
    )
    assert next_door <= here - 0.1
    assert five_on <= here / 2


def test_a_causal_mask_alone_tells_far_more_than_a_guess_without_order():
    for n in (4, 6, 8):
        assert min(shares("copying", "none", n)) >= GUESS["copying"][str(n)] + 0.25
