"""CITATION.cff: what its schema asks for, and the same facts as everywhere else."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import attnbook

ROOT = Path(__file__).resolve().parents[2]
# Of the Citation File Format 1.2.0; persons have other keys, and we name none.
REQUIRED = {"cff-version", "message", "title", "authors"}
ALLOWED = REQUIRED | {
    "abstract",
    "commit",
    "contact",
    "date-released",
    "doi",
    "identifiers",
    "keywords",
    "license",
    "license-url",
    "preferred-citation",
    "references",
    "repository",
    "repository-artifact",
    "repository-code",
    "type",
    "url",
    "version",
}


@pytest.fixture(scope="module")
def citation() -> dict:
    return yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))


@pytest.fixture(scope="module")
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_it_has_the_keys_of_its_format(citation) -> None:
    assert set(citation) >= REQUIRED
    assert set(citation) <= ALLOWED
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] in ("software", "dataset")


def test_its_texts_are_texts(citation) -> None:
    """YAML reads 1.0 as a number and a date as a date; both would be misquoted."""
    lists = ("authors", "license", "keywords")
    texts = [value for key, value in citation.items() if key not in lists]
    assert all(isinstance(text, str) and text.strip() for text in texts)
    words = citation["keywords"]
    assert len(set(words)) == len(words) > 0


def test_the_author_is_the_community_and_no_person(citation) -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    assert citation["authors"] == [{"name": config["author"]}]
    assert citation["title"] == config["title"]


def test_its_version_is_that_of_the_package(citation, project) -> None:
    assert citation["version"] == project["version"] == attnbook.__version__


def test_its_licences_are_those_of_the_package(citation, project) -> None:
    assert citation["license"] == re.split(r" AND ", project["license"])
