import pytest

from attnbook.grading.sets import exercises_folder, find_task, load_set

from .cells import CHECKS, TASKS, write_set


def test_the_folder_is_found_from_below(tmp_path):
    folder = write_set(tmp_path)
    assert exercises_folder(folder / "checks") == tmp_path / "exercises"


def test_elsewhere_it_is_the_one_beside_the_package(tmp_path):
    found = exercises_folder(tmp_path)
    assert (found / "scores-and-temperature" / "tasks.py").exists()


def test_without_a_folder_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr("attnbook.grading.sets.__file__", str(tmp_path / "a/b/c/d.py"))
    with pytest.raises(ValueError, match="start JupyterLab in the folder of the book"):
        exercises_folder(tmp_path)


def test_a_set_has_its_tasks_and_checks_in_order(tmp_path):
    exercises = load_set(write_set(tmp_path))
    assert exercises.name == "doubling"
    assert [c.title for c in exercises.checks] == [
        "numbers double",
        "random numbers double, too",
    ]
    assert exercises.points("double") == 3


def test_a_task_is_found_by_its_name(tmp_path):
    exercises, task = find_task("double", write_set(tmp_path))
    assert (exercises.name, task.minutes) == ("doubling", 5)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("doubel", "did you mean double?"),
        ("DOUBLE", "did you mean double?"),
        ("doublin", "did you mean doubling?"),
        ("zzz", "see `attnbook list`"),
        ("", "see `attnbook list`"),
    ],
)
def test_an_unknown_task_is_named_with_its_neighbour(tmp_path, name, told):
    with pytest.raises(ValueError, match="there is no task called") as error:
        find_task(name, write_set(tmp_path))
    assert told in str(error.value)


def test_the_name_of_a_set_lists_its_tasks(tmp_path):
    folder = write_set(tmp_path)
    with pytest.raises(ValueError, match=r"^doubling is a set; its tasks: double$"):
        find_task("doubling", folder)


def test_a_check_in_the_wrong_file_is_named(tmp_path):
    folder = write_set(tmp_path, checks=CHECKS.replace('"double"', '"triple"'))
    with pytest.raises(ValueError, match="is a check of triple"):
        load_set(folder)


def test_a_task_without_checks_is_named(tmp_path):
    folder = write_set(tmp_path, tasks=TASKS.replace('"double"', '"triple"'))
    with pytest.raises(ValueError, match="lists triple"):
        load_set(folder)
