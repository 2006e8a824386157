import pytest

from attnbook.notebooks.files import (
    NotebookError,
    as_text,
    read_notebook,
)
from tests.unit.notebooks.cells import code, md, store


def test_reading_and_writing_changes_not_one_byte(tmp_path):
    path = store(tmp_path / "n.ipynb", md("# A title\n\nÄ line."), code("1", "1"))
    assert as_text(read_notebook(path)) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"hello", "not JSON"),
        (b'{"cells": [', "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[]", "not a notebook of format 4"),
        (b'{"nbformat": 3}', "not a notebook of format 4"),
        (b'{"nbformat": 4}', "not a valid notebook"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "code"}]}', "not a valid notebook"),
    ],
)
def test_what_is_not_a_notebook_gives_one_clear_error(tmp_path, content, message):
    path = tmp_path / "n.ipynb"
    path.write_bytes(content)
    with pytest.raises(NotebookError, match=message) as caught:
        read_notebook(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(NotebookError, match="there is no such file"):
        read_notebook(tmp_path / "n.ipynb")
