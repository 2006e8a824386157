import json

import pytest

from attnbook.experiments.results import (
    CHAPTERS,
    load_results,
    recipe_module,
    save_results,
    stale,
)
from attnbook.experiments.sources import source_hashes

CHAPTER = "translation-with-attention"
NUMBERS = {
    "sources": source_hashes(recipe_module(CHAPTER)),
    "seeds": [0],
    "runs": {"0": {"exact_match": 0.5}},
}


def test_what_was_stored_is_read_again(tmp_path):
    path = save_results(CHAPTER, NUMBERS, folder=tmp_path)
    loaded = load_results(CHAPTER, folder=tmp_path)
    assert path == tmp_path / f"{CHAPTER}.json"
    assert loaded["runs"] == NUMBERS["runs"]
    assert loaded["chapter"] == CHAPTER
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_the_same_numbers_give_the_same_bytes(tmp_path):
    first = save_results(CHAPTER, NUMBERS, folder=tmp_path).read_bytes()
    assert save_results(CHAPTER, NUMBERS, folder=tmp_path).read_bytes() == first


def test_fresh_results_are_not_stale(tmp_path):
    save_results(CHAPTER, NUMBERS, folder=tmp_path)
    assert stale(CHAPTER, folder=tmp_path) is None


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"attnbook.tasks.dates": "other"}, "attnbook.tasks.dates"),
        ({"attnbook.gone": "0"}, "attnbook.gone"),
    ],
)
def test_results_of_other_sources_are_stale_and_say_which(tmp_path, changed, name):
    path = save_results(CHAPTER, NUMBERS, folder=tmp_path)
    stored = json.loads(path.read_text())
    stored["sources"] |= changed
    path.write_text(json.dumps(stored))
    assert stale(CHAPTER, folder=tmp_path) == (
        f"{name} changed since: make it with `make seeds CHAPTER={CHAPTER}`"
    )


def test_a_new_import_makes_results_stale(tmp_path):
    path = save_results(CHAPTER, NUMBERS, folder=tmp_path)
    stored = json.loads(path.read_text())
    del stored["sources"]["attnbook.training"]
    path.write_text(json.dumps(stored))
    assert stale(CHAPTER, folder=tmp_path).startswith("attnbook.training changed")


def test_missing_results_say_how_to_make_them(tmp_path):
    with pytest.raises(
        FileNotFoundError, match="doesn't exist: make it with `make seeds"
    ):
        load_results(CHAPTER, folder=tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"seeds": [0', "isn't JSON"),
        ("\udcff", "isn't JSON"),
        ("[1, 2]", "holds no results"),
        ("{}", "holds no results"),
    ],
)
def test_a_broken_file_is_one_clear_error_and_stays(tmp_path, content, message):
    path = tmp_path / f"{CHAPTER}.json"
    path.write_bytes(content.encode(errors="surrogateescape"))
    before = path.read_bytes()
    with pytest.raises(ValueError, match=f"{message}.*make seeds"):
        stale(CHAPTER, folder=tmp_path)
    assert path.read_bytes() == before


def test_a_write_that_fails_leaves_the_older_file_whole(tmp_path):
    path = save_results(CHAPTER, NUMBERS, folder=tmp_path)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        save_results(CHAPTER, {"runs": object()}, folder=tmp_path)
    assert path.read_bytes() == before


def test_a_write_cut_off_halfway_leaves_the_older_file_whole(tmp_path, monkeypatch):
    path = save_results(CHAPTER, NUMBERS, folder=tmp_path)
    before = path.read_bytes()

    def cut_off(self, *_, **__):
        self.write_bytes(b"{")
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.write_text", cut_off)
    with pytest.raises(KeyboardInterrupt):
        save_results(CHAPTER, {"runs": {}}, folder=tmp_path)
    assert path.read_bytes() == before


def test_results_are_not_stored_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no folder .*nowhere"):
        save_results(CHAPTER, NUMBERS, folder=tmp_path / "nowhere")


@pytest.mark.parametrize("ask", [recipe_module, load_results, stale])
def test_a_chapter_without_recipe_is_an_error(ask):
    with pytest.raises(
        ValueError, match=f"no recipe for 'poetry': there are {CHAPTERS[0]}"
    ):
        ask("poetry")
