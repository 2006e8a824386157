import torch

from attnbook.functional import location_scores


def test_gradients_reach_the_query_and_the_places() -> None:
    q, W = torch.randn(2, 3, 7).double(), torch.randn(5, 7).double()
    q.requires_grad_(), W.requires_grad_()
    assert torch.autograd.gradcheck(location_scores, (q, W))
