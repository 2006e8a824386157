import pytest
import torch

from attnbook.functional import merge_heads, split_heads

B, H, LENGTH, D_HEAD = 2, 3, 5, 7


def test_a_head_gets_the_same_features_of_every_token() -> None:
    x = torch.randn(B, LENGTH, H * D_HEAD)
    for h, head in enumerate(split_heads(x, H).unbind(1)):
        assert torch.equal(head, x[:, :, h * D_HEAD : (h + 1) * D_HEAD])


def test_merging_undoes_splitting() -> None:
    x = torch.randn(B, LENGTH, H * D_HEAD)
    assert torch.equal(merge_heads(split_heads(x, H)), x)


@pytest.mark.parametrize("batch", [(), (11,), (11, 13)])
def test_any_batch_is_carried_along(batch: tuple[int, ...]) -> None:
    x = torch.randn(*batch, LENGTH, H * D_HEAD)
    assert split_heads(x, H).shape == (*batch, H, LENGTH, D_HEAD)
    assert torch.equal(merge_heads(split_heads(x, H)), x)


def test_no_tokens_split_into_no_tokens() -> None:
    nothing = torch.ones(B, 0, H * D_HEAD)
    assert split_heads(nothing, H).shape == (B, H, 0, D_HEAD)
    assert merge_heads(split_heads(nothing, H)).shape == nothing.shape


def test_splitting_copies_nothing() -> None:
    x = torch.randn(B, LENGTH, H * D_HEAD)
    assert split_heads(x, H).data_ptr() == x.data_ptr()


def test_gradients_go_back_to_the_features_they_came_from() -> None:
    x = torch.randn(B, LENGTH, H * D_HEAD, requires_grad=True)
    split_heads(x, H)[:, 1].sum().backward()
    expected = torch.zeros(H, D_HEAD)
    expected[1] = 1.0
    assert torch.equal(x.grad, expected.flatten().expand_as(x))


def test_heads_stay_on_their_device() -> None:
    x = torch.randn(B, LENGTH, H * D_HEAD, device="meta")
    assert split_heads(x, H).device.type == "meta"
    assert merge_heads(split_heads(x, H)).shape == x.shape
