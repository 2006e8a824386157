import functools

import pytest

from attnbook.notebooks import show_source
from attnbook.notebooks.source import read_source


def area(width: int, height: int = 2) -> int:
    """Multiply two sides.

    Example:
        >>> area(3)
        6
    """

    # A comment stays.
    return width * height


class Door:
    """Open and close."""

    def open(self) -> str:
        """Open it."""
        return "open"

    def close(self):
        return "closed"


def stub():
    """Nothing but this."""


def test_signature_and_body_stay_and_the_docstring_goes():
    assert read_source(area).code == (
        "def area(width: int, height: int = 2) -> int:\n"
        "    # A comment stays.\n"
        "    return width * height"
    )


def test_the_docstring_is_kept_apart_without_its_indent():
    docs = read_source(area).docs
    assert docs["area"].startswith("Multiply two sides.\n\nExample:\n    >>>")


def test_a_class_loses_the_docstrings_of_its_methods_too():
    source = read_source(Door)
    assert '"""' not in source.code
    assert source.code.startswith("class Door:\n    def open(self)")
    assert source.docs == {"Door": "Open and close.", "open": "Open it."}


def test_a_function_of_a_docstring_alone_stays_whole():
    assert read_source(stub).code.endswith('"""Nothing but this."""')


def test_a_wrapped_function_shows_what_it_wraps():
    @functools.wraps(area)
    def wrapper(*args):
        return area(*args)

    assert read_source(wrapper).code == read_source(area).code


def test_markdown_is_a_python_fence_and_a_fold():
    text = read_source(area)._repr_markdown_()
    assert text.startswith("```python\n# ")
    assert "<details>\n<summary>Docstring</summary>\n\nMultiply two sides.\n" in text
    assert text.endswith("\n\n</details>\n")


def test_the_plain_text_names_the_file_of_the_package():
    text = repr(read_source(show_source))
    assert text.startswith("# attnbook/notebooks/source.py\ndef show_source(")


@pytest.mark.parametrize("thing", [len, functools.partial(area, 3)])
def test_what_has_no_source_is_refused(thing):
    with pytest.raises(ValueError, match="no Python source to show"):
        read_source(thing)
