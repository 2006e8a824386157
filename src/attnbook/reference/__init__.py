"""The formulas of the book in NumPy, one function each: the oracle for all other code.

Arrays end in (..., length, features). A mask is boolean, and True = may attend. A query
with nothing to attend to gets zeros. Nothing here changes its arguments. NaN that goes
in comes out, in the rows that it touches. Results have the dtype of the inputs;
softmax, attention and entropy are computed in at least float32.
"""

from attnbook.reference.attention import scaled_dot_product_attention
from attnbook.reference.biased_attention import biased_attention
from attnbook.reference.conventions import (
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
from attnbook.reference.gradients import (
    scaled_dot_product_attention_backward,
    softmax_backward,
    softmax_jacobian,
)
from attnbook.reference.hard import gumbel_noise, hardmax, reinforce_gradient
from attnbook.reference.heads import merge_heads, split_heads
from attnbook.reference.hopfield import hopfield_energy, hopfield_retrieval
from attnbook.reference.kernels import (
    bandwidth_to_temperature,
    distance_scores,
    kernel_regression,
    temperature_to_bandwidth,
)
from attnbook.reference.local import local_softmax, predicted_centres, window_mask
from attnbook.reference.location import location_scores
from attnbook.reference.masks import (
    causal_mask,
    combine_masks,
    padding_mask,
    sliding_window_mask,
)
from attnbook.reference.online_softmax import (
    log_sum_exp,
    online_softmax,
    tiled_attention,
)
from attnbook.reference.position_bias import (
    alibi_bias,
    alibi_slopes,
    relative_bias,
    relative_buckets,
    relative_positions,
)
from attnbook.reference.positions import (
    from_half_split,
    position_angles,
    rotary,
    sinusoidal,
    to_half_split,
)
from attnbook.reference.receptive_field import receptive_field
from attnbook.reference.scores import (
    additive_scores,
    bilinear_scores,
    dot_scores,
    linear_scores,
    scaled_dot_scores,
)
from attnbook.reference.softmax import log_softmax, softmax
from attnbook.reference.statistics import attention_entropy

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
