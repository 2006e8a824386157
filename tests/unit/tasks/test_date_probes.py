from datetime import date

import numpy as np
import pytest

from attnbook.tasks.date_probes import (
    OTHER_YEARS,
    UNSEEN_LOCALES,
    drop_month_letter,
    has_month_name,
    make_probes,
    misspell,
)
from attnbook.tasks.dates import LOCALES, unambiguous_notations, write_date

LONG = write_date(date(1987, 11, 23), ("hu_HU", "long"))  # 1987. november 23.
NUMERIC = write_date(date(1987, 11, 23), ("hu_HU", "short"))
EXAMPLES = [LONG, NUMERIC, write_date(date(2001, 5, 9), ("en_GB", "full"))]


@pytest.fixture(scope="module")
def probes():
    return make_probes(EXAMPLES, unambiguous_notations(), np.random.default_rng(0))


def test_a_typing_error_drops_one_letter_of_the_month_only():
    for seed in range(31):
        typed = drop_month_letter(LONG, np.random.default_rng(seed))
        kept = [
            "".join(c for c, f in zip(e.text, e.fields, strict=True) if f != "M")
            for e in (typed, LONG)
        ]
        assert len(typed.text) == len(typed.fields) == len(LONG.text) - 1
        assert kept[0] == kept[1]
        assert typed.text.startswith("1987. n")
        assert typed.iso == LONG.iso


def test_every_letter_but_the_first_may_go():
    typed = {drop_month_letter(LONG, np.random.default_rng(s)).text for s in range(97)}
    assert typed == {f"1987. {m} 23." for m in LETTER_MISSING}


LETTER_MISSING = [
    "nvember",
    "noember",
    "novmber",
    "noveber",
    "novemer",
    "novembr",
    "novembe",
]


def test_only_months_of_four_letters_are_misspelt():
    assert [has_month_name(e) for e in EXAMPLES] == [True, False, False]
    assert len(misspell(EXAMPLES, np.random.default_rng(0))) == 1


def test_a_month_in_digits_cannot_be_misspelt():
    with pytest.raises(ValueError, match=r"'1987\. 11\. 23\.' is no name"):
        drop_month_letter(NUMERIC, np.random.default_rng(0))


def test_the_languages_of_the_probes_are_not_those_of_training(probes):
    assert not set(UNSEEN_LOCALES.values()) & set(LOCALES)
    for name, locale in UNSEEN_LOCALES.items():
        assert {e.locale for e in probes[name]} == {locale}
        assert {e.iso for e in probes[name]} <= {e.iso for e in EXAMPLES}


def test_the_other_years_are_written_in_full(probes):
    for name, years in OTHER_YEARS.items():
        assert all(int(e.iso[:4]) in years for e in probes[name])
        assert all(e.iso[:4] in e.text for e in probes[name])


def test_the_probes_depend_on_the_generator_only(probes):
    again = make_probes(EXAMPLES, unambiguous_notations(), np.random.default_rng(0))
    assert again == probes
