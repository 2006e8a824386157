"""Checks of predict_what_moves."""

from attnbook.grading.declare import check


@check(
    "predict_what_moves",
    "A: the first and the last word change places",
    hint="go from place to place: which word stands here now, and whom does it see?",
)
def swapped(student):
    student().entry("A").is_number(
        2,
        looks_like={
            "words that stay see the same words as before": 4,
            "no word gets another vector, but some vectors move": 0,
            "if one word has moved, another has, too": 1,
        },
    )


@check(
    "predict_what_moves",
    "B: the middle word is replaced",
    hint="draw the causal table and shade the column of that word",
)
def replaced(student):
    student().entry("B").is_number(
        3,
        looks_like={
            "with the mask, earlier words do not see it": 5,
            "who else may look at it?": 1,
            "a word sees itself, too": 2,
        },
    )


@check(
    "predict_what_moves",
    "C: what the fifth word gets",
    hint="equal scores: the mean of all the values that it may see",
)
def mean_of_the_past(student):
    student().entry("C").is_number(
        1 / 5,
        looks_like={
            "that is what the third word itself gets": 1 / 3,
            "that counts words which are still to come": 1 / 8,
            "a word sees itself, too": 1 / 4,
            "it has to share its look among many words": 1,
        },
    )


@check(
    "predict_what_moves",
    "D: the same word twice",
    hint="list what each of the two may see",
)
def twice(student):
    student().entry("D").is_one_of(
        {
            "same": "equal questions, but may both of them ask the same words?",
            "different": None,
        }
    )


@check(
    "predict_what_moves",
    "E: one more word",
    hint="the table gets one row and one column; which of their cells are open?",
)
def one_more(student):
    student().entry("E").is_number(
        1001,
        looks_like={
            "a word attends to itself as well": 1000,
            "the old rows stay as they were: nobody may look ahead": 1001**2,
            "of the lower triangle, all rows but one have been computed": 501501,
            "the new column is hidden from all who came before": 2001,
            "the new column is hidden, and a word attends to itself as well": 2000,
            "one query asks many keys": 1,
        },
    )
