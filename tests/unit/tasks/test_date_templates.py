from datetime import date

from attnbook.tasks.date_templates import UNREADABLE, TemplateReader
from attnbook.tasks.dates import write_date

KNOWN = [
    write_date(date(1984, 5, 29), ("en_GB", "long")),  # 29 May 1984
    write_date(date(1984, 5, 29), ("en_US", "long")),  # May 29, 1984
    write_date(date(2011, 6, 17), ("de_DE", "short")),  # 17.06.11
    write_date(date(2024, 8, 25), ("en_GB", "long")),  # 25 August 2024
    write_date(date(1993, 10, 9), ("en_GB", "long")),  # 9 October 1993
]
READER = TemplateReader(KNOWN)


def test_the_order_of_the_fields_comes_from_the_template():
    assert READER.read("31 May 2025") == "2025-05-31"
    assert READER.read("May 31, 2025") == "2025-05-31"


def test_the_template_with_the_fewest_differences_is_taken():
    assert READER.read("30 August 2021") == "2021-08-30"
    assert READER.read("12 Augusf 2021") == "2021-08-12"


def test_two_digit_years_fall_in_the_century_of_the_data():
    assert READER.read("01.12.70") == "1970-12-01"
    assert READER.read("01.12.39") == "2039-12-01"


def test_a_month_it_never_saw_is_taken_for_one_it_knows():
    assert READER.read("31 Mar 2025") == "2025-05-31"


def test_a_length_it_never_saw_is_unreadable():
    assert READER.read("4 de marzo de 2025") == UNREADABLE


def test_a_century_it_cannot_know_is_no_crash():
    assert READER.read("01.12.69") == "69-12-01"


def test_a_layout_that_does_not_fit_is_unreadable():
    assert READER.read("ab.cd.ef") == UNREADABLE
