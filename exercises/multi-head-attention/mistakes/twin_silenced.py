"""The rows are set to 0 and stay."""

TASK = "without_the_twin"
FAILS = "the rows of one head are gone"
SAYS = "nothing is gone"


def without_the_twin(w_o, n_heads, kept, twin):
    rows = w_o.reshape(n_heads, -1, w_o.shape[1]).copy()
    rows[kept] += rows[twin]
    rows[twin] = 0
    return rows.reshape(w_o.shape)
