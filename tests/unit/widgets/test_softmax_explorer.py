import math
from pathlib import Path

import ipywidgets
import pytest

import attnbook.widgets
from attnbook.widgets import softmax_explorer

FOLDER = Path(attnbook.widgets.__file__).parent


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: score sliders, the other two, and the view."""
    controls, view = explorer.children[1].children
    keys, knobs = controls.children
    return keys.children, knobs.children, view


def test_each_slider_starts_where_its_trait_of_the_view_starts():
    keys, (temperature, constant), view = parts(softmax_explorer((3, -2.5, 0.1), 0.25))
    assert [slider.value for slider in keys] == [3.0, -2.5, 0.1]
    assert [view.score_1, view.score_2, view.score_3] == [3.0, -2.5, 0.1]
    assert temperature.value == view.temperature == 0.25
    assert constant.value == view.constant == 0.0


def test_reset_knows_every_first_value():
    _, _, view = parts(softmax_explorer((1.0, 2.0), 4.0))
    start = {"score_1": 1.0, "score_2": 2.0, "temperature": 4.0, "constant": 0.0}
    assert view.start == start


def test_every_slider_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    keys, knobs, view = parts(softmax_explorer())
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(link.source[0], *link.target) for link in links}
    traits = ["score_1", "score_2", "score_3", "score_4", "temperature", "constant"]
    expected = {
        (slider, view, trait)
        for slider, trait in zip([*keys, *knobs], traits, strict=True)
    }
    assert joined == expected
    assert {(link.source[1]) for link in links} == {"value"}


def test_sliders_carry_the_labels():
    keys, knobs, view = parts(softmax_explorer((1.0, 0.0), labels=("cat", "mat")))
    assert [slider.description for slider in keys] == ["cat", "mat"]
    assert [slider.description for slider in knobs] == ["temperature", "add to all"]
    assert view.labels == ["cat", "mat"]


def test_temperature_slider_is_logarithmic_with_one_in_its_middle():
    _, (temperature, _), view = parts(softmax_explorer())
    assert temperature.base ** ((temperature.min + temperature.max) / 2) == 1.0
    assert view.coldest == pytest.approx(10**temperature.min)
    assert view.hottest == pytest.approx(10**temperature.max)


@pytest.mark.parametrize("temperature", [0.0, -1.0, math.nan, math.inf, 0.001, 1000.0])
def test_impossible_temperature_is_refused(temperature):
    with pytest.raises(ValueError, match=r"between 0\.01 and 100, and .* came"):
        softmax_explorer(temperature=temperature)


@pytest.mark.parametrize("score", [5.1, -7, math.nan, math.inf])
def test_score_beyond_its_slider_is_refused(score):
    with pytest.raises(ValueError, match=r"between -5 and 5, and .* came"):
        softmax_explorer((0.0, score))


@pytest.mark.parametrize("labels", [["one"], ["one", "two", "three"], []])
def test_one_label_per_score_is_required(labels):
    with pytest.raises(ValueError, match=rf"{len(labels)} labels for 2 scores"):
        softmax_explorer((0.0, 1.0), labels=labels)


@pytest.mark.parametrize("n", [0, 1, 9])
def test_number_of_scores_is_limited(n):
    with pytest.raises(ValueError, match=rf"2 to 8 scores and {n} came"):
        softmax_explorer([0.0] * n)


@pytest.mark.parametrize("n", [2, 5, 8])
def test_styles_know_every_number_of_keys(n):
    explorer = softmax_explorer([0.0] * n)
    assert explorer._dom_classes == ("att-explorer", f"att-{n}-keys")
    css = (FOLDER / "softmax_explorer.css").read_text("utf-8")
    assert f".att-{n}-keys {{ --att-keys: {n}; }}" in css


def test_text_form_holds_no_memory_address():
    _, _, view = parts(softmax_explorer())
    assert repr(view) == "SoftmaxView(labels=['key 1', 'key 2', 'key 3', 'key 4'])"


def test_view_is_known_by_the_file_it_comes_from():
    _, _, view = parts(softmax_explorer())
    assert view._anywidget_id == "attnbook.widgets.softmax_explorer.SoftmaxView"
    assert str(view._esm) == (FOLDER / "softmax_explorer.js").read_text("utf-8")


def test_drawing_imports_nothing():
    source = (FOLDER / "softmax_explorer.js").read_text("utf-8")
    assert "import" not in source.replace("relative import", "")
