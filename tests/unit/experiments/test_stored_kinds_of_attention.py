"""What the chapter says of the stored readers and pickers holds in the numbers."""

import numpy as np

from attnbook.experiments import kinds_of_attention as recipe
from attnbook.experiments import load_results


def stored(kind, name):
    runs = load_results("kinds-of-attention")["runs"].values()
    return [run[kind][name] for run in runs]


def test_stored_straight_through_stays_with_pouring_below_those_who_learn_to_pick():
    rates = load_results("kinds-of-attention")["settings"]["learning_rates"]
    assert 0.1 in rates
    for rate in (0.1, 0.3):
        mean = {
            way: np.mean(stored("pickers", f"{way}, rate {rate}"))
            for way in recipe.WAYS
        }
        assert abs(mean["straight-through"] - mean["poured"]) < 0.05
        for way in ("all tried", "REINFORCE", "Gumbel"):
            assert mean[way] > mean["poured"] + 0.1


def test_stored_seeds_are_at_least_three():
    assert len(stored("pickers", "poured, rate 0.1")) >= 3


def test_stored_global_leads_at_its_best_rate_and_local_p_at_a_small_one():
    rates = load_results("kinds-of-attention")["settings"]["learning_rates"]

    def error(look, rate):
        runs = stored("readers", f"{look}, rate {rate}")
        return np.mean([run["as_they_come"] for run in runs])

    assert error("local-p", 0.1) < error("global", 0.1) - 0.1
    best = {look: min(error(look, r) for r in rates) for look in recipe.LOOKS}
    assert best["global"] < best["local-p"] - 0.1
    assert best["local-p"] < best["local-m"] - 1
