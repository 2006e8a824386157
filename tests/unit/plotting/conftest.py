from collections.abc import Iterator

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from attnbook.plotting import use_book_style


@pytest.fixture(autouse=True)
def book_style() -> Iterator[None]:
    """Draw into files, in the look of the book, and leave no figure open."""
    mpl.use("agg")
    use_book_style()
    yield
    plt.close("all")
