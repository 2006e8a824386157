"""Layers of the book as torch modules, built on ``attnbook.functional``."""

from attnbook.nn.additive_attention import AdditiveAttention
from attnbook.nn.attention_pooling import AttentionPooling
from attnbook.nn.causal_convolution import CausalConvolution
from attnbook.nn.hard_attention import HardAttention, reinforce_loss
from attnbook.nn.luong_attention import LuongAttention
from attnbook.nn.multi_head_attention import MultiHeadAttention
from attnbook.nn.positions import (
    AlibiBias,
    LearnedPositions,
    RelativePositionBias,
    Rotary,
    SinusoidalPositions,
)

__all__ = [
    "AdditiveAttention",
    "AlibiBias",
    "AttentionPooling",
    "CausalConvolution",
    "HardAttention",
    "LearnedPositions",
    "LuongAttention",
    "MultiHeadAttention",
    "RelativePositionBias",
    "Rotary",
    "SinusoidalPositions",
    "reinforce_loss",
]
