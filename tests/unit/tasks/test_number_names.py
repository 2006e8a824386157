import numpy as np
import pytest
from num2words import num2words

from attnbook.tasks.number_names import (
    DIGITS,
    name_number,
    name_numbers,
    split_numbers,
)


def split(seed, *, n_train=27, n_validation=9, n_test=18, digits=DIGITS):
    rng = np.random.default_rng(seed)
    sizes = {"n_train": n_train, "n_validation": n_validation, "n_test": n_test}
    return split_numbers(rng, **sizes, digits=digits)


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (1000, "one thousand", "mille"),
        (2080, "two thousand and eighty", "deux mille quatre vingts"),
        (1_000_021, "one million and twenty one", "un million vingt et un"),
        (
            3_000_000_991,
            "three billion nine hundred and ninety one",
            "trois milliards neuf cent quatre vingt onze",
        ),
    ],
)
def test_a_number_is_named_word_by_word_in_both_languages(number, english, french):
    (example,) = name_numbers([number])
    assert (example.number, example.text, example.answer) == (number, english, french)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_nothing_but_hyphens_and_commas_is_lost(language):
    for number in (1234, 98_765_432, 80_080_080, 999_999_999_999):
        name = name_number(number, language)
        letters = num2words(number, lang=language)
        for mark in ",- ":
            letters = letters.replace(mark, "")
        assert name.replace(" ", "") == letters
        assert name == " ".join(name.split())
        assert all(word.isalpha() for word in name.split())


def test_no_name_means_two_numbers():
    numbers = [*range(1000, 3000), *range(80_000, 82_000), *range(999_000, 1_001_000)]
    examples = name_numbers(numbers)
    assert len({e.text for e in examples}) == len(numbers)
    assert len({e.answer for e in examples}) == len(numbers)


def test_the_target_language_can_be_chosen():
    (example,) = name_numbers([2021], target="es")
    assert example.answer == "dos mil veintiuno"


def test_an_unknown_language_is_named():
    with pytest.raises(ValueError, match="knows no language 'klingon'"):
        name_number(7, "klingon")


def test_no_number_is_in_two_lists_or_twice_in_one():
    splits = split(0, n_train=900, n_validation=90, n_test=180)
    together = splits.train + splits.validation + splits.test
    assert len(set(together)) == len(together) == 1170


@pytest.mark.parametrize("part", ["train", "validation", "test"])
def test_each_list_holds_as_many_numbers_of_each_digit_count(part):
    numbers = getattr(split(1), part)
    counts = [sum(len(str(n)) == digits for n in numbers) for digits in range(4, 13)]
    assert len(set(counts)) == 1
    assert sum(counts) == len(numbers)


def test_numbers_of_one_digit_count_are_spread_evenly():
    splits = split(2, n_train=3000, n_validation=1, n_test=1, digits=range(6, 7))
    assert np.mean(splits.train) == pytest.approx(550_000, rel=0.03)
    assert min(splits.train) < 101_500
    assert max(splits.train) > 998_500


def test_every_number_of_a_digit_count_can_be_drawn():
    splits = split(3, n_train=80, n_validation=5, n_test=5, digits=range(2, 3))
    assert sorted(splits.train + splits.validation + splits.test) == [*range(10, 100)]


def test_the_same_generator_state_gives_the_same_numbers():
    assert split(7) == split(7)
    assert split(7) != split(8)


@pytest.mark.parametrize("sizes", [{"n_train": 28}, {"n_validation": 0}, {"n_test": 1}])
def test_a_size_that_cannot_be_shared_out_is_an_error(sizes):
    with pytest.raises(ValueError, match="multiple of the 9 digit counts"):
        split(0, **sizes)


def test_more_numbers_than_there_are_is_an_error():
    with pytest.raises(ValueError, match=r"only 90: .*more digits"):
        split(0, n_train=89, n_validation=1, n_test=1, digits=range(2, 3))
