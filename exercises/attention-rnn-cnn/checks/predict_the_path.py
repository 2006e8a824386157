"""Checks of predict_the_path."""

from attnbook.grading.declare import check


@check(
    "predict_the_path",
    "A: layers of a convolution",
    hint="each layer multiplies by three how many tokens a vector hears",
)
def layers(student):
    student().entry("A").is_number(
        5,
        looks_like={
            "after so many layers the last token hears 81": 4,
            "that doubles what is heard; three places are mixed": 8,
            "does each layer bring three more, or three times as many?": 67,
            "the first layer hears three tokens, not one": 6,
        },
    )


@check(
    "predict_the_path",
    "B: connections of a recurrent network",
    hint="write down the rows for three tokens, and count",
)
def connections(student):
    student().entry("B").is_number(
        199,
        looks_like={
            "has the first state a state before it?": 200,
            "each state hears its token, and the state before it": 100,
            "that is the states alone": 99,
            "that is attention": 5050,
        },
    )


@check(
    "predict_the_path",
    "C: what a state has room for",
    hint="how many bits is one symbol, if eight are equally likely?",
)
def room(student):
    student().entry("C").is_number(
        6,
        looks_like={
            "symbols are whole": 20 / 3,
            "then one bit is missing": 7,
            "bits are divided by bits, not by kinds of symbols": 2.5,
            "bits are divided by bits, not by kinds of symbol": 2,
            "a symbol is more than one bit": 20,
        },
    )


@check(
    "predict_the_path",
    "D: what was brought across",
    hint="how much surprise was there before reading, and how much is left?",
)
def brought(student):
    student().entry("D").is_number(
        30,
        looks_like={
            "that is the surprise that is left": 10,
            "surprise is a logarithm: half the probability is not half the bits": 20,
            "that is a perfect copy": 40,
            "how many bits is one symbol out of 16?": 150,
        },
    )


@check(
    "predict_the_path",
    "E: the share that can be copied",
    hint="from one state the answers are always the same: how many states are there, "
    "and how many sequences?",
)
def share(student):
    student().entry("E").is_number(
        1 / 4,
        looks_like={
            "that divides bits by bits; count states and sequences": 1 / 2,
            "two bits are more than two states": 1 / 8,
            "one symbol would fit; there are two": 1,
            "a guess would reach that without any state": 1 / 16,
            "the two may be equal, so there are more sequences": 1 / 3,
        },
    )


@check(
    "predict_the_path",
    "F: what attention keeps",
    hint="for each token, in each layer, a key and a value",
)
def kept(student):
    student().entry("F").is_number(
        192_000,
        looks_like={
            "keys and values": 96_000,
            "every layer keeps its own": 64_000,
            "and for every token": 384,
            "vectors are kept, not pairs": 500 * 500 * 3,
        },
    )
