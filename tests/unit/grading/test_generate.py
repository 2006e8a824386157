import json

import pytest

from attnbook.grading.__main__ import main
from attnbook.grading.generate import generate_exercise, without_solution

from .cells import write_notebook, write_set

SOLVED = """\
def double(x):
    ### BEGIN SOLUTION
    return x + x
    ### END SOLUTION"""
STUB = "def double(x):\n    raise NotImplementedError"


def test_the_solution_becomes_a_stub_at_its_indent():
    assert without_solution(SOLVED) == STUB


def test_two_solutions_of_a_cell_become_two_stubs():
    assert without_solution(f"{SOLVED}\n\n\n{SOLVED}") == f"{STUB}\n\n\n{STUB}"


@pytest.mark.parametrize("marker", ["BEGIN", "END"])
def test_a_marker_without_partner_is_refused(marker):
    with pytest.raises(ValueError, match="without its partner"):
        without_solution(SOLVED.replace(f"### {marker} SOLUTION", "# gone"))


@pytest.fixture
def folder(tmp_path):
    folder = write_set(tmp_path)
    write_notebook(folder / "solution.ipynb", "import numpy", SOLVED, "check('double')")
    return folder


def cells(folder, name="exercise"):
    return json.loads((folder / f"{name}.ipynb").read_text("utf-8"))["cells"]


def source(cell):
    return "".join(cell["source"])


def test_the_learners_notebook_has_the_cells_with_a_stub(folder):
    assert generate_exercise(folder)
    assert [source(cell) for cell in cells(folder)] == [
        "import numpy",
        STUB,
        "check('double')",
    ]


def test_a_second_time_changes_nothing_and_keeps_what_was_run(folder):
    generate_exercise(folder)
    path = folder / "exercise.ipynb"
    run = json.loads(path.read_text("utf-8"))
    run["cells"][2]["execution_count"] = 3
    path.write_text(json.dumps(run, indent=1, sort_keys=True) + "\n", "utf-8")
    assert not generate_exercise(folder)
    assert cells(folder)[2]["execution_count"] == 3


def test_the_solution_loses_its_outputs(folder):
    path = folder / "solution.ipynb"
    path.write_text(path.read_text("utf-8").replace(": null", ": 7"), "utf-8")
    generate_exercise(folder)
    assert {cell["execution_count"] for cell in cells(folder, "solution")} == {None}


def test_answers_of_a_learner_are_not_lost(folder, capsys):
    generate_exercise(folder)
    answered = write_notebook(folder / "exercise.ipynb", SOLVED.replace("###", "#"))
    before = answered.read_bytes()
    assert main(["generate", str(folder)]) == 1
    assert "an answer to double, which would be lost" in capsys.readouterr().err
    assert answered.read_bytes() == before


def test_what_the_notebook_gives_may_change(folder):
    """Only what a learner writes can be lost."""
    given = "def _broken(x): return {}"
    for number in (1, 2):
        write_notebook(folder / "solution.ipynb", given.format(number), SOLVED)
        assert generate_exercise(folder)
    assert source(cells(folder)[0]) == given.format(2)


def test_a_solution_without_a_gap_is_refused(folder, capsys):
    write_notebook(folder / "solution.ipynb", "def double(x): return x + x")
    assert main(["generate", str(folder)]) == 1
    assert "nothing is left for a learner to do" in capsys.readouterr().err


def test_without_folders_every_set_is_made(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    assert main(["generate"]) == 0
    assert main(["generate"]) == 0
    assert capsys.readouterr().out == "doubling: written\ndoubling: unchanged\n"
