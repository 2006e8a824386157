from itertools import pairwise

from attnbook.tasks.rhyme import LINES, house_that_jack_built


def test_each_verse_ends_with_the_verse_before():
    verses = " ".join(house_that_jack_built()).split("this is ")[1:]
    assert len(verses) == len(LINES.splitlines()) == 11
    for before, after in pairwise(verses):
        assert after.strip().endswith(before.strip())
        assert len(after) > len(before)


def test_the_last_verse_goes_from_the_farmer_to_the_house():
    words = house_that_jack_built()
    last = words[len(words) - words[::-1].index("is") :]
    assert " ".join(last).startswith("the farmer sowing his corn that kept the cock")
    assert " ".join(last).endswith("that lay in the house that Jack built")
