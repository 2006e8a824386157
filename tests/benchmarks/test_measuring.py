"""The measuring itself: that it sees what it says, on things whose size is known."""

import pytest

from benchmarks import imports
from benchmarks.__main__ import SECTIONS, main
from benchmarks.keys import PRESSES, answer_times, summary
from tests.browser import browser_or_skip, visit

PAGE = """<!doctype html><title>slow</title>
<input type=range min=0 max=9 value=5>
<div class=picture><svg><rect width=5 /></svg></div>
<script>
  document.querySelector("input").oninput = (event) => setTimeout(() =>
    document.querySelector("rect").setAttribute("width", event.target.value), DELAY);
</script>"""


def test_an_import_that_brings_a_framework_is_refused():
    with pytest.raises(RuntimeError, match=r"AssertionError: .*'torch'"):
        imports.seconds("attnbook.functional")


def test_the_package_brings_none():
    assert imports.seconds("attnbook") > 0


def test_an_unknown_section_lists_those_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["poetry"])
    assert "attention" in capsys.readouterr().err


def test_some_sections_alone_are_not_stored(monkeypatch, capsys):
    monkeypatch.setitem(SECTIONS, "import", lambda: iter(()))
    monkeypatch.setattr("benchmarks.__main__.store", lambda *_: pytest.fail("stored"))
    assert main(["import"]) == 0
    assert "not stored" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.chromium
def test_a_page_that_answers_late_is_seen_to_answer_late(tmp_path):
    medians = {}
    for delay in (0, 80):
        path = tmp_path / f"{delay}.html"
        path.write_text(PAGE.replace("DELAY", str(delay)), "utf-8")
        with visit(browser_or_skip(), path.as_uri()) as seen:
            times = answer_times(seen.page, "input", ".picture")
        assert len(times) == PRESSES
        medians[delay] = summary(times)["median"]
    assert medians[80] >= 80
    assert 60 < medians[80] - medians[0] < 160
