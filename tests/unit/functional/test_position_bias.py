import torch

from attnbook.functional import (
    alibi_bias,
    alibi_slopes,
    relative_bias,
    relative_buckets,
    relative_positions,
)

N_Q, N_K, H = 3, 5, 7


def test_the_gradient_of_a_bias_counts_how_often_its_number_is_used() -> None:
    table = torch.zeros(32, H, requires_grad=True)
    relative_bias(table, N_Q, N_K).sum().backward()
    buckets = relative_buckets(relative_positions(N_Q, N_K))
    counts = torch.bincount(buckets.flatten(), minlength=32)
    torch.testing.assert_close(table.grad, counts[:, None].expand(32, H).float())


def test_results_stay_on_their_device() -> None:
    results = (
        relative_positions(N_Q, N_K, device="meta"),
        relative_buckets(relative_positions(N_Q, device="meta")),
        relative_bias(torch.zeros(32, H, device="meta"), N_Q),
        alibi_slopes(H, device="meta"),
        alibi_bias(H, N_Q, N_K, device="meta"),
    )
    assert {result.device.type for result in results} == {"meta"}


def test_buckets_are_whole_numbers_that_can_index() -> None:
    offsets = relative_positions(N_Q, N_K)
    for both in (False, True):
        buckets = relative_buckets(offsets, bidirectional=both)
        assert buckets.dtype == torch.int64
        assert buckets.shape == (N_Q, N_K)
