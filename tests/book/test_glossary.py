"""The glossary: each word once, in order, and reached from the text."""

import re

from .contents import ROOT, written

GLOSSARY = (ROOT / "book" / "glossary.md").read_text("utf-8")
TERMS = re.findall(r"^## (.+)$", GLOSSARY, re.MULTILINE)


def slug(term: str) -> str:
    return term.lower().replace(" ", "-")


def linked() -> set[str]:
    """Return the slugs of the terms that pages link to."""
    found: set[str] = set()
    for page in written():
        for path in (ROOT / f"{page}.md", ROOT / f"{page}.ipynb"):
            if path.is_file() and path.stem != "glossary":
                found |= set(re.findall(r"glossary\.md#([\w-]+)", path.read_text()))
    return found


def test_terms_stand_once_and_in_order() -> None:
    assert sorted(set(TERMS), key=str.lower) == TERMS


def test_every_term_is_explained() -> None:
    entries = re.split(r"^## .+$", GLOSSARY, flags=re.MULTILINE)[1:]
    bare = [t for t, e in zip(TERMS, entries, strict=True) if len(e.split()) < 8]
    assert not bare, f"too short to explain anything: {bare}"


def test_every_term_is_linked_from_the_text() -> None:
    unlinked = {slug(term) for term in TERMS} - linked()
    assert not unlinked, f"no page links to {sorted(unlinked)}"
