from datetime import date

import numpy as np
import pytest

from attnbook.tasks.date_scores import (
    fields_right,
    length_band,
    right_field,
)
from attnbook.tasks.dates import ISO_FIELDS, write_date

SHORT = write_date(date(2025, 3, 4), ("es_ES", "short"))  # 4/3/25
LONG = write_date(date(1987, 11, 23), ("hu_HU", "long"))  # 1987. november 23.
EXAMPLES = [SHORT, LONG]


def attention_to(fields_wanted, *, n_queries=11, n_keys=19):
    """Weights that lie on the first character of a field, for each output character."""
    weights = np.zeros((len(EXAMPLES), n_queries, n_keys))
    for b, example in enumerate(EXAMPLES):
        for q, field in enumerate(fields_wanted):
            weights[b, q, example.fields.index(field)] = 1.0
    return weights


def test_length_bands_hold_five_lengths():
    assert length_band(SHORT) == "05-09"
    assert length_band(LONG) == "15-19"


def test_a_wrong_digit_makes_only_its_own_field_wrong():
    for wrong, field in [
        ("2024-03-04", "year"),
        ("2025-04-04", "month"),
        ("2025-03-05", "day"),
    ]:
        shares = fields_right([wrong, LONG.iso], EXAMPLES)
        assert {name: s.share for name, s in shares.items()} == {
            name: 0.5 if name == field else 1.0 for name in ("year", "month", "day")
        }


def test_an_empty_answer_is_wrong_everywhere():
    shares = fields_right(["", ""], EXAMPLES)
    assert [s.share for s in shares.values()] == [0.0, 0.0, 0.0]


def test_perfect_attention_hits_every_field():
    shares = right_field(attention_to(ISO_FIELDS.replace("-", "D")), EXAMPLES)
    assert [s.share for s in shares.values()] == [1.0, 1.0, 1.0]
    assert [s.n for s in shares.values()] == [8, 4, 4]


def test_attention_on_one_field_hits_only_that_field():
    shares = right_field(attention_to("M" * 10), EXAMPLES)
    assert {name: s.share for name, s in shares.items()} == {
        "year": 0.0,
        "month": 1.0,
        "day": 0.0,
    }


def test_the_dashes_do_not_count():
    on_dashes = attention_to("YYYYDMMYDD")
    assert [s.share for s in right_field(on_dashes, EXAMPLES).values()] == [1, 1, 1]


def test_attention_on_padding_is_a_miss():
    weights = np.zeros((2, 10, 19))
    weights[:, :, -1] = 1.0
    assert [s.share for s in right_field(weights, EXAMPLES).values()] == [0, 0, 0]


def test_chance_is_the_share_of_source_characters_in_the_field():
    shares = right_field(attention_to("Y" * 10), EXAMPLES)
    assert shares["year"].chance == pytest.approx((2 / 6 + 4 / 18) / 2)
    assert shares["month"].chance == pytest.approx((1 / 6 + 8 / 18) / 2)
    assert shares["day"].chance == pytest.approx((1 / 6 + 2 / 18) / 2)


def test_chance_is_what_random_attention_reaches():
    rng = np.random.default_rng(0)
    weights = rng.random((2003, 10, len(LONG.text)))
    shares = right_field(weights, [LONG] * 2003)
    for share in shares.values():
        assert share.share == pytest.approx(share.chance, abs=0.03)


def test_predictions_and_examples_must_pair():
    with pytest.raises(ValueError, match="1 predictions for 2 examples"):
        fields_right(["2025-03-04"], EXAMPLES)


@pytest.mark.parametrize(("n_queries", "n_keys"), [(7, 19), (10, 17)])
def test_weights_too_small_for_the_examples_are_an_error(n_queries, n_keys):
    with pytest.raises(ValueError, match=f"{n_queries} queries and {n_keys} keys"):
        right_field(np.zeros((2, n_queries, n_keys)), EXAMPLES)
