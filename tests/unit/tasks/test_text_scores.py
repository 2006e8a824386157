from datetime import date

import pytest

from attnbook.tasks.dates import write_date
from attnbook.tasks.text_scores import Share, exact_match, exact_match_by, plain

SHORT = write_date(date(2025, 3, 4), ("es_ES", "short"))  # 4/3/25
LONG = write_date(date(1987, 11, 23), ("hu_HU", "long"))  # 1987. november 23.
EXAMPLES = [SHORT, LONG]


def test_exact_match_counts_whole_texts():
    assert exact_match(["2025-03-04", "1987-11-22"], EXAMPLES) == 0.5


def test_exact_match_by_group_tells_the_groups_apart():
    by_locale = exact_match_by(
        lambda e: e.locale,
        ["2025-03-04", "1987-11-22", "2025-03-04"],
        [SHORT, LONG, LONG],
    )
    assert {k: (s.share, s.n) for k, s in by_locale.items()} == {
        "es_ES": (1.0, 1),
        "hu_HU": (0.0, 2),
    }


def by_length(predicted, examples):
    return exact_match_by(lambda e: str(len(e.text)), predicted, examples)


@pytest.mark.parametrize("score", [exact_match, by_length])
def test_predictions_and_examples_must_pair(score):
    with pytest.raises(ValueError, match="1 predictions for 2 examples"):
        score(["2025-03-04"], EXAMPLES)
    with pytest.raises(ValueError, match="0 predictions for 0 examples"):
        score([], [])


def test_a_chance_that_is_not_known_is_not_stored():
    shares = {"year": Share(1 / 3, 7, chance=0.25), "day": Share(0.5, 2)}
    assert plain(shares) == {
        "year": {"share": 0.3333, "n": 7, "chance": 0.25},
        "day": {"share": 0.5, "n": 2},
    }
