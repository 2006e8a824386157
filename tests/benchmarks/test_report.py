import json

import pytest

from benchmarks.report import machine, row, store, table, written
from benchmarks.result import Result

FAST = Result("Keys", "median", 12.0, "ms", "Lab", 48.0)
SLOW = Result("Time", "n = 7", 3.3, "ms", "torch", 3.0, most=1.05, bar_on="ratio")
SMALL = Result("Time", "import", 0.0012, "s", "numpy", 0.1, most=0.2)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (38.0, "files", "38 files"),
        (12.345, "ms", "12.3 ms"),
        (1234.5, "kB", "1234 kB"),
        (0.00119, "s", "0.00119 s"),
        (float("nan"), "s", "none"),
    ],
)
def test_numbers_are_short(value, unit, text):
    assert written(value, unit) == text


def test_a_row_has_the_peer_the_ratio_and_the_verdict():
    assert row(FAST) == ("median", "12 ms", "48 ms (Lab)", "0.25", "", "")
    assert row(SLOW)[3:] == ("1.1", "ratio ≤ 1.05", "**no**")
    assert row(SMALL)[4:] == ("≤ 0.2 s", "yes")


def test_each_section_has_one_table():
    text = table([FAST, SLOW, SMALL])
    assert [line for line in text.splitlines() if line[:1] == "#"] == [
        "## Keys",
        "## Time",
    ]
    assert text.count("\n| --- |") == 2
    assert {line.count("|") for line in text.splitlines() if line[:1] == "|"} == {7}


def test_both_files_say_the_same(tmp_path):
    store([FAST, SLOW], {"cores": 2}, tmp_path)
    stored = json.loads((tmp_path / "results.json").read_text())
    assert stored["machine"] == {"cores": 2}
    assert [r["ratio"] for r in stored["results"]] == [0.25, pytest.approx(1.1)]
    assert [r["reached"] for r in stored["results"]] == [None, False]
    text = (tmp_path / "results.md").read_text()
    assert "cores 2." in text
    assert table([FAST, SLOW]) in text


def test_the_machine_is_described_without_a_name_of_its_owner():
    found = machine()
    assert {"processor", "cores", "memory_gib", "torch", "python"} <= set(found)
    assert not {"host", "user", "node"} & set(found)
