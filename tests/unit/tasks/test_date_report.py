import json
from datetime import date

import numpy as np

from attnbook.tasks.date_report import (
    MAX_FAILURES,
    Translations,
    evaluate,
    evaluate_groups,
    find_failures,
)
from attnbook.tasks.dates import write_date

EXAMPLES = [
    write_date(date(2025, 3, 4), ("es_ES", "short")),
    write_date(date(1987, 11, 23), ("hu_HU", "long")),
    write_date(date(1987, 11, 23), ("hu_HU", "short")),
]
PREDICTED = ["2025-03-04", "1987-11-22", "1987-11-23"]


def test_the_report_tells_the_groups_apart():
    scores = evaluate_groups(Translations(PREDICTED), EXAMPLES)
    assert scores["by_locale"]["hu_HU"] == {"share": 0.5, "n": 2}
    assert scores["by_style"]["long"] == {"share": 0.0, "n": 1}
    assert scores["by_length"]["05-09"] == {"share": 1.0, "n": 1}


def test_the_report_tells_whole_dates_from_their_fields():
    scores = evaluate(Translations(PREDICTED), EXAMPLES)
    assert scores["exact_match"] == 0.6667
    assert scores["n"] == 3
    assert scores["fields"]["day"] == {"share": 0.6667, "n": 3}


def test_where_it_looked_is_reported_only_with_attention():
    weights = np.zeros((3, 10, 23))
    weights[:, :, 0] = 1.0  # the day, the year, the year
    with_it = evaluate(Translations(PREDICTED, weights), EXAMPLES)
    assert with_it["right_field"]["year"]["share"] == 0.6667
    assert with_it["right_field"]["year"]["n"] == 12
    assert "right_field" not in evaluate(Translations(PREDICTED), EXAMPLES)


def test_failures_show_question_answer_and_what_was_written():
    assert find_failures(Translations(PREDICTED), EXAMPLES) == [
        {
            "locale": "hu_HU",
            "text": "1987. november 23.",
            "iso": "1987-11-23",
            "predicted": "1987-11-22",
        }
    ]


def test_the_report_holds_a_few_failures_not_all():
    many = [EXAMPLES[0]] * (2 * MAX_FAILURES)
    scores = evaluate(Translations([""] * len(many)), many)
    assert len(scores["failures"]) == MAX_FAILURES


def test_the_report_can_be_stored_as_json():
    weights = np.zeros((3, 10, 23), dtype=np.float32)
    scores = evaluate(Translations(PREDICTED, weights), EXAMPLES)
    assert json.loads(json.dumps(scores)) == scores
