import pytest

from attnbook.tasks.number_names import name_numbers
from attnbook.tasks.number_tables import GroupTable, WordTable


def test_the_dictionary_reads_names_whose_words_agree_one_by_one():
    (example,) = name_numbers([5_042_000_306])
    assert WordTable().read(example.text) == example.answer


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1100, "un mille un cent"),  # mille cent
        (2021, "deux mille vingt un"),  # deux mille vingt et un
        (2071, "deux mille soixante dix un"),  # deux mille soixante et onze
        (1_000_000, "un millions"),  # un million
    ],
)
def test_the_dictionary_knows_no_word_by_its_neighbours(number, written):
    (example,) = name_numbers([number])
    assert WordTable().read(example.text) == written != example.answer


def test_the_dictionary_leaves_unknown_words_out():
    assert WordTable().read("two zillion") == "deux"


def test_the_table_of_groups_puts_known_groups_together_in_new_ways():
    table = GroupTable(name_numbers([2_001_071, 71_005_000, 3_080]))
    for example in name_numbers([2_005_080, 71_001_071, 71_003_000]):
        assert table.read(example.text) == example.answer


def test_a_group_that_never_occurred_is_left_out():
    table = GroupTable(name_numbers([2_001]))
    assert table.read("two thousand and seventy one") == "deux mille"


def test_a_group_is_known_only_in_the_place_where_it_occurred():
    table = GroupTable(name_numbers([2_071]))
    assert table.read("seventy one thousand and seventy one") == "soixante et onze"
