"""Exercises that say what is right and what is not.

In a notebook ``check("stable_softmax")`` checks the function of that name, and
``hint("stable_softmax")`` asks a question about it. ``attnbook --help`` lists the
commands. How a set is made is in CONTRIBUTING.md.
"""

from attnbook.grading.notebook import check, hint

__all__ = ["check", "hint"]
