"""The formulas of the book in PyTorch: the same names, arguments and promises.

What `attnbook.reference` says in NumPy is said here in torch, with gradients: they are
finite wherever the scores are, also for a query with nothing to attend to. Functions
that make a mask from numbers take a ``device`` too.
"""

from attnbook.functional.attention import scaled_dot_product_attention
from attnbook.functional.biased_attention import biased_attention
from attnbook.functional.conventions import (
    from_additive,
    from_keras,
    from_key_padding,
    from_torch_mha,
    from_torch_sdpa,
    to_additive,
    to_keras,
    to_key_padding,
    to_torch_mha,
    to_torch_sdpa,
)
from attnbook.functional.gradients import (
    scaled_dot_product_attention_backward,
    softmax_backward,
    softmax_jacobian,
)
from attnbook.functional.hard import gumbel_noise, hardmax, reinforce_gradient
from attnbook.functional.heads import merge_heads, split_heads
from attnbook.functional.hopfield import hopfield_energy, hopfield_retrieval
from attnbook.functional.kernels import (
    bandwidth_to_temperature,
    distance_scores,
    kernel_regression,
    temperature_to_bandwidth,
)
from attnbook.functional.local import local_softmax, predicted_centres, window_mask
from attnbook.functional.location import location_scores
from attnbook.functional.masks import (
    causal_mask,
    combine_masks,
    padding_mask,
    sliding_window_mask,
)
from attnbook.functional.online_softmax import (
    log_sum_exp,
    online_softmax,
    tiled_attention,
)
from attnbook.functional.position_bias import (
    alibi_bias,
    alibi_slopes,
    relative_bias,
    relative_buckets,
    relative_positions,
)
from attnbook.functional.positions import (
    from_half_split,
    position_angles,
    rotary,
    sinusoidal,
    to_half_split,
)
from attnbook.functional.receptive_field import receptive_field
from attnbook.functional.scores import (
    additive_scores,
    bilinear_scores,
    dot_scores,
    linear_scores,
    scaled_dot_scores,
)
from attnbook.functional.softmax import log_softmax, softmax
from attnbook.functional.statistics import attention_entropy

__all__ = [
    "additive_scores",
    "alibi_bias",
    "alibi_slopes",
    "attention_entropy",
    "bandwidth_to_temperature",
    "biased_attention",
    "bilinear_scores",
    "causal_mask",
    "combine_masks",
    "distance_scores",
    "dot_scores",
    "from_additive",
    "from_half_split",
    "from_keras",
    "from_key_padding",
    "from_torch_mha",
    "from_torch_sdpa",
    "gumbel_noise",
    "hardmax",
    "hopfield_energy",
    "hopfield_retrieval",
    "kernel_regression",
    "linear_scores",
    "local_softmax",
    "location_scores",
    "log_softmax",
    "log_sum_exp",
    "merge_heads",
    "online_softmax",
    "padding_mask",
    "position_angles",
    "predicted_centres",
    "receptive_field",
    "reinforce_gradient",
    "relative_bias",
    "relative_buckets",
    "relative_positions",
    "rotary",
    "scaled_dot_product_attention",
    "scaled_dot_product_attention_backward",
    "scaled_dot_scores",
    "sinusoidal",
    "sliding_window_mask",
    "softmax",
    "softmax_backward",
    "softmax_jacobian",
    "split_heads",
    "temperature_to_bandwidth",
    "tiled_attention",
    "to_additive",
    "to_half_split",
    "to_keras",
    "to_key_padding",
    "to_torch_mha",
    "to_torch_sdpa",
    "window_mask",
]
