"""The package behind The Attention Book: attention explained, shown and graded.

``reference`` holds the formulas in NumPy, ``functional`` the same ones in PyTorch.
Importing ``attnbook`` loads neither torch nor any other framework.
"""

__version__ = "0.1.0"
