import torch

from attnbook.functional import (
    causal_mask,
    receptive_field,
    scaled_dot_product_attention,
)


def test_many_paths_are_no_more_than_one() -> None:
    """Counted in numbers, the paths through 9 layers of 127 tokens overflow a half."""
    mask = torch.ones(127, 127, dtype=torch.bool)
    assert receptive_field(*[mask] * 9).all()


def test_the_field_is_where_autograd_finds_a_slope() -> None:
    n, d = 7, 5
    first = torch.rand(n, n) < 0.1
    masks = [first, causal_mask(n), torch.rand(n, n) < 0.1]
    x = torch.randn(n, d, dtype=torch.float64)

    def layers(x: torch.Tensor) -> torch.Tensor:
        for mask in masks:
            x = x + scaled_dot_product_attention(x, x, x, mask=mask)
        return x.sum(-1)

    slopes = torch.autograd.functional.jacobian(layers, x).abs().sum(-1)  # (n, n)
    assert 0.1 < (slopes > 0).float().mean() < 0.9
    assert torch.equal(slopes > 0, receptive_field(*masks))
