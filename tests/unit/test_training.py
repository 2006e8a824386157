from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import nn

from attnbook.training import TrainingSettings, fit, reproducible

SETTINGS = TrainingSettings(steps=12, learning_rate=0.05, score_every=5)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


def make_model():
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        return nn.Sequential(nn.Linear(2, 7), nn.Dropout(0.3), nn.Linear(7, 1))


def draw_batch(rng):
    return torch.tensor(rng.random((5, 2)), dtype=torch.float32)


def loss(model, x):
    return (model(x).squeeze(-1) - x.sum(dim=-1)).square().mean()


def weights_of(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def train(*, seed=0, settings=SETTINGS, draw=draw_batch, **options):
    model = make_model()
    history = fit(model, draw, loss, settings=settings, seed=seed, **options)
    return weights_of(model), history


def stop_in_step(n):
    """Draw batches until the n-th, then do as Ctrl-C does."""
    drawn = iter(range(n))

    def draw(rng):
        if next(drawn, None) is None:
            raise KeyboardInterrupt
        return draw_batch(rng)

    return draw


class ScriptedScore:
    """Give these scores one after the other, and remember the weights scored."""

    def __init__(self, *scores):
        self.scores, self.seen = list(scores), []

    def __call__(self, model):
        self.seen.append(weights_of(model))
        self.training = model.training
        return self.scores[len(self.seen) - 1]


def test_the_same_seed_gives_the_same_weights_bit_for_bit():
    (once, first), (twice, second) = train(seed=1), train(seed=1)
    assert torch.equal(once, twice)
    assert first.losses == second.losses


def test_another_seed_gives_other_weights():
    assert not torch.equal(train(seed=1)[0], train(seed=2)[0])


def test_the_seed_decides_the_dropout_too():
    fixed = torch.ones(5, 2)
    a, b = (train(seed=s, draw=lambda _: fixed)[0] for s in (1, 2))
    assert not torch.equal(a, b)


def test_random_numbers_of_the_caller_are_left_alone():
    torch.manual_seed(11)
    expected = torch.rand(3)
    torch.manual_seed(11)
    train()
    assert torch.equal(torch.rand(3), expected)


def test_every_step_draws_its_own_batch():
    batches = []

    def draw(rng):
        batches.append(draw_batch(rng))
        return batches[-1]

    train(draw=draw)
    assert len(batches) == 12
    assert len({batch.sum().item() for batch in batches}) == 12


def test_training_lowers_the_loss():
    _, history = train(settings=TrainingSettings(steps=200, learning_rate=0.02))
    assert np.mean(history.losses[-20:]) < 0.5 * np.mean(history.losses[:20])


def test_the_learning_rate_falls_to_zero():
    model = make_model()
    before = []

    def draw(rng):
        before.append(weights_of(model))
        return draw_batch(rng)

    fit(model, draw, loss, settings=SETTINGS, seed=0)
    moves = [(b - a).abs().max() for a, b in pairwise(before)]
    last = (weights_of(model) - before[-1]).abs().max()
    assert last < 0.25 * moves[0]


def test_a_long_gradient_is_clipped():
    def steep(model, x):
        return 1e6 * loss(model, x)

    model = make_model()
    lengths = []

    def draw(rng):
        gradients = [p.grad.flatten() for p in model.parameters() if p.grad is not None]
        if gradients:
            lengths.append(torch.cat(gradients).norm())
        return draw_batch(rng)

    fit(model, draw, steep, settings=SETTINGS, seed=0)
    assert max(lengths) <= SETTINGS.clip * 1.001


def test_the_model_is_scored_on_schedule_and_after_the_last_step():
    _, history = train(score=ScriptedScore(0.1, 0.2, 0.3))
    assert history.scores == {5: 0.1, 10: 0.2, 12: 0.3}


def test_the_best_weights_are_kept_not_the_last():
    score = ScriptedScore(0.1, 0.9, 0.3)
    weights, history = train(score=score)
    assert history.best_step == 10
    assert torch.equal(weights, score.seen[1])
    assert not torch.equal(weights, score.seen[2])


def test_of_equal_scores_the_later_counts():
    score = ScriptedScore(0.1, 0.9, 0.9)
    weights, history = train(score=score)
    assert history.best_step == 12
    assert torch.equal(weights, score.seen[2])


def test_dropout_is_off_while_scoring_and_on_again_after():
    score = ScriptedScore(0.1, 0.2, 0.3)
    scored, _ = train(score=score)
    plain, _ = train()
    assert score.training is False
    assert torch.equal(scored, plain)


def test_ctrl_c_keeps_the_best_weights_and_says_so(capsys):
    score = ScriptedScore(0.75, 0.5)
    weights, history = train(draw=stop_in_step(11), score=score)
    assert history.interrupted
    assert len(history.losses) == 11
    assert torch.equal(weights, score.seen[0])
    said = capsys.readouterr().out
    assert said == (
        "Stopped by you after step 11 of 12; best weights kept: step 5, score 0.750.\n"
    )


def test_ctrl_c_before_the_first_score_keeps_the_weights_as_they_are(capsys):
    _, history = train(draw=stop_in_step(3), score=ScriptedScore(0.5))
    assert history.interrupted
    assert history.best_step is None
    assert "after step 3 of 12; the model keeps the weights" in capsys.readouterr().out


def test_an_uninterrupted_training_says_nothing(capsys):
    _, history = train(score=ScriptedScore(0.1, 0.2, 0.3))
    assert not history.interrupted
    assert capsys.readouterr() == ("", "")


def test_a_resumed_training_ends_with_the_same_weights(tmp_path, capsys):
    file = tmp_path / "dates.pt"
    whole, uncut = train(score=lambda m: float(weights_of(m)[0]))
    for stop in (7, 4):
        _, cut = train(
            draw=stop_in_step(stop),
            score=lambda m: float(weights_of(m)[0]),
            checkpoint=file,
        )
        assert cut.interrupted
    resumed, history = train(score=lambda m: float(weights_of(m)[0]), checkpoint=file)
    assert torch.equal(resumed, whole)
    assert history.losses == uncut.losses
    assert history.scores == uncut.scores
    assert "Stopped by you after step 7 of 12" in capsys.readouterr().out


def test_a_finished_training_is_not_trained_again(tmp_path):
    file = tmp_path / "dates.pt"
    weights, _ = train(checkpoint=file, score=ScriptedScore(0.1, 0.9, 0.3))
    again, history = train(checkpoint=file, draw=stop_in_step(0))
    assert torch.equal(again, weights)
    assert not history.interrupted


def test_an_interrupted_write_leaves_the_older_checkpoint_whole(tmp_path, monkeypatch):
    file = tmp_path / "dates.pt"
    train(checkpoint=file, draw=stop_in_step(7))
    before = file.read_bytes()

    def fail(_state, path):
        path.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(torch, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        train(checkpoint=file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "other", [{"seed": 1}, {"settings": TrainingSettings(steps=13)}]
)
def test_the_checkpoint_of_another_training_is_refused(tmp_path, other):
    file = tmp_path / "dates.pt"
    train(checkpoint=file)
    before = file.read_bytes()
    with pytest.raises(ValueError, match="written by another training"):
        train(checkpoint=file, **other)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a checkpoint", b"PK\x03\x04broken"])
def test_a_broken_checkpoint_is_one_clear_error(tmp_path, content):
    file = tmp_path / "dates.pt"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"dates\.pt can't be read as a checkpoint"):
        train(checkpoint=file)
    assert file.read_bytes() == content


def test_a_file_of_something_else_is_refused(tmp_path):
    file = tmp_path / "dates.pt"
    torch.save({"colour": 1}, file)
    with pytest.raises(ValueError, match="something else than a checkpoint"):
        train(checkpoint=file)


def test_the_progress_bar_shows_unless_outputs_must_be_reproducible(
    monkeypatch, capsys
):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "0")
    assert not reproducible()
    train()
    assert "12/12" in capsys.readouterr().err
