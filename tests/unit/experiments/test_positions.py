"""The recipe of positions, in miniature."""

from dataclasses import replace

import pytest
import torch

from attnbook.experiments import positions as recipe
from attnbook.experiments.positions import ERRANDS, Settings, build_model, load_data
from attnbook.models.positional_decoder import POSITIONS
from attnbook.tasks.sequences import IGNORE

STEPS = {"copying": 2, "recall": 2}
TINY = Settings(
    n_test=3, batch_size=2, steps=STEPS, d_model=8, n_heads=2, starts=(0, 5)
)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


def test_a_run_has_every_errand_with_every_way_to_tell_places():
    results = recipe.run(0, load_data(TINY), TINY)
    assert list(results) == list(ERRANDS)
    for errand, variants in results.items():
        assert tuple(variants) == POSITIONS
        for scores in variants.values():
            assert list(scores["by_length"]) == [str(n) for n in ERRANDS[errand].test]
            assert list(scores["by_start"]) == ["0", "5"]


def test_tests_go_beyond_the_lengths_of_the_training_and_come_from_other_draws():
    tests = load_data(TINY)
    for name, errand in ERRANDS.items():
        assert min(errand.test) <= errand.longest < max(errand.test)
        drawn = [recipe.draw_batch(_rng(i), errand, 2) for i in range(60)]
        lengths = {int((batch.targets[0] != IGNORE).sum()) for batch in drawn}
        assert lengths == set(range(errand.shortest, errand.longest + 1))
        assert all(len(batch) == TINY.n_test for batch in tests[name].values())


def _rng(seed):
    return recipe.np.random.default_rng(seed)


def test_a_later_start_changes_no_answer_of_what_is_relative():
    tests = load_data(TINY)["copying"][4]
    for positions in ("none", "relative", "rotary", "alibi"):
        model = build_model("copying", positions, TINY, seed=0).eval()
        assert recipe.evaluate(model, tests, start=5) == recipe.evaluate(model, tests)


def test_the_same_seed_gives_the_same_numbers():
    def shares(seed):
        model = build_model("recall", "rotary", TINY, seed=seed)
        recipe.train(model, "recall", TINY, seed=seed)
        return model.embed.weight.detach()

    assert torch.equal(shares(1), shares(1))
    assert not torch.allclose(shares(1), shares(2))


def test_who_knows_what_is_left_but_not_when_guesses_one_in_so_many():
    tests = load_data(TINY)
    guesses = recipe.baselines(tests)["one of those in the text and not yet said"]
    batch = tests["copying"][2]
    same = (batch.targets[:, -1] == batch.targets[:, -2]).double().mean().item()
    # The first of two is right half of the time, the last always.
    assert guesses["copying"]["2"] == pytest.approx(0.75 + 0.25 * same)
    assert guesses["copying"]["30"] < guesses["copying"]["4"]


def test_a_stopped_training_leaves_no_half_result(monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(recipe, "next_token_loss", stop)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, load_data(TINY), TINY)


def test_a_learned_table_is_not_asked_for_places_that_it_has_not():
    settings = replace(TINY, starts=(0, 5, 500))
    tests = {name: load_data(settings)[name] for name in ("copying", "recall")}
    results = recipe.run(0, tests, settings)
    assert list(results["copying"]["learned"]["by_start"]) == ["0", "5"]
    assert list(results["copying"]["rotary"]["by_start"]) == ["0", "5", "500"]
