import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attnbook.grading.export.table import Table, column

AWKWARD = (
    b"a,b,c\r\n1,2,3\r\n",
    b"a,b,c\n1,2,3",
    b"\xef\xbb\xbfa,b,c\n1,2,3\n",
    b'"a","b","c"\r\n"1","say ""hi"", twice",3\r\n',
    b'a,b,c\n"two\r\nlines",,\n',
    b"a;b;c\n1;2,5;3\n",
    b"a\tb\tc\n1\t2\t3\n",
    b"a,b,c\n1\n\n,,\n",
    b"a,b,c\rx,y,z\r",
    "ä,b,c\nÅsa,2,3\n".encode("latin-1"),
    "ä,b,c\nÅsa,2,\U0001f600\n".encode(),
    b"=1+1,@x,-2\n+3,|,'4\n",
    b" a , b , c \n 1 , 2 , 3 \n",
    b"a,b,\n1,2,",
)
CELLS = st.text(st.sampled_from("a1 ,;\"'=\n\té|"), max_size=5)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5)


@pytest.mark.parametrize("content", AWKWARD)
def test_what_is_not_touched_comes_back_byte_for_byte(content):
    assert Table(content).as_bytes() == content


@settings(max_examples=200, deadline=None)
@given(ROWS, st.sampled_from(["\n", "\r\n"]), st.sampled_from([0, csv.QUOTE_ALL]))
def test_what_any_program_writes_is_read_and_comes_back(rows, end, quoting):
    """The header says which delimiter it is; a comma, here."""
    file = io.StringIO()
    csv.writer(file, lineterminator=end, quoting=quoting).writerows([["x"] * 5, *rows])
    content = file.getvalue().encode()
    table = Table(content)
    assert table.as_bytes() == content
    assert len(table) == len(rows) + 1
    for number, row in enumerate(rows, 1):
        assert [table.cell(number, n) for n in range(len(row))] == row


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        (b'a,b\n"say ""hi"", twice",3\n', ['say "hi", twice', "3"]),
        (b'a,b\n"two\nlines",\n', ["two\nlines", ""]),
        (b"\xef\xbb\xbfa;b\n1,5;2\n", ["1,5", "2"]),
    ],
)
def test_cells_are_read_as_they_are_meant(content, cells):
    table = Table(content)
    assert table.header == ["a", "b"]
    assert [table.cell(1, n) for n in (0, 1)] == cells


def test_only_the_cell_that_is_filled_in_changes():
    table = Table(b'id,"grade",x\r\n1,,"a, b"\r\n2,"9",c\r\n')
    table.fill(1, 1, "7")
    table.fill(2, 1, "8.5")
    assert table.as_bytes() == b'id,"grade",x\r\n1,7,"a, b"\r\n2,"8.5",c\r\n'


def test_a_decimal_comma_is_not_taken_for_a_new_cell():
    table = Table(b"id,grade\n1,\n")
    table.fill(1, 1, "7,5")
    assert table.as_bytes() == b'id,grade\n1,"7,5"\n'


def test_a_line_that_is_too_short_is_refused():
    with pytest.raises(ValueError, match=r"line 2 has only 1 cell$"):
        Table(b"id,grade\n1\n").fill(1, 1, "7")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content):
    with pytest.raises(ValueError, match="an empty file"):
        Table(content)


def test_what_is_no_csv_is_refused_with_its_line():
    with pytest.raises(ValueError, match="line 2 is no CSV"):
        Table(b'a,b\n"1"2,3\n')


def test_columns_are_found_however_they_are_spelled():
    assert column(["ID", " Email Address "], "email address") == 1
    assert column(["ID"], "name", "id") == 0
    assert column(["ID"], "name") is None
