"""Bugs in the first chapter: its numbers, its scores, its probes and its variants."""

from tests.planted_bugs.bug import Bug


def bug(name: str, module: str, old: str, new: str) -> Bug:
    """Make a bug in a module, for the unit tests of that module to catch."""
    folder, _, stem = module.rpartition("/")
    test = f"tests/unit/{folder}/test_{stem}.py"
    return Bug(f"numbers: {name}", f"{module}.py", old, new, (test,))


DATA = [
    bug(
        "numbers drawn twice",
        "tasks/number_names",
        "size=size, replace=False)",
        "size=size, replace=True)",
    ),
    bug(
        "one training number is held out too",
        "tasks/number_names",
        "drawn[n_train : n_train + n_validation]",
        "drawn[n_train - 1 : n_train + n_validation - 1]",
    ),
    bug(
        "only the lower half of a digit count",
        "tasks/number_names",
        "rng.choice(9 * first,",
        "rng.choice(5 * first,",
    ),
    bug(
        "short numbers in training, long ones in the test",
        "tasks/number_names",
        "for row in zip(*columns, strict=True) for n in row]",
        "for column in columns for n in column]",
    ),
    bug(
        "hyphens lost with their words joined",
        "tasks/number_names",
        '.replace("-", " ")',
        '.replace("-", "")',
    ),
    bug(
        "the answer in the language of the question",
        "tasks/number_names",
        "name_number(n, source), name_number(n, target)",
        "name_number(n, source), name_number(n, source)",
    ),
    bug(
        "words cut into characters",
        "tasks/vocabulary",
        "text.split() if self.words else list(text)",
        "list(text)",
    ),
]
SCORES = [
    bug(
        "the bands counted on one word too few",
        "tasks/number_scores",
        "if n_words <= last:",
        "if n_words < last:",
    ),
    bug(
        "a text too long is right",
        "tasks/number_scores",
        "    if predicted == answer:",
        "    if words_right(predicted, answer).all():",
    ),
    bug(
        "an early end is not an error",
        "tasks/number_scores",
        "np.argmin([*right, False])",
        "np.argmin([*right])",
    ),
    bug(
        "the risk among all texts",
        "tasks/number_scores",
        "reached[: place + 1] += 1",
        "reached[: len(example.answer.split()) + 1] += 1",
    ),
    bug(
        "right texts never reach their end",
        "tasks/number_scores",
        "reached[: len(example.answer.split()) + 1] += 1",
        "reached[: len(example.answer.split())] += 1",
    ),
    bug(
        "one million is no million",
        "tasks/number_scores",
        '("million", "millions")',
        '("millions",)',
    ),
    bug(
        "the great unit left to the next group",
        "tasks/number_scores",
        "(i + 1 for i, word",
        "(i for i, word",
    ),
    bug(
        "groups of numbers that have gaps",
        "tasks/number_report",
        '("06", "09", "12")',
        '("04", "06", "09", "12")',
    ),
    bug(
        "digits counted without a zero in front",
        "tasks/number_report",
        "len(str(example.number)):02d}",
        "len(str(example.number))}",
    ),
    bug(
        "a group looked up in the place of another",
        "tasks/number_tables",
        "self._french[group, english] = french[group]",
        'self._french[group, english] = french["units"]',
    ),
]
PROBES = [
    bug(
        "digits from the last to the first",
        "experiments/digit_probe",
        '[int(d) for d in f"{n:0{n_digits}d}"]',
        '[int(d) for d in f"{n:0{n_digits}d}"[::-1]]',
    ),
    bug(
        "a group right when one digit is",
        "experiments/digit_probe",
        ".all(dim=-1)",
        ".any(dim=-1)",
    ),
    bug(
        "the halves exchanged",
        "experiments/digit_probe",
        '"forwards": slice(middle)',
        '"forwards": slice(middle, None)',
    ),
    bug(
        "a probe that never learned",
        "experiments/digit_probe",
        "    fit(probe, draw_batch, loss, settings=SETTINGS, seed=seed)\n",
        "",
    ),
    bug(
        "a probe that learns from numbers of all lengths",
        "experiments/digit_probe",
        "draw_long(len(data.train), apart_from=data.test, seed=seed)",
        "data.train",
    ),
    bug(
        "a probe that learns from what it is asked for",
        "experiments/digit_probe",
        " if number not in kept",
        "",
    ),
    bug(
        "short numbers asked for too",
        "experiments/digit_probe",
        "if len(str(e.number)) == N_DIGITS",
        "if e.number",
    ),
]
VARIANTS = [
    bug(
        "weights chosen on the test set",
        "experiments/why_attention",
        "data.validation, settings)\n"
        "        return exact_match(predicted, data.validation)",
        "data.test, settings)\n        return exact_match(predicted, data.test)",
    ),
    bug(
        "French words taken from the English names",
        "experiments/why_attention",
        "Vocabulary((example.answer for example in train), words=True)",
        "Vocabulary((example.text for example in train), words=True)",
    ),
    bug(
        "short numbers in the test too",
        "experiments/why_attention",
        "return replace(data, train=train, validation=validation)",
        "return replace(data, train=train, validation=validation, test=train)",
    ),
    bug(
        "the answers turned round too",
        "experiments/why_attention",
        'text=" ".join(reversed(e.text.split())))',
        'text=" ".join(reversed(e.text.split())), answer="")',
    ),
    bug(
        "attention in every variant",
        "experiments/why_attention",
        "attention=variant.attention,",
        "attention=True,",
    ),
    bug(
        "every variant as long as the first",
        "experiments/why_attention",
        "steps=variant.steps * settings.steps,",
        "steps=settings.steps,",
    ),
    bug(
        "every variant as wide as the first",
        "experiments/why_attention",
        "d_hidden=d_hidden,\n        steps",
        "steps",
    ),
    bug(
        "one direction that is two",
        "experiments/why_attention",
        "bidirectional=variant.bidirectional,",
        "bidirectional=True,",
    ),
    bug(
        "an encoder that always reads both ways",
        "models/rnn_encoder_decoder",
        "            bidirectional=config.bidirectional,\n",
        "            bidirectional=True,\n",
    ),
]
BUGS = [*DATA, *SCORES, *PROBES, *VARIANTS]
