"""The same shuffle once more."""

TASK = "restore_order"
FAILS = "words that moved round"
SAYS = "the same shuffle once more, which is the way back only if"


def restore_order(y, a, order):
    back = order  # where each word of the sentence has gone
    return {"y": y[back], "a": a[back][:, back]}
