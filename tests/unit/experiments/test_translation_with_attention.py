from dataclasses import replace

import pytest
import torch

from attnbook.experiments import translation_with_attention as recipe
from attnbook.experiments.translation_with_attention import (
    Settings,
    build_model,
    load_data,
    translate,
)
from attnbook.tasks.text_scores import exact_match

TINY = Settings(
    n_train_days=53,
    n_validation_days=7,
    n_test_days=3,
    per_day=3,
    batch_size=11,
    d_embedding=7,
    d_hidden=13,
    d_hidden_wider=17,
    steps=3,
    score_every=2,
)
BARS = Settings()


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


@pytest.fixture(scope="module")
def data():
    return load_data(TINY)


def weights_of(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def test_the_data_has_the_sizes_of_the_settings(data):
    assert len(data.train) == 53 * 3
    assert len(data.validation) == 7 * 3
    assert len(data.test) == 3 * 3


def test_no_held_out_day_is_in_the_training_data(data):
    train, validation, test = (
        {e.iso for e in part} for part in (data.train, data.validation, data.test)
    )
    assert not train & (validation | test)
    assert not validation & test


def test_the_vocabulary_comes_from_the_training_data_alone(data):
    assert set(data.source_vocabulary.tokens) == set(
        "".join(e.text for e in data.train)
    )


def test_the_data_depends_on_its_own_seed_only(data):
    assert load_data(replace(TINY, steps=5)).test == data.test
    assert load_data(replace(TINY, data_seed=1)).test != data.test


def test_training_sees_no_validation_and_no_test_example(data, monkeypatch):
    seen = []
    monkeypatch.setattr(recipe.DateData, "batch", spy_on(recipe.DateData.batch, seen))
    monkeypatch.setattr(recipe, "exact_match", lambda *_: 0.0)
    monkeypatch.setattr(
        recipe, "translate", lambda *_: recipe.Translations(predicted=[])
    )
    recipe.train(build_model(data, TINY, seed=0), data, TINY, seed=0)
    assert len(seen) == TINY.steps * TINY.batch_size
    assert set(seen) <= {e.text for e in data.train}


def spy_on(batch, seen):
    def spying(self, examples):
        seen.extend(e.text for e in examples)
        return batch(self, examples)

    return spying


def test_weights_are_chosen_on_validation_not_on_the_test(data, monkeypatch):
    judged = []

    def remember(predicted, examples):
        judged.append(examples)
        return exact_match(predicted, examples)

    monkeypatch.setattr(recipe, "exact_match", remember)
    recipe.train(build_model(data, TINY, seed=0), data, TINY, seed=0)
    assert judged
    assert all(examples is data.validation for examples in judged)


def test_the_same_seed_trains_the_same_model_bit_for_bit(data):
    models = [build_model(data, TINY, seed=s) for s in (4, 4, 5)]
    for model, seed in zip(models, (4, 4, 5), strict=True):
        recipe.train(model, data, TINY, seed=seed)
    once, twice, other = map(weights_of, models)
    assert torch.equal(once, twice)
    assert not torch.equal(once, other)


@pytest.mark.parametrize("attention", [True, False])
def test_a_small_model_learns_a_few_dates_by_heart(data, attention):
    settings = replace(TINY, steps=60, d_hidden=31, batch_size=6, learning_rate=0.05)
    few = replace(data, train=data.train[:6], validation=data.train[:6])
    model = build_model(few, settings, seed=0, attention=attention)
    history = recipe.train(model, few, settings, seed=0)
    translations = translate(model, few, few.train)
    assert history.losses[-1] < 0.2 * history.losses[0]
    assert exact_match(translations.predicted, few.train) == 1.0


def test_a_translation_does_not_depend_on_its_neighbours(data):
    model = build_model(data, TINY, seed=0)
    together = translate(model, data, data.test)
    for i, example in enumerate(data.test):
        alone = translate(model, data, [example])
        n_keys = len(example.text)
        assert alone.predicted == [together.predicted[i]]
        torch.testing.assert_close(
            torch.tensor(alone.weights[0]),
            torch.tensor(together.weights[i, :, :n_keys]),
        )


def test_one_run_tells_everything_of_each_variant(data):
    results = recipe.run(0, data, TINY)
    steps = {name: result["steps"] for name, result in results.items()}
    assert steps == {
        "attention": 3,
        "no attention": 3,
        "no attention, as many parameters": 3,
        "no attention, 2x steps": 6,
        "no attention, 4x steps": 12,
    }
    for name, result in results.items():
        assert ("right_field" in result["test"]) == (name == "attention")
        assert set(result["probes"]) == set(recipe.load_probes(data, TINY))


def test_an_interrupted_training_gives_no_half_result(data, monkeypatch):
    stopped = recipe.History(interrupted=True)
    monkeypatch.setattr(recipe, "train", lambda *_, **__: stopped)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, data, TINY)


def test_the_wider_model_has_as_many_parameters_as_attention_has():
    data = load_data(BARS)
    wider = replace(BARS, d_hidden=BARS.d_hidden_wider)
    attention = recipe.count_parameters(build_model(data, BARS, seed=0))
    without = recipe.count_parameters(build_model(data, wider, seed=0, attention=False))
    assert attention <= without <= 1.02 * attention
