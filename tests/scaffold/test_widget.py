"""The widget's template: the test that comes with it passes, as it is."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
MADE = [
    "src/attnbook/widgets/one_slider.py",
    "src/attnbook/widgets/one_slider.js",
    "src/attnbook/widgets/one_slider.css",
    "tests/widgets/test_one_slider.py",
]


@pytest.fixture(scope="module")
def made(python):
    result = python("attnbook.scaffold", "widget", "one_slider")
    assert result.returncode == 0, result.stderr
    return result


def test_it_tells_what_it_made_and_what_to_do_next(made) -> None:
    lines = made.stdout.splitlines()
    init = "changed src/attnbook/widgets/__init__.py"
    assert lines[:5] == [*(f"made    {file}" for file in MADE), init]
    assert f"-m pytest {MADE[-1]}" in made.stdout


@pytest.mark.usefixtures("made")
def test_no_stand_in_is_left(skeleton: Path) -> None:
    for file in MADE:
        text = (skeleton / file).read_text("utf-8").lower()
        assert not any(name in text for name in ("my_widget", "mywidget", "my-widget"))


@pytest.mark.usefixtures("made")
def test_the_lints_find_nothing(python) -> None:
    for command in (("check",), ("format", "--check")):
        result = python("ruff", *command, "src/attnbook/widgets", "tests/widgets")
        assert result.returncode == 0, result.stdout


@pytest.mark.chromium
@pytest.mark.usefixtures("made", "browser")
def test_its_own_test_passes_and_moves_the_slider_in_a_page(python) -> None:
    result = python("pytest", "-q", MADE[-1], MADE[0])
    assert result.returncode == 0, result.stdout
    assert "7 passed" in result.stdout


@pytest.mark.chromium
@pytest.mark.usefixtures("made", "browser")
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('softmax([model.get("lead"), 0])', 'softmax([0, model.get("lead")])'),
        ("dataset.weight = weights[i]", "dataset.weight ||= weights[i]"),
    ],
)
def test_its_own_test_catches_a_wrong_drawing(python, skeleton, right, wrong) -> None:
    drawing = skeleton / MADE[1]
    text = drawing.read_text("utf-8")
    assert text.count(right) == 1
    drawing.write_text(text.replace(right, wrong), "utf-8")
    try:
        assert python("pytest", "-q", MADE[-1]).returncode == 1
    finally:
        drawing.write_text(text, "utf-8")


@pytest.mark.usefixtures("made")
def test_a_second_one_of_that_name_is_refused_and_the_first_stays(
    python, skeleton
) -> None:
    (skeleton / MADE[2]).write_text("mine", "utf-8")
    again = python("attnbook.scaffold", "widget", "one_slider")
    assert again.returncode == 1
    assert "one_slider.py exists and was left as it is" in again.stderr
    assert (skeleton / MADE[2]).read_text("utf-8") == "mine"


def test_a_package_without_a_list_of_names_is_told(python, skeleton) -> None:
    init = skeleton / "src/attnbook/widgets/__init__.py"
    text = init.read_text("utf-8")
    init.write_text(text.replace("__all__ = [", "NAMES = ["), "utf-8")
    try:
        result = python("attnbook.scaffold", "widget", "another")
    finally:
        init.write_text(text, "utf-8")
    assert "has no line `__all__ = [`" in result.stderr
    assert not list((skeleton / "src").rglob("another.*"))
