import pytest
import torch

from attnbook.tasks.paint_shelf import (
    Shelves,
    draw_shelves,
    shade_error,
    shelf_features,
)

B, K, Q = 5, 7, 3


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def test_pots_stand_from_dark_to_light_and_wishes_come_as_they_come():
    shelves = draw_shelves(101, K, Q, seeded())
    assert shelves.shades.shape == (101, K, 1)
    assert (shelves.shades.diff(dim=1) >= 0).all()
    assert (shelves.wishes.diff(dim=1) < 0).any()


def test_wishes_can_be_in_order_too():
    plain, ordered = (
        draw_shelves(B, K, Q, seeded(), in_order=o) for o in (False, True)
    )
    assert torch.equal(ordered.wishes, plain.wishes.sort(dim=1).values)
    assert torch.equal(ordered.shades, plain.shades)


def test_shades_and_wishes_fill_the_scale_from_0_to_10():
    shelves = draw_shelves(1000, K, Q, seeded())
    for x in (shelves.shades, shelves.wishes):
        assert 0 <= x.min() < 0.1
        assert 9.9 < x.max() <= 10
        assert x.mean().item() == pytest.approx(5, abs=0.2)


def test_a_seed_decides_the_draws():
    one, same, other = (draw_shelves(B, K, Q, seeded(s)) for s in (1, 1, 2))
    assert torch.equal(one.shades, same.shades)
    assert not torch.equal(one.shades, other.shades)


def test_the_nearest_pot_is_found_for_each_wish():
    shelves = Shelves(
        torch.tensor([[[0.0], [4.0], [10.0]]]), torch.tensor([[[5.0], [8.0]]])
    )
    assert shelves.nearest.tolist() == [[1, 2]]


def test_a_score_of_features_can_be_the_distance():
    q, k, v, y = shelf_features(draw_shelves(B, K, Q, seeded()))
    scores = q @ torch.diag(torch.tensor([2.0, -1.0])) @ k.mT  # (b, q, k)
    distance = -((v.mT - y).square()) + y.square()
    torch.testing.assert_close(scores, distance, atol=1e-5, rtol=0)


def test_features_are_centred_and_targets_are_the_wishes():
    shelves = draw_shelves(B, K, Q, seeded())
    q, k, v, y = shelf_features(shelves)
    assert (q.shape, k.shape, v.shape) == ((B, Q, 2), (B, K, 2), (B, K, 1))
    torch.testing.assert_close(5 * (y + 1), shelves.wishes)
    assert (q[..., 1] == 1).all()
    assert torch.equal(k[..., :1], v)


def test_an_error_is_a_root_mean_square_in_steps_of_grey():
    shelves = Shelves(torch.zeros(1, 2, 1), torch.tensor([[[2.0], [9.0]]]))
    poured = torch.tensor([[[0.0], [1.0]]])  # 5 and 10: off by 3 and by 1
    assert shade_error(poured, shelves) == pytest.approx(5**0.5)


def test_an_empty_shelf_is_refused():
    with pytest.raises(ValueError, match="at least 1"):
        draw_shelves(B, 0, Q, seeded())
