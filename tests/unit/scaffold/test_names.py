import pytest

from attnbook.scaffold.names import (
    check_free,
    check_identifier,
    check_part,
    check_slug,
    check_title,
)


@pytest.fixture
def book(tmp_path):
    for part in ("2-concepts", "5-applications"):
        (tmp_path / "chapters" / part).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("part", ["2-concepts", "1-background"])
def test_parts_that_exist_and_parts_that_are_new_are_accepted(book, part):
    check_part(part, book)


@pytest.mark.parametrize("part", ["", "concepts", "2", "2-Concepts", "../x", "22-x"])
def test_what_is_no_part_lists_those_there_are(book, part):
    with pytest.raises(ValueError, match=r"is no part.*2-concepts, 5-applications"):
        check_part(part, book)


@pytest.mark.parametrize(("part", "meant"), [("2-concept", "2-c"), ("3-concepts", "2")])
def test_a_part_that_is_nearly_another_names_that_one(book, part, meant):
    with pytest.raises(ValueError, match=f"and {meant}.* exists: do you mean it"):
        check_part(part, book)


@pytest.mark.parametrize("name", ["masks", "soft-lookup", "bert2-and-gpt2"])
def test_slugs(name):
    check_slug(name)


@pytest.mark.parametrize(
    "name", ["", "Masks", "soft_lookup", "2-masks", "a b", "a/b", "-a", "a-", "ä"]
)
def test_what_is_no_slug_is_refused(name):
    with pytest.raises(ValueError, match=r"NAME=.* lower-case words joined by dashes"):
        check_slug(name)


@pytest.mark.parametrize("name", ["explorer", "mask_explorer", "explorer_2d"])
def test_identifiers(name):
    check_identifier(name)


@pytest.mark.parametrize(
    "name", ["", "Mask", "mask-explorer", "2d", "a b", "_a", "a_", "lambda", "ä"]
)
def test_what_is_no_identifier_is_refused(name):
    with pytest.raises(ValueError, match=r"NAME=.* joined by underscores"):
        check_identifier(name)


@pytest.mark.parametrize("title", ["", "  ", "# Masks", "Two\nlines"])
def test_what_is_no_title_is_refused(title):
    with pytest.raises(ValueError, match="is no title"):
        check_title(title)


def test_a_file_that_exists_is_named(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(ValueError, match="a exists and was left as it is"):
        check_free(tmp_path / "b", tmp_path / "a")
    check_free(tmp_path / "b")
