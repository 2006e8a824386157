"""Layers of the book as torch modules, built on ``attnbook.functional``."""

from attnbook.nn.additive_attention import AdditiveAttention
from attnbook.nn.attention_pooling import AttentionPooling
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
    "LearnedPositions",
    "MultiHeadAttention",
    "RelativePositionBias",
    "Rotary",
    "SinusoidalPositions",
]
