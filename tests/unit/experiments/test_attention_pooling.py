from dataclasses import replace

import pytest
import torch

from attnbook.experiments import attention_pooling as recipe
from attnbook.experiments.attention_pooling import (
    FROM_FEWER_HANDS,
    THE_RIGHT_CARD,
    VARIANTS,
    Settings,
    build_model,
    cross_entropy,
    evaluate,
    load_data,
)
from attnbook.models.card_reader import CardReaderConfig
from attnbook.tasks.digit_cards import DigitImages

TINY = Settings(
    n_validation_images=7,
    n_test_images=5,
    n_train_hands=53,
    n_validation_hands=11,
    n_test_hands=13,
    fewer_hands=(3, 17),
    batch_size=19,
    steps=3,
    deep_steps=5,
    score_every=2,
)
MODEL = CardReaderConfig(d_hidden=23)


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")


@pytest.fixture(scope="module")
def data():
    return load_data(TINY)


def weights_of(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def test_the_data_has_the_sizes_of_the_settings(data):
    assert set(data) == set(VARIANTS) == {"star", "asked"}
    for part in data.values():
        assert [len(part.train), len(part.validation), len(part.test)] == [53, 11, 13]
        assert len(part.images.train) == 1797 - 7 - 5


def images_in(hands):
    pixels = hands.cards[hands.mask[:, 0]][:, 8:]
    return {tuple(image) for image in pixels.tolist()}


def test_no_held_out_image_is_on_a_training_card(data):
    for part in data.values():
        train, validation, test = map(
            images_in, (part.train, part.validation, part.test)
        )
        assert not train & (validation | test)
        assert not validation & test


def test_one_task_asks_for_the_star_and_the_other_for_any_symbol(data):
    kinds = {task: len(part.train.query.unique(dim=0)) for task, part in data.items()}
    assert kinds == {"star": 1, "asked": 8}


def test_the_data_depends_on_its_own_seed_only(data):
    same, other = (
        load_data(replace(TINY, steps=5)),
        load_data(replace(TINY, data_seed=1)),
    )
    assert torch.equal(same["star"].test.cards, data["star"].test.cards)
    assert not torch.equal(other["star"].test.cards, data["star"].test.cards)


def test_training_sees_no_validation_and_no_test_hand(data, monkeypatch):
    seen = []

    def spy(model, hands):
        seen.append(hands)
        return cross_entropy(model, hands)

    monkeypatch.setattr(recipe, "cross_entropy", spy)
    recipe.train(build_model(MODEL, seed=0), data["asked"], TINY, seed=0, n_hands=7)
    known = {tuple(hand.flatten().tolist()) for hand in data["asked"].train.cards[:7]}
    assert [len(hands) for hands in seen] == [TINY.batch_size] * TINY.steps
    for hands in seen:
        assert {tuple(hand.flatten().tolist()) for hand in hands.cards} <= known


def test_weights_are_chosen_on_validation_not_on_the_test(data, monkeypatch):
    judged = []

    def remember(model, hands):
        judged.append(hands)
        return evaluate(model, hands)

    monkeypatch.setattr(recipe, "evaluate", remember)
    recipe.train(build_model(MODEL, seed=0), data["asked"], TINY, seed=0)
    assert len(judged) == 2
    assert all(hands is data["asked"].validation for hands in judged)


def test_the_same_seed_trains_the_same_model_bit_for_bit(data):
    models = [build_model(MODEL, seed=s) for s in (4, 4, 5)]
    for model, seed in zip(models, (4, 4, 5), strict=True):
        recipe.train(model, data["asked"], TINY, seed=seed)
    once, twice, other = map(weights_of, models)
    assert torch.equal(once, twice)
    assert not torch.equal(once, other)


def test_models_with_hidden_layers_train_longer_and_more_slowly():
    for layers, steps, rate in ((0, 3, 0.01), (1, 5, 0.003), (2, 5, 0.003)):
        settings = TINY.training(replace(MODEL, card_layers=layers))
        assert (settings.steps, settings.learning_rate) == (steps, rate)


def test_the_loss_is_that_of_the_right_digit(data):
    model, hands = build_model(MODEL, seed=0), data["asked"].train
    chances = model(hands.cards, hands.query, hands.mask).log_softmax(-1)
    picked = chances[torch.arange(len(hands)), hands.answer]
    torch.testing.assert_close(cross_entropy(model, hands), -picked.mean())


@pytest.mark.parametrize("pooling", ["attention", "max"])
def test_a_small_model_learns_a_few_hands_by_heart(data, pooling):
    settings = replace(TINY, steps=150, learning_rate=0.02)
    few = replace(data["star"], validation=data["star"].train[:7])
    model = build_model(replace(MODEL, pooling=pooling), seed=0)
    recipe.train(model, few, settings, seed=0, n_hands=7)
    assert evaluate(model, few.train[:7])["accuracy"] == 1.0


def test_an_untrained_model_is_near_chance_and_so_are_its_weights(data):
    scores = evaluate(build_model(MODEL, seed=0), data["asked"].train)
    assert scores["accuracy"] < 0.4
    assert abs(scores["weight_on_right"] - scores["chance"]) < 0.08


def test_one_run_tells_everything_of_each_variant(data):
    results = recipe.run(0, data, TINY)
    for task, variants in VARIANTS.items():
        assert list(results[task]) == list(variants)
        for name, config in variants.items():
            result = results[task][name]
            assert result["steps"] == (5 if config.card_layers else 3)
            assert ("weight_on_right" in result["test"]) == (config.pooling != "max")
        fewer = results["fewer hands"][task]
        assert list(fewer) == list(FROM_FEWER_HANDS[task])
        assert all(set(by_size) == {"3", "17"} for by_size in fewer.values())


def test_the_right_card_alone_leaves_nothing_to_choose(data):
    results = recipe.run(0, data, TINY)
    for task in VARIANTS:
        test = results[task][THE_RIGHT_CARD]["test"]
        assert (test["weight_on_right"], test["by_cards"].keys()) == (1.0, {"1"})


def test_an_interrupted_training_gives_no_half_result(data, monkeypatch):
    stopped = recipe.History(interrupted=True)
    monkeypatch.setattr(recipe, "train", lambda *_, **__: stopped)
    with pytest.raises(KeyboardInterrupt):
        recipe.run(0, data, TINY)


def test_baselines_are_scored_on_the_test_hands(data):
    few = DigitImages(*(x[:199] for x in vars(data["star"].images.train).values()))
    images = replace(data["star"].images, train=few)
    data = {task: replace(part, images=images) for task, part in data.items()}
    scores = recipe.baselines(data)
    for task, part in data.items():
        digits, answer = part.test.digits, part.test.answer
        expected = ((digits == answer[:, None]).sum(1) / (digits >= 0).sum(1)).mean()
        assert scores[task]["any card"] == pytest.approx(expected.item(), abs=1e-4)
        assert min(scores[task][THE_RIGHT_CARD].values()) > 0.6
