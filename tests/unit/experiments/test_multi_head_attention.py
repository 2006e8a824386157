"""The recipe of two errands, in miniature."""

import pytest
import torch

from attnbook.experiments import multi_head_attention as recipe
from attnbook.experiments.multi_head_attention import Settings, build_model, load_data

TINY = Settings(n_test_groups=11, batch_size=5, widths=(2, 4), heads=(1, 4), steps=3)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


def test_a_run_has_every_width_with_every_number_of_heads_that_fits():
    results = recipe.run(0, load_data(TINY), TINY)
    assert list(results) == [
        "d_model 2, heads 1",
        "d_model 4, heads 1",
        "d_model 4, heads 4",
    ]


def test_the_number_of_heads_changes_no_parameter_count():
    one, four = (
        sum(p.numel() for p in build_model(4, n, seed=0).parameters()) for n in (1, 4)
    )
    assert one == four


def test_the_same_seed_gives_the_same_numbers():
    def shares():
        results = recipe.run(7, load_data(TINY), TINY)
        return [result["right_on_both"] for result in results.values()]

    assert shares() == shares()


def test_training_changes_the_model_and_the_seed_decides_how():
    def trained(seed):
        model = build_model(4, 2, seed=0)
        recipe.train(model, TINY, seed=seed)
        return model.places.weight.detach()

    before = build_model(4, 2, seed=0).places.weight
    assert not torch.allclose(trained(1), before)
    assert torch.equal(trained(1), trained(1))
    assert not torch.allclose(trained(1), trained(2))


def test_one_helper_for_both_errands_is_right_when_both_ask_the_same():
    groups = load_data(TINY)
    groups.best[..., 1] = groups.best[..., 0]
    assert recipe.baselines(groups)[
        "the right helper of the first errand, for both"
    ] == pytest.approx(1.0)


def test_a_silenced_head_is_not_heard_and_the_others_are():
    model = build_model(4, 2, seed=0)
    for head, others in ((0, slice(2, 4)), (1, slice(0, 2))):
        weight = recipe.silence(model, head).attend.output_proj.weight
        assert (weight[:, 2 * head : 2 * head + 2] == 0).all()
        assert torch.equal(
            weight[:, others], model.attend.output_proj.weight[:, others]
        )
    assert (model.attend.output_proj.weight != 0).all()


def test_a_stopped_training_leaves_no_half_result(monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(recipe, "squared_error", stop)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, load_data(TINY), TINY)
