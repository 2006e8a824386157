from dataclasses import replace

import pytest
import torch

from attnbook.models.card_reader import (
    POOLINGS,
    CardReader,
    CardReaderConfig,
    dense_network,
)

B, K, D_CARD, D_QUERY, D_HIDDEN, N_CLASSES = 3, 5, 7, 2, 11, 13
LENGTHS = torch.tensor([5, 2, 4])
MASK = (torch.arange(K) < LENGTHS[:, None])[:, None]  # (b, 1, k)
SIZES = CardReaderConfig(
    d_card=D_CARD, d_query=D_QUERY, d_hidden=D_HIDDEN, n_classes=N_CLASSES
)
WEIGHING = [name for name in POOLINGS if name != "max"]
every_pooling = pytest.mark.parametrize("pooling", POOLINGS)
close = torch.testing.assert_close


def make_reader(pooling, **changes):
    torch.manual_seed(0)
    return CardReader(replace(SIZES, pooling=pooling, **changes)).double()


@pytest.fixture
def cards():
    random = torch.Generator().manual_seed(1)
    return torch.randn(B, K, D_CARD, generator=random).double()


QUERIES = torch.eye(D_QUERY).double()


def asking(number):
    return QUERIES[number].expand(B, -1)


def weights_of(reader, cards, query):
    return reader(cards, query, MASK, return_weights=True)[1]


@every_pooling
@pytest.mark.parametrize("query_on_cards", [False, True])
@pytest.mark.parametrize("card_layers", [0, 1, 2])
def test_logits_come_for_each_hand(pooling, query_on_cards, card_layers, cards):
    reader = make_reader(
        pooling, query_on_cards=query_on_cards, card_layers=card_layers
    )
    assert reader(cards, asking(0), MASK).shape == (B, N_CLASSES)


@every_pooling
def test_what_lies_in_the_padding_changes_nothing(pooling, cards):
    reader = make_reader(pooling)
    filled = cards.masked_fill(~MASK.mT, 9.0)
    close(reader(filled, asking(0), MASK), reader(cards, asking(0), MASK))
    for row, n in enumerate(LENGTHS.tolist()):
        alone = cards[row, None, :n], QUERIES[:1], MASK[row, None, :, :n]
        close(reader(*alone)[0], reader(cards, asking(0), MASK)[row])


@every_pooling
def test_the_order_of_the_cards_does_not_matter(pooling, cards):
    reader, order = make_reader(pooling), torch.tensor([3, 0, 4, 2, 1])
    moved = reader(cards[:, order], asking(0), MASK[..., order])
    close(moved, reader(cards, asking(0), MASK))


@every_pooling
def test_every_card_counts(pooling, cards):
    reader = make_reader(pooling)
    before = reader(cards, asking(0), MASK)
    for place in range(K):
        changed = cards.clone()
        changed[0, place] += 3.0
        after = reader(changed, asking(0), MASK)
        assert not torch.allclose(after[0], before[0])
        close(after[1:], before[1:])


@pytest.mark.parametrize("pooling", WEIGHING)
def test_the_weights_are_over_the_cards_and_sum_to_one(pooling, cards):
    weights = weights_of(make_reader(pooling), cards, asking(0))
    assert weights.shape == (B, 1, K)
    assert (weights[~MASK] == 0).all()
    assert (weights[MASK] > 0).all()
    close(weights.sum(-1), torch.ones(B, 1).double())


def test_the_mean_weighs_all_cards_alike(cards):
    weights = weights_of(make_reader("mean"), cards, asking(0))
    close(weights, MASK / LENGTHS[:, None, None].double())


def test_the_mean_and_the_maximum_are_those_of_the_cards_that_are_there(cards):
    for pooling, expected in (("mean", torch.mean), ("max", torch.amax)):
        pooled, _ = POOLINGS[pooling](SIZES)(cards, asking(0), MASK)
        for row, n in enumerate(LENGTHS.tolist()):
            close(pooled[row], expected(cards[row, :n], dim=0))


def test_there_are_no_weights_where_the_maximum_is_taken(cards):
    assert weights_of(make_reader("max"), cards, asking(0)) is None


@pytest.mark.parametrize("pooling", ["mean", "max", "attention"])
def test_three_ways_of_pooling_never_look_at_the_question(pooling, cards):
    reader = make_reader(pooling)
    logits = [reader(cards, asking(n), MASK) for n in range(D_QUERY)]
    assert torch.equal(logits[0], logits[1])


@pytest.mark.parametrize("pooling", ["bilinear", "additive"])
def test_two_ways_of_pooling_weigh_the_cards_by_the_question(pooling, cards):
    reader = make_reader(pooling)
    weights = [weights_of(reader, cards, asking(n)) for n in range(D_QUERY)]
    assert (weights[0] - weights[1])[MASK].abs().min() > 1e-4


def test_a_question_on_every_card_cancels_in_a_linear_score(cards):
    # w · [x; q] = w_x · x + w_q · q, and w_q · q is the same for every card.
    reader = make_reader("attention", query_on_cards=True)
    weights = [weights_of(reader, cards, asking(n)) for n in range(D_QUERY)]
    close(weights[0], weights[1], rtol=0, atol=1e-14)
    loud = weights_of(reader, cards, 100 * asking(0))
    close(loud, weights[0], rtol=0, atol=1e-12)


def test_a_question_on_every_card_adds_the_same_to_all_features_pooled(cards):
    # So neither the mean nor the maximum can choose a card by it.
    for pooling in ("mean", "max", "attention"):
        reader = make_reader(pooling, query_on_cards=True)
        seen = []
        reader.classify.register_forward_pre_hook(
            lambda _, x, seen=seen: seen.append(x)
        )
        for n in range(D_QUERY):
            reader(cards, asking(n), MASK)
        (zero,), (one,) = seen
        shift = one - zero  # (b, d_hidden)
        assert shift.abs().max() > 0.01
        close(shift, shift[:1].expand(B, -1))


def test_one_hidden_layer_is_enough_for_the_question_to_move_the_weights(cards):
    reader = make_reader("attention", query_on_cards=True, card_layers=1)
    weights = [weights_of(reader, cards, asking(n)) for n in range(D_QUERY)]
    assert (weights[0] - weights[1]).abs().max() > 1e-4


def test_bilinear_attention_is_a_score_vector_for_each_question(cards):
    reader, unasked = make_reader("bilinear"), make_reader("attention")
    unasked.encode.load_state_dict(reader.encode.state_dict())
    unasked.classify.load_state_dict(reader.classify.state_dict())
    for n in range(D_QUERY):
        with torch.no_grad():
            unasked.pool.attend.score_vector.copy_(reader.pool.score_matrix[n])
        close(unasked(cards, asking(n), MASK), reader(cards, asking(n), MASK))


@every_pooling
@pytest.mark.parametrize("card_layers", [0, 2])
def test_every_parameter_learns(pooling, card_layers, cards):
    reader = make_reader(pooling, card_layers=card_layers, query_on_cards=True)
    reader(cards, asking(0), MASK).square().sum().backward()
    assert all(p.grad.abs().max() > 0 for p in reader.parameters())


def test_only_the_pooling_differs_between_models_of_one_seed():
    # Not through the seed: a pooling with parameters of its own draws before the rest.
    shared = [
        {name: p.shape for name, p in make_reader(pooling).named_parameters()}
        for pooling in POOLINGS
    ]
    for shapes in shared:
        own = {name for name in shapes if name.startswith("pool.")}
        assert {n: s for n, s in shapes.items() if n not in own} == shared[0]


@pytest.mark.parametrize(
    ("n_hidden", "kinds"),
    [
        (0, ["Linear"]),
        (1, ["Linear", "ReLU", "Linear"]),
        (2, ["Linear", "ReLU", "Linear", "ReLU", "Linear"]),
    ],
)
def test_a_dense_network_has_a_nonlinearity_after_each_hidden_layer(n_hidden, kinds):
    network = dense_network(2, 3, 5, n_hidden)
    assert [type(layer).__name__ for layer in network] == kinds
    assert network(torch.ones(7, 2)).shape == (7, 5)


def test_an_unknown_pooling_lists_those_there_are():
    with pytest.raises(ValueError, match=r"no pooling 'sum': there are mean, max"):
        CardReader(CardReaderConfig(pooling="sum"))
