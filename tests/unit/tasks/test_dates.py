from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from babel.dates import format_date

from attnbook.tasks import dates
from attnbook.tasks.dates import (
    LOCALES,
    STYLES,
    YEARS,
    all_days,
    ambiguous_texts,
    make_dates,
    split_days,
    unambiguous_notations,
    write_date,
)

DAYS = [date(1970, 1, 1), date(2001, 12, 31), date(2024, 2, 29), date(2039, 11, 9)]
OTHER_LOCALES = ("nl_NL", "pt_PT", "fi_FI", "hr_HR", "lt_LT", "ru_RU", "zh_CN")


def letters_of(example, field):
    """The characters of the source that belong to one field."""
    pairs = zip(example.text, example.fields, strict=True)
    return "".join(character for character, f in pairs if f == field)


@pytest.fixture(scope="module")
def notations():
    return unambiguous_notations()


@pytest.mark.parametrize("locale", LOCALES + OTHER_LOCALES)
@pytest.mark.parametrize("style", STYLES)
def test_the_text_is_the_one_babel_writes(locale, style):
    for day in DAYS:
        written = write_date(day, (locale, style))
        assert written.text == format_date(day, style, locale)
        assert written.iso == day.isoformat()


@pytest.mark.parametrize("locale", LOCALES + OTHER_LOCALES)
@pytest.mark.parametrize("style", STYLES)
def test_the_fields_hold_exactly_the_year_the_month_and_the_day(locale, style):
    for day in DAYS:
        written = write_date(day, (locale, style))
        month = letters_of(written, "M")
        assert int(letters_of(written, "D")) == day.day
        assert int(letters_of(written, "Y")) in (day.year, day.year % 100)
        assert not month.isdigit() or int(month) == day.month
        assert month


def test_the_weekday_belongs_to_no_field():
    written = write_date(date(2025, 3, 4), ("de_DE", "full"))
    assert written.text == "Dienstag, 4. März 2025"
    assert written.fields == "..........D..MMMM.YYYY"


def test_a_month_in_words_changes_with_the_month():
    names = {
        letters_of(write_date(date(2025, month, 4), ("pl_PL", "long")), "M")
        for month in range(1, 13)
    }
    assert len(names) == 12


def test_all_days_are_in_order_without_gap_or_repeat():
    days = all_days()
    assert days[0] == date(1970, 1, 1)
    assert days[-1] == date(2039, 12, 31)
    assert {(b - a).days for a, b in pairwise(days)} == {1}


def test_no_text_of_any_day_in_any_kept_notation_means_two_dates(notations):
    # Months with their neighbours' numbers, every day, years that look like days.
    days = [day for day in all_days() if day.year in (1971, 2007, 2012)]
    assert ambiguous_texts(write_date(d, n) for d in days for n in notations) == []


def test_american_short_dates_are_left_out_and_nothing_else(notations):
    everything = {(locale, style) for locale in LOCALES for style in STYLES}
    assert everything - set(notations) == {("en_US", "short")}


def test_american_short_dates_would_be_ambiguous(notations):
    days = [day for day in all_days() if day.year == 2025]
    with_american = [*notations, ("en_US", "short")]
    texts = ambiguous_texts(write_date(d, n) for d in days for n in with_american)
    assert "4/3/25" in texts
    assert len(texts) == 12 * 11  # each pair of different numbers up to twelve


def test_two_digit_years_are_left_out_when_a_century_comes_twice():
    styles, years = ("short", "long"), range(1950, 2051)
    assert ("de_DE", "short") not in unambiguous_notations(("de_DE",), styles, years)
    assert ("de_DE", "long") in unambiguous_notations(("de_DE",), styles, years)


def test_held_out_days_are_never_seen_in_training_in_any_locale(notations):
    rng = np.random.default_rng(0)
    splits = split_days(rng, n_train=401, n_validation=101, n_test=103)
    made = [
        make_dates(days, notations, rng, per_day=5)
        for days in (splits.train, splits.validation, splits.test)
    ]
    train, validation, test = ({e.iso for e in examples} for examples in made)
    assert (len(train), len(validation), len(test)) == (401, 101, 103)
    assert not train & validation
    assert not train & test
    assert not validation & test


def test_the_days_of_a_split_cover_the_years_evenly():
    splits = split_days(
        np.random.default_rng(0), n_train=2003, n_validation=11, n_test=307
    )
    for days in (splits.train, splits.test):
        assert min(d.year for d in days) == YEARS[0]
        assert max(d.year for d in days) == YEARS[-1]
        assert {d.month for d in days} == set(range(1, 13))


def test_the_whole_calendar_can_be_split():
    splits = split_days(
        np.random.default_rng(0),
        n_train=363,
        n_validation=1,
        n_test=1,
        years=range(2025, 2026),
    )
    together = splits.train + splits.validation + splits.test
    assert sorted(together) == all_days(range(2025, 2026))


def test_the_same_generator_state_gives_the_same_dates(notations):
    once, twice, other = (
        make_dates(DAYS, notations, np.random.default_rng(seed), per_day=3)
        for seed in (7, 7, 8)
    )
    assert once == twice
    assert once != other


def test_each_day_is_written_in_that_many_different_notations(notations):
    some = notations[:7]
    made = make_dates(DAYS, some, np.random.default_rng(0), per_day=7)
    pairs = {(e.iso, e.locale, e.style) for e in made}
    assert len(made) == len(pairs) == 7 * len(DAYS)


def test_nothing_is_written_in_a_notation_that_was_not_given(notations):
    made = make_dates(DAYS, notations[:3], np.random.default_rng(0), per_day=2)
    assert {(e.locale, e.style) for e in made} <= set(notations[:3])


@pytest.mark.parametrize("locale", ["xx_YY", "en-GB", "", "klingon"])
def test_an_unknown_locale_is_named(locale):
    with pytest.raises(
        ValueError, match=f"^unknown locale '{locale}'.*such as 'en_GB'"
    ):
        write_date(DAYS[0], (locale, "long"))


def test_an_unknown_locale_stops_the_choice_of_notations():
    with pytest.raises(ValueError, match="unknown locale 'xx_YY'"):
        unambiguous_notations(("de_DE", "xx_YY"), STYLES, range(2025, 2026))


def test_an_unsupported_style_lists_those_there_are():
    with pytest.raises(
        ValueError, match=r"unsupported style 'tiny': .*short, medium, long, full"
    ):
        write_date(DAYS[0], ("de_DE", "tiny"))


def test_an_empty_list_of_dates_is_an_error():
    with pytest.raises(ValueError, match="list of dates is empty"):
        make_dates([], [("de_DE", "long")], np.random.default_rng(0))


@pytest.mark.parametrize("per_day", [0, 2])
def test_more_notations_than_there_are_is_an_error(per_day):
    with pytest.raises(ValueError, match=f"per_day={per_day} .*between 1 .*here 1"):
        make_dates(DAYS, [("de_DE", "long")], np.random.default_rng(0), per_day=per_day)


@pytest.mark.parametrize("sizes", [(0, 1, 1), (1, 1, 0), (25567, 1, 1)])
def test_a_split_that_cannot_be_drawn_is_an_error(sizes):
    train, validation, test = sizes
    with pytest.raises(ValueError, match=r"25567 days"):
        split_days(
            np.random.default_rng(0),
            n_train=train,
            n_validation=validation,
            n_test=test,
        )


def test_no_years_is_an_error():
    with pytest.raises(ValueError, match="holds no year"):
        all_days(range(2025, 2025))


def test_a_locale_is_looked_up_once():
    write_date(DAYS[0], ("sv_SE", "long"))
    before = dates._find_locale.cache_info().misses
    write_date(DAYS[1], ("sv_SE", "full"))
    assert dates._find_locale.cache_info().misses == before
