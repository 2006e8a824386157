"""Whole models, one file and one config dataclass each, built on ``attnbook.nn``."""
