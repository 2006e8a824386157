import pytest

from attnbook.tasks.vocabulary import (
    BOS,
    EOS,
    PAD,
    UNKNOWN,
    Vocabulary,
    make_batch,
    pad_rows,
)

VOCABULARY = Vocabulary(["4 März 2025", "mars"])
WORDS = Vocabulary(["vingt et un", "cent un"], words=True)


def test_decoding_undoes_encoding():
    assert VOCABULARY.decode(VOCABULARY.encode("März 2025")) == "März 2025"


def test_words_are_told_apart_as_wholes():
    assert WORDS.tokens == ["cent", "et", "un", "vingt"]
    assert WORDS.decode(WORDS.encode("cent vingt et un")) == "cent vingt et un"
    assert WORDS.encode("vin un") == [UNKNOWN, *WORDS.encode("un")]


def test_an_unknown_word_shows_between_its_neighbours():
    assert WORDS.decode(WORDS.encode("cent vin un")) == "cent ? un"


def test_characters_never_share_a_number_with_the_special_ones():
    numbers = VOCABULARY.encode("4 März 2025mars")
    assert min(numbers) == 4
    assert max(numbers) == len(VOCABULARY) - 1
    assert len({PAD, BOS, EOS, UNKNOWN}) == 4


def test_numbers_do_not_depend_on_the_order_of_the_texts():
    assert Vocabulary(["ba", "c"]).encode("abc") == [4, 5, 6]


def test_an_unknown_character_is_marked_not_dropped():
    assert VOCABULARY.encode("4x") == [*VOCABULARY.encode("4"), UNKNOWN]
    assert VOCABULARY.decode(VOCABULARY.encode("4x5")) == "4?5"


def test_decoding_stops_at_the_end_and_skips_padding():
    four = VOCABULARY.encode("4")
    assert VOCABULARY.decode([BOS, *four, PAD, *four, EOS, *four]) == "44"


def test_rows_are_padded_at_the_right():
    assert pad_rows([[5], [6, 7, 8]]).tolist() == [[5, PAD, PAD], [6, 7, 8]]


def test_a_batch_keeps_the_true_lengths():
    batch = make_batch(
        ["4", "März", "mars 5"], ["4", "25", "2"], VOCABULARY, VOCABULARY
    )
    assert batch.lengths.tolist() == [1, 4, 6]
    assert batch.source.shape == (3, 6)
    assert (batch.source != PAD).sum(dim=1).tolist() == [1, 4, 6]


def test_the_length_of_a_text_of_words_is_their_number():
    batch = make_batch(["vingt et un", "cent"], ["un", "un"], WORDS, WORDS)
    assert batch.lengths.tolist() == [3, 1]
    assert batch.source.shape == (2, 3)


def test_targets_begin_and_end():
    batch = make_batch(["4", "5"], ["4", "25"], VOCABULARY, VOCABULARY)
    four, two, five = VOCABULARY.encode("425")
    assert batch.target.tolist() == [[BOS, four, EOS, PAD], [BOS, two, five, EOS]]


@pytest.mark.parametrize(
    ("sources", "targets", "message"),
    [
        ([], [], "got 0 sources, 0 targets"),
        (["4", "5"], ["4"], "got 2 sources, 1 targets"),
        (["4", ""], ["4", "5"], "source 1 of the batch is empty"),
    ],
)
def test_a_batch_of_no_pairs_is_an_error(sources, targets, message):
    with pytest.raises(ValueError, match=message):
        make_batch(sources, targets, VOCABULARY, VOCABULARY)


def test_a_vocabulary_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="hold no token"):
        Vocabulary(["", ""])
    with pytest.raises(ValueError, match="hold no token"):
        Vocabulary([" "], words=True)
