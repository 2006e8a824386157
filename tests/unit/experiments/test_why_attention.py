from dataclasses import replace

import pytest
import torch

from attnbook.experiments import digit_probe
from attnbook.experiments import why_attention as recipe
from attnbook.experiments.why_attention import (
    VARIANTS,
    Settings,
    build_model,
    keep_short,
    load_data,
    read_backwards,
    translate,
)
from attnbook.tasks.text_scores import exact_match
from attnbook.training import TrainingSettings

TINY = Settings(
    n_train=54,
    n_validation=9,
    n_test=18,
    batch_size=5,
    d_embedding=7,
    d_hidden=12,
    d_hidden_as_many=13,
    steps=2,
    score_every=2,
)
BARS = Settings()


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")
    quick = TrainingSettings(steps=2, score_every=2)
    monkeypatch.setattr(digit_probe, "SETTINGS", quick)


@pytest.fixture(scope="module")
def data():
    return load_data(TINY)


def n_words(text):
    return len(text.split())


def test_the_data_has_the_sizes_of_the_settings(data):
    assert (len(data.train), len(data.validation), len(data.test)) == (54, 9, 18)


def test_no_number_is_in_two_parts(data):
    train, validation, test = (
        {e.number for e in part} for part in (data.train, data.validation, data.test)
    )
    assert not train & (validation | test)
    assert not validation & test


def test_the_vocabulary_comes_from_the_training_data_alone(data):
    for vocabulary, texts in (
        (data.source_vocabulary, [e.text for e in data.train]),
        (data.target_vocabulary, [e.answer for e in data.train]),
    ):
        assert set(vocabulary.tokens) == set(" ".join(texts).split())


def test_the_data_depends_on_its_own_seed_only(data):
    assert load_data(replace(TINY, steps=5)).test == data.test
    assert load_data(replace(TINY, data_seed=1)).test != data.test


def test_short_data_is_short_in_training_and_validation_only(data):
    short = keep_short(data, 8)
    for part in ("train", "validation"):
        whole = getattr(data, part)
        assert getattr(short, part) == [e for e in whole if n_words(e.answer) <= 8]
        assert 0 < len(getattr(short, part)) < len(whole)
    assert short.test == data.test


def test_backwards_the_words_of_every_source_are_turned_round(data):
    turned = read_backwards(data)
    for part in ("train", "validation", "test"):
        for there, back in zip(getattr(data, part), getattr(turned, part), strict=True):
            assert back.text.split() == there.text.split()[::-1]
            assert (back.answer, back.number) == (there.answer, there.number)


def test_no_answer_is_longer_than_the_decoder_may_write():
    data = load_data(replace(BARS, n_train=900))
    longest = max(n_words(e.answer) for e in data.train + data.test)
    assert longest < BARS.max_words


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
    once, twice, other = (
        torch.cat([p.detach().flatten() for p in model.parameters()])
        for model in models
    )
    assert torch.equal(once, twice)
    assert not torch.equal(once, other)


@pytest.mark.parametrize("attention", [True, False])
def test_a_small_model_learns_a_few_numbers_by_heart(data, attention):
    settings = replace(TINY, steps=80, d_hidden=31, learning_rate=0.05, score_every=20)
    few = replace(data, train=data.train[:5], validation=data.train[:5])
    model = build_model(few, settings, seed=0, attention=attention)
    recipe.train(model, few, settings, seed=0)
    written = translate(model, few, few.train, settings)
    assert exact_match(written, few.train) == 1.0


def test_each_variant_changes_what_its_name_says(data):
    results = recipe.run(0, data, TINY)
    plain = results["no attention"]
    for name, result in results.items():
        steps, width, parameters = (
            result[key] for key in ("steps", "d_state", "parameters")
        )
        times = next((n for n in (2, 4, 8) if f"{n}x steps" in name), 1)
        assert steps == (0 if name == "untrained" else 2 * times)
        one_way = "one direction" in name or "backwards" in name
        wide = next((n for n in (2, 4, 1 / 4) if f"{n:.2g}x width" in name), 1)
        wide = 1 / 4 if "1/4 width" in name else wide
        if "as many" not in name:
            assert width == (12 if one_way else 24) * wide
        assert (parameters == plain["parameters"]) == (
            not one_way
            and wide == 1
            and "as many" not in name
            and not name.startswith("attention")
        )
        assert ("probe" in result) == VARIANTS[name].probed
        assert result["test"]["n"] == 18


def test_an_untrained_model_is_judged_as_it_was_begun(data, monkeypatch):
    monkeypatch.setattr(recipe, "VARIANTS", {"untrained": VARIANTS["untrained"]})
    result = recipe.run(3, data, TINY)["untrained"]
    assert result["validation"] == {}
    assert result["test"]["exact_match"] == 0


def test_an_interrupted_training_gives_no_half_result(data, monkeypatch):
    stopped = recipe.History(interrupted=True)
    monkeypatch.setattr(recipe, "train", lambda *_, **__: stopped)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, data, TINY)


def test_the_baselines_are_the_dictionary_and_the_table_of_groups(data):
    scores = recipe.baselines(data)
    assert set(scores) == {"words", "groups"}
    assert all(score["n"] == 18 for score in scores.values())


def test_the_wider_model_has_as_many_parameters_as_attention_has():
    data = load_data(replace(BARS, n_train=900))  # every word occurs in these
    wider = replace(BARS, d_hidden=BARS.d_hidden_as_many)
    attention = recipe.count_parameters(build_model(data, BARS, seed=0))
    without = recipe.count_parameters(build_model(data, wider, seed=0, attention=False))
    assert attention <= without <= 1.02 * attention
