from nbformat import from_dict

from attnbook.notebooks.canonical import (
    WIDGET_STATE,
    WIDGET_VIEW,
    canonicalise,
    fold_answers,
    merge_streams,
    number_widgets,
)
from tests.unit.notebooks.cells import code, md, notebook, printed, shown

A, B, C, D, E = (letter * 32 for letter in "9ab1f")


def with_widgets(*ids: str, order: int = 1):
    """Make a box (first id) of two sliders and a link to each, in some order."""
    box, one, two, *links = ids
    models = {
        box: {"widgets": [f"IPY_MODEL_{one}", f"IPY_MODEL_{two}"]},
        one: {"value": 1.0},
        two: {"value": 2.0},
        links[0]: {"source": [f"IPY_MODEL_{one}", "value"]},
        links[1]: {"source": [f"IPY_MODEL_{two}", "value"]},
    }
    state = {name: {"state": models[name]} for name in list(models)[::order]}
    made = notebook(code("box", outputs=[shown(image_png="x")]))
    view = {"model_id": box, "version_major": 2, "version_minor": 0}
    made.cells[0].outputs[0].data = from_dict({WIDGET_VIEW: view})
    made.metadata.widgets = from_dict({WIDGET_STATE: {"state": state}})
    return made


def test_widgets_get_the_same_numbers_whatever_their_random_ids_were():
    first = with_widgets(A, B, C, D, E)
    second = with_widgets(D, C, A, E, B, order=-1)
    canonicalise(first)
    canonicalise(second)
    assert first == second


def test_widgets_are_numbered_in_reading_order_and_still_refer_to_each_other():
    made = with_widgets(A, B, C, D, E)
    number_widgets(made)
    state = made.metadata.widgets[WIDGET_STATE].state
    box, one, two, link, _ = (f"{n:032x}" for n in range(1, 6))
    assert made.cells[0].outputs[0].data[WIDGET_VIEW].model_id == box
    assert state[box].state.widgets == [f"IPY_MODEL_{one}", f"IPY_MODEL_{two}"]
    assert state[two].state.value == 2.0
    assert state[link].state.source == [f"IPY_MODEL_{one}", "value"]


def test_a_view_whose_model_was_not_stored_is_left_for_the_lint_to_name():
    made = with_widgets(A, B, C, D, E)
    made.cells[0].outputs[0].data[WIDGET_VIEW].model_id = "0" * 32
    number_widgets(made)
    assert made.cells[0].outputs[0].data[WIDGET_VIEW].model_id == "0" * 32


def test_a_predict_cell_is_folded_again_after_jupyterlab_unfolded_it():
    made = notebook(code("1 + 1"), code("2 + 2"))
    made.cells[0].metadata.tags = ["hide-output"]
    fold_answers(made)
    assert made.cells[0].metadata.jupyter.outputs_hidden is True
    assert "jupyter" not in made.cells[1].metadata


def test_a_notebook_without_widgets_keeps_no_empty_record_of_them():
    made = notebook(code("1"))
    made.metadata.widgets = from_dict({WIDGET_STATE: {"state": {}}})
    number_widgets(made)
    assert "widgets" not in made.metadata


def test_pieces_of_one_stream_are_joined_and_others_kept_apart():
    parts = [printed("a"), printed("b"), printed("c", "stderr"), printed("d")]
    texts = [(part.name, part.text) for part in merge_streams(parts)]
    assert texts == [("stdout", "a\nb\n"), ("stderr", "c\n"), ("stdout", "d\n")]


def test_a_stored_notebook_has_its_streams_joined():
    made = notebook(code("f()", outputs=[printed("a"), printed("b")]))
    canonicalise(made)
    assert [output.text for output in made.cells[0].outputs] == ["a\nb\n"]


def test_ids_follow_the_source_and_twins_are_told_apart():
    made = notebook(md("x"), code("x"), code("x"), code("y"))
    again = notebook(code("x"), code("y"))
    canonicalise(made)
    canonicalise(again)
    ids = [cell.id for cell in made.cells]
    assert len(set(ids)) == 4
    assert [cell.id for cell in again.cells] == [ids[1], ids[3]]
    assert ids[2] == f"{ids[1]}-2"


def test_times_and_the_version_of_python_are_left_out():
    made = notebook(code("1", execution={"iopub.execute_input": "2026-11-21T08:00"}))
    made.metadata.language_info = from_dict({"name": "python", "version": "3.11.7"})
    canonicalise(made)
    assert "execution" not in made.cells[0].metadata
    assert "version" not in made.metadata.language_info
    assert made.metadata.kernelspec.name == "python3"
