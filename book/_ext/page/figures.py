"""placeholder"""


def setup(app):
    """Connect."""
