"""A study group: numbers that a pencil can follow."""

import pytest
import torch

from attnbook.tasks.study_group import StudyGroups, draw_groups, share_led_right


def seeded_groups(**sizes):
    return draw_groups(3, torch.Generator().manual_seed(0), **sizes)


def small_group():
    """Ann knows maths, Ben French; both need maths on Monday and French on Friday."""
    x = torch.tensor([[[3, 0, 2, 0, 0, 2, 5, 1], [0, 3, 2, 0, 0, 2, 7, 2]]]).float()
    best = torch.tensor([[[0, 1], [0, 1]]])  # (b, n, n_errands)
    return StudyGroups(x, x[..., -2:], best)


def test_the_target_is_the_desk_of_each_helper_in_the_order_of_the_errands():
    assert small_group().target.tolist() == [[[5, 1, 7, 2], [5, 1, 7, 2]]]


def test_the_best_helper_knows_most_of_what_is_needed():
    groups = seeded_groups(n_people=5, n_errands=2)
    knows, monday, friday, _ = groups.x.split(2, dim=-1)
    for errand, needs in enumerate((monday, friday)):
        for group in range(3):
            scores = needs[group] @ knows[group].T
            assert (groups.best[group, :, errand] == scores.argmax(1)).all()


def test_the_same_seed_draws_the_same_groups():
    assert torch.equal(seeded_groups().x, seeded_groups().x)


def test_sizes_are_as_asked():
    groups = seeded_groups(n_people=5, n_errands=3)
    assert groups.x.shape == (3, 5, 10)
    assert groups.desks.shape == (3, 5, 2)
    assert groups.best.shape == (3, 5, 3)


def test_one_wrong_errand_is_a_wrong_person():
    group = small_group()
    output = group.target.clone()
    output[0, 0, 2:] = torch.tensor([5.0, 1.0])  # Ann is sent to herself on Friday
    assert share_led_right(output, group) == 0.5


def test_near_enough_is_right():
    group = small_group()
    assert share_led_right(group.target + 0.4, group) == 1.0


def test_an_output_of_the_wrong_shape_is_refused():
    with pytest.raises(ValueError, match="two coordinates for each errand"):
        share_led_right(torch.zeros(1, 2, 2), small_group())


@pytest.mark.parametrize("sizes", [{"n_people": 0}, {"n_errands": 0}])
def test_an_empty_group_is_refused(sizes):
    with pytest.raises(ValueError, match="at least 1"):
        seeded_groups(**sizes)
