"""The recipe of the shelf of paint, in miniature."""

import pytest
import torch

from attnbook.experiments import kinds_of_attention as recipe
from attnbook.experiments.kinds_of_attention import Settings
from attnbook.nn import HardAttention
from attnbook.tasks.paint_shelf import Shelves, draw_shelves

TINY = Settings(
    n_tests=(3, 5),
    batch_size=2,
    reader_pots=5,
    reach=1,
    picker_pots=3,
    steps=2,
    learning_rates=(0.1,),
)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


def test_a_run_has_every_reader_and_every_picker_at_every_rate():
    results = recipe.run(0, recipe.load_data(TINY), TINY)
    assert list(results["readers"]) == [f"{look}, rate 0.1" for look in recipe.LOOKS]
    assert list(results["pickers"]) == [f"{way}, rate 0.1" for way in recipe.WAYS]
    for errors in results["readers"].values():
        assert list(errors) == ["as_they_come", "in_order"]


def test_the_same_seed_gives_the_same_numbers():
    exam = recipe.load_data(TINY)
    assert recipe.run(7, exam, TINY) == recipe.run(7, exam, TINY)


def test_a_picker_is_judged_by_the_likeliest_pot():
    picker = HardAttention(2, 2)
    with torch.no_grad():  # 2 y v - v², a distance
        picker.score_matrix.copy_(torch.diag(torch.tensor([2e4, -1e4])))
    shelves = draw_shelves(200, 7, 1, torch.Generator().manual_seed(0))
    assert recipe.share_nearest(picker, shelves) > 0.99
    with torch.no_grad():
        picker.score_matrix.neg_()
    assert recipe.share_nearest(picker, shelves) < 0.01


def loss_and_slope(way, n_draws=1):
    shelves = Shelves(
        torch.tensor([0.0, 4.0, 10.0])[:, None].expand(n_draws, 3, 1),
        torch.tensor([5.0])[:, None].expand(n_draws, 1, 1),
    )
    picker = recipe.build_picker(way, TINY, seed=0)
    draws = torch.Generator().manual_seed(0)
    loss = recipe.picking_loss(way, picker, shelves, draws)
    loss.backward()
    return loss.item(), picker.score_matrix.grad


def test_drawn_ways_have_on_average_the_slope_they_are_said_to_have():
    many = {w: loss_and_slope(w, 20_000)[1] for w in ("REINFORCE", "straight-through")}
    exact = {w: loss_and_slope(w)[1] for w in ("all tried", "poured")}
    scale = exact["all tried"].norm()
    assert (many["REINFORCE"] - exact["all tried"]).norm() < 0.1 * scale
    assert (many["straight-through"] - exact["poured"]).norm() < 0.1 * scale
    assert (exact["all tried"] - exact["poured"]).norm() > 0.5 * scale


def test_pouring_costs_less_than_picking_by_the_spread():
    poured, tried = (loss_and_slope(way)[0] for way in ("poured", "all tried"))
    assert tried > poured + 0.1


def test_only_local_readers_have_a_reach():
    reach = [recipe.build_reader(k, TINY, seed=0).reach for k in recipe.LOOKS]
    assert reach == [None, 1, 1]


def test_training_changes_the_model_and_the_seed_decides_how():
    def trained(seed):
        reader = recipe.build_reader("local-p", TINY, seed=0)
        recipe.train_reader(reader, TINY, rate=0.1, seed=seed)
        return reader.score_matrix.detach()

    before = recipe.build_reader("local-p", TINY, seed=0).score_matrix
    assert not torch.allclose(trained(1), before)
    assert torch.equal(trained(1), trained(1))
    assert not torch.allclose(trained(1), trained(2))


def test_baselines_know_the_shelf():
    scores = recipe.baselines(recipe.load_data(Settings()))
    assert scores["error of the nearest pot"] < 0.5
    assert scores["error of the mean of all pots"] == pytest.approx(3, abs=0.2)
    assert scores["share of nearest pots by guessing"] == pytest.approx(1 / 7, abs=1e-3)


def test_a_stopped_training_leaves_no_half_result(monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(recipe, "reading_loss", stop)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, recipe.load_data(TINY), TINY)
