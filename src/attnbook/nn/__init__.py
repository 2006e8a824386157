"""Layers of the book as torch modules, built on ``attnbook.functional``."""

from attnbook.nn.additive_attention import AdditiveAttention

__all__ = ["AdditiveAttention"]
