"""Keep notebooks honest: run them reproducibly, lint them, show the package's code.

``python -m attnbook.notebooks --help`` lists the commands.
"""

from attnbook.notebooks.source import show_source

__all__ = ["show_source"]
