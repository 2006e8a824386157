"""A nursery rhyme that says everything again, and each time a little more.

Nobody knows who made it, and it belongs to all.

Chapter: 1-background/where-attention-is-used.
"""

LINES = """\
the house that Jack built
the malt that lay in
the rat that ate
the cat that killed
the dog that worried
the cow with the crumpled horn that tossed
the maiden all forlorn that milked
the man all tattered and torn that kissed
the priest all shaven and shorn that married
the cock that crowed in the morn that waked
the farmer sowing his corn that kept
"""


def house_that_jack_built() -> list[str]:
    """Give the words of the whole rhyme, eleven verses, in order.

    Example:
        >>> words = house_that_jack_built()
        >>> len(words), len(set(words))
        (382, 43)
        >>> " ".join(words[7:20])
        'this is the malt that lay in the house that Jack built this'

    Chapter: 1-background/where-attention-is-used.

    Source: Opie & Opie 1951, number 258.
    """
    lines = LINES.splitlines()
    verses = ("this is " + " ".join(lines[n::-1]) for n in range(len(lines)))
    return " ".join(verses).split()
