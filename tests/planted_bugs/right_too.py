"""Changes of a solution that are another right answer: the lines, and why."""

ANY_SEED = "queries and keys may be any small numbers"
FINE = "the circle has to be searched finely, not just so finely"
SHARP = "the scores have to be sharp, not just so sharp"
OVERFLOWS = "this does not fit either"

RIGHT_TOO: dict[str, dict[str, str]] = {
    "only_values_learn": {
        "rng = np.random": ANY_SEED,
        "rng = np.random.default_rng(1)": ANY_SEED,
        "small = rng.uniform(-1, 2, size=(12, 3))": ANY_SEED,
        "small = rng.uniform(-1, 0, size=(12, 3))": ANY_SEED,
        "small = rng.uniform(-2, 1, size=(12, 3))": ANY_SEED,
        "small = rng.uniform(-0, 1, size=(12, 3))": ANY_SEED,
    },
    "two_sparse_masks": {
        "(door, house) = np.divmod(np.arange(m * m), m)": "the masks change places",
    },
    "fool_the_test": {
        "(d, c, b, a) = np.arange(1, 13).reshape(4, 3)": "any four pieces will do",
    },
    "never_first": {
        "angles = np.linspace(-1, 2 * np.pi, 3600)": FINE,
        "angles = np.linspace(0, 2 * np.pi, 3601)": FINE,
        "angles = np.linspace(0, 2 * np.pi, 3599)": FINE,
        "angles = np.linspace(0, 3 * np.pi, 3600)": FINE,
        "found = (queries @ keys.T).argmin(axis=1)": "the opposite query wants it",
    },
    "prefer_a_place": {
        '"w": np.array([2.0, -1.0]),': "the top moves by 0.17, and may by a quarter",
        '"w": np.array([1.0, -2.0]),': "the top moves by 0.17, and may by a quarter",
    },
    "look_one_back": {
        "wanted[0, 0] = 2": SHARP,
        "sharp = 21 * np.sqrt(n_places)": SHARP,
        "sharp = 19 * np.sqrt(n_places)": SHARP,
        "sharp = 20 * n_places": SHARP,
        "sharp = 20 * np.square(n_places)": SHARP,
        "sharp = 20 * np.abs(n_places)": SHARP,
    },
    "predict_the_lookup": {
        '"A": (2 / 17 + 35 + 11 / 2) / (1 / 16 + 1 + 1 / 2),': "25.995, rounded 26",
    },
    "break_float16": {
        '"power": np.array([21.0, 19.0]),': OVERFLOWS,
        '"power": np.array([19.0, 19.0]),': OVERFLOWS,
        '"power": np.array([20.0, 20.0]),': OVERFLOWS,
        '"power": np.array([20.0, 18.0]),': OVERFLOWS,
        '"sum": np.array([10.0, 11.0]),': OVERFLOWS,
        '"sum": np.array([11.0, 10.0]),': OVERFLOWS,
        '"digits": np.array([29999.0, 30005.0]),': "both become 30,000 too",
        '"digits": np.array([30000.0, 30006.0]),': "both become 30,000 too",
    },
    "turned_by": {
        "off = ((turned - after) ** 2).max(axis=-1)": "the right turn is 0 away",
        "steps = np.arange(-longest, longest + 2)": "nothing was turned so far",
    },
    "quietest_baseline": {
        "is_sure = weights == 1": "where a weight is 1 the other counts are 0",
    },
}
