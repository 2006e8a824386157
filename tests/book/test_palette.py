"""Colours: words and marks can be told from the ground in both themes."""

import re

import pytest

from .conftest import ROOT

PALETTE = (ROOT / "book/assets/palette.css").read_text("utf-8")
THEMES = ("light", "dark")


def colours(theme: str) -> dict[str, str]:
    """Read the properties of one theme."""
    block = re.search(rf'html\[data-theme="{theme}"\] \{{(.*?)\}}', PALETTE, re.DOTALL)
    return dict(re.findall(r"--att-([a-z-]+): (#[0-9a-f]{6});", block[1]))


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["ground", "surface"])
@pytest.mark.parametrize(
    "words", ["ink", "muted", "string", "q-text", "k-text", "v-text"]
)
def test_words_have_the_contrast_of_words(theme: str, ground: str, words: str) -> None:
    shades = colours(theme)
    assert contrast(shades[words], shades[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["q", "k", "v", "muted"])
def test_marks_have_the_contrast_of_marks(theme: str, mark: str) -> None:
    shades = colours(theme)
    assert contrast(shades[mark], shades["ground"]) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert colours("light").keys() == colours("dark").keys()
