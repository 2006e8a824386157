import json
import subprocess
import sys

import pytest

from attnbook.experiments import __main__ as command
from attnbook.experiments import translation_with_attention as recipe
from attnbook.experiments.results import RESULTS

CHAPTER = "translation-with-attention"


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Let the recipe do next to nothing, so that only the command is tested."""
    monkeypatch.setenv("ATTNBOOK_REPRODUCIBLE", "1")
    monkeypatch.setattr(recipe, "load_data", lambda _: None)
    monkeypatch.setattr(recipe, "run", lambda seed, *_: {"exact_match": seed / 8})
    monkeypatch.setattr(recipe, "baselines", lambda _: {"templates": 0.5})


def test_every_seed_is_stored_with_settings_and_versions(tmp_path, capsys):
    arguments = [CHAPTER, "--seeds", "3", "5", "--folder", str(tmp_path)]
    assert command.main(arguments) == 0
    stored = json.loads((tmp_path / f"{CHAPTER}.json").read_text())
    assert stored["seeds"] == [3, 5]
    assert stored["runs"] == {"3": {"exact_match": 0.375}, "5": {"exact_match": 0.625}}
    assert stored["baselines"] == {"templates": 0.5}
    assert stored["settings"]["steps"] == recipe.Settings().steps
    assert set(stored["versions"]) == {
        "python",
        "torch",
        "numpy",
        "babel",
        "num2words",
        "scikit-learn",
    }
    assert capsys.readouterr().out == f"Stored {tmp_path / CHAPTER}.json\n"


def test_the_sources_stored_are_those_from_before_the_training(tmp_path, monkeypatch):
    now = {"attnbook.x": "before"}
    monkeypatch.setattr(command, "source_hashes", lambda _: dict(now))

    def edit_meanwhile(*_):
        now["attnbook.x"] = "after"

    monkeypatch.setattr(recipe, "run", edit_meanwhile)
    command.main([CHAPTER, "--folder", str(tmp_path)])
    stored = json.loads((tmp_path / f"{CHAPTER}.json").read_text())
    assert stored["sources"] == {"attnbook.x": "before"}


def test_an_interrupt_leaves_the_older_result_and_says_so(
    tmp_path, monkeypatch, capsys
):
    file = tmp_path / f"{CHAPTER}.json"
    file.write_text("older")

    def stop(seed, *_):
        if seed == 1:
            raise KeyboardInterrupt
        return {}

    monkeypatch.setattr(recipe, "run", stop)
    assert (
        command.main([CHAPTER, "--seeds", "0", "1", "--folder", str(tmp_path)]) == 130
    )
    assert file.read_text() == "older"
    assert "nothing was stored" in capsys.readouterr().out


def test_a_missing_folder_is_told_before_any_training(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(recipe, "run", lambda *_: pytest.fail("it trained"))
    assert command.main([CHAPTER, "--folder", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_an_unknown_chapter_lists_those_there_are(capsys):
    assert command.main(["poetry"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "poetry" in line
    assert CHAPTER in line


def test_results_go_beside_the_book_by_default():
    assert command._parser().parse_args([CHAPTER]).folder == RESULTS
    assert RESULTS.parts[-2:] == ("book", "results")


def test_help_runs_as_a_module():
    shown = subprocess.run(
        [sys.executable, "-m", "attnbook.experiments", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert CHAPTER in shown.stdout
    assert "--seeds" in shown.stdout
