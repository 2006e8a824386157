"""The exercises on soft lookup."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/2-concepts/soft-lookup.ipynb"
TASKS = (
    Task(
        "predict_the_lookup",
        section="The nearest key is a matter of luck",
        difficulty=1,
        minutes=10,
        hints=(
            "How many points, squared, is each key away from the query? "
            "And a key that is no point away: how much does it count?",
            "In sixteenths the three keys of A count 1, 16 and 8. "
            "What has the sum of these to do with the answer? "
            "And which of the three numbers is there no longer in B?",
            "A: divide by the sum of 25 sixteenths; B: by 9 of them. C: T = 2 h². "
            "D: from far away the lead of the nearest key is huge. E: keys 0 and 2 are "
            "as near as each other, at every bandwidth.",
        ),
    ),
    Task(
        "soft_lookup",
        section="One knob with two scales",
        difficulty=2,
        minutes=15,
        hints=(
            "One query and three keys, with a pencil: which numbers do you write down, "
            "one for each key, before anything is averaged?",
            "`queries[:, None] - keys` has shape (q, k, d). Which axis do you sum its "
            "squares over? And what may you subtract from all scores of a row, so that "
            "the largest becomes 0 and no weight changes?",
            "points = ((queries[:, None] - keys) ** 2).sum(axis=-1); scores are "
            "-points / (2 * bandwidth**2); subtract `.max(axis=-1, keepdims=True)`, "
            "then np.exp, divide by the sum of each row, and `@ values`.",
        ),
    ),
    Task(
        "bandwidth_for",
        section="One knob with two scales",
        difficulty=1,
        minutes=5,
        hints=(
            "Write down how much a key counts at the distance d. "
            "Which letter of that formula is asked for, and which are given?",
            "share = exp(-d² / (2 h²)). What undoes the exponential, and what undoes "
            "the square?",
            "log(share) = -d² / (2 h²), so h² = d² / (-2 log(share)). The logarithm of "
            "a share is negative. For the error: `np.all((0 < share) & (share < 1))`.",
        ),
    ),
    Task(
        "guess_lost_pages",
        section="Which bandwidth?",
        difficulty=3,
        minutes=20,
        hints=(
            "Ask for a single page, say that of key 1 in the example. "
            "Which rows of the table would you cover with your hand?",
            "For one key, `np.abs(keys - key)[:, 0] > hole` says which pages are left. "
            "`keys[left]` and `values[left]` are a smaller table. What can you look up "
            "in it with your `soft_lookup`, and in which shape does it want the query?",
            "Loop over the keys; for each, `soft_lookup(key[None], keys[left], "
            "values[left], bandwidth)` has shape (1, d_v): keep its row, and make an "
            "array of all rows at the end.",
        ),
        uses=("soft_lookup",),
    ),
    Task(
        "fool_the_dot_product",
        section="When is a dot product a distance?",
        difficulty=3,
        minutes=15,
        hints=(
            "A dot product prefers long keys. Where must a query stand so that a "
            "*short* key is the nearest?",
            "From the origin, the distance to a key is its length. But at the origin "
            "itself all dot products are 0. In which direction would you take a tiny "
            "step, so that a long key gets the largest of them?",
            "Towards the longest key: its dot product with itself is larger than that "
            "of any other key with it. The step must be so small that the shortest key "
            "stays the nearest: `keys[lengths.argmax()] * 1e-6`.",
        ),
    ),
)
