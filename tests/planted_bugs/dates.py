"""Bugs in the first application: its data, its scores, its model and its training."""

from tests.planted_bugs.bug import Bug


def bug(name: str, module: str, old: str, new: str) -> Bug:
    """Make a bug in a module, for the unit tests of that module to catch."""
    folder, _, stem = module.rpartition("/")
    test = "/".join(filter(None, ["tests/unit", folder, f"test_{stem}.py"]))
    return Bug(f"dates: {name}", f"{module}.py", old, new, (test,))


DATA = [
    bug(
        "one training day is held out too",
        "tasks/dates",
        "drawn[n_train : n_train + n_validation]",
        "drawn[n_train - 1 : n_train + n_validation - 1]",
    ),
    bug("days drawn twice", "tasks/dates", "replace=False)]", "replace=True)]"),
    bug(
        "the weekday counts as the day",
        "tasks/dates",
        '"L": "M", "d": "D"',
        '"L": "M", "d": "D", "E": "D"',
    ),
    bug(
        "a field as long as its pattern, not its text",
        "tasks/dates",
        "* len(piece) for code",
        "* len(code) for code",
    ),
    bug(
        "ambiguous notations kept",
        "tasks/dates",
        "and not _contradicts(texts, meaning)",
        "",
    ),
    bug(
        "a two-digit year of two centuries kept",
        "tasks/dates",
        "if len(texts) == len(days) and",
        "if",
    ),
    bug(
        "lengths of the padded rows",
        "tasks/vocabulary",
        "[len(numbers) for numbers in questions]",
        "[max(map(len, questions)) for _ in questions]",
    ),
    bug(
        "padding at the left",
        "tasks/vocabulary",
        "[*row, *[PAD] * (width - len(row))]",
        "[*[PAD] * (width - len(row)), *row]",
    ),
    bug(
        "a token shares a number with a special one",
        "tasks/vocabulary",
        "start=_N_SPECIAL)",
        "start=3)",
    ),
]
SCORES = [
    bug(
        "argmax over queries",
        "tasks/date_scores",
        "weights.argmax(axis=-1)",
        "weights.argmax(axis=-2)",
    ),
    bug(
        "padding belongs to the last field",
        "tasks/date_scores",
        "example.fields.ljust(weights.shape[1])",
        "example.fields.ljust(weights.shape[1], example.fields[-1])",
    ),
    bug(
        "chance of a fixed length",
        "tasks/date_scores",
        "return fields.count(letter) / len(fields)",
        "return fields.count(letter) / 10",
    ),
    bug(
        "only year and month compared",
        "tasks/text_scores",
        "text == e.answer for text",
        "text[:7] == e.answer[:7] for text",
    ),
]
MODEL = [
    bug(
        "padding attended to",
        "models/rnn_encoder_decoder",
        "query, states, states, mask=mask,",
        "query, states, states,",
    ),
    bug(
        "the encoder reads the padding",
        "models/rnn_encoder_decoder",
        "lengths.cpu(), batch_first",
        "0 * lengths.cpu() + source.shape[1], batch_first",
    ),
    bug(
        "teacher forcing shows the answer",
        "models/rnn_encoder_decoder",
        "target_in.unbind(dim=1)",
        "target_in.roll(-1, 1).unbind(dim=1)",
    ),
    bug(
        "the same query at every step",
        "models/rnn_encoder_decoder",
        "state.unsqueeze(1)",
        "0 * state.unsqueeze(1)",
    ),
    bug(
        "greedy never feeds its output back",
        "models/rnn_encoder_decoder",
        "token = logits.argmax(dim=-1)",
        "token = 0 * logits.argmax(dim=-1) + 1",
    ),
    bug(
        "all states without attention",
        "models/rnn_encoder_decoder",
        "return last, None",
        "return states.mean(dim=1), None",
    ),
    bug(
        "the layer forgets its mask",
        "nn/additive_attention",
        "softmax(scores, mask=mask)",
        "softmax(scores)",
    ),
    bug(
        "additive scores scaled",
        "nn/additive_attention",
        "softmax(scores, mask=mask)",
        "softmax(scores / 4, mask=mask)",
    ),
]
TRAINING = [
    bug(
        "batches not seeded",
        "training",
        "np.random.default_rng([self.seed, n])",
        "np.random.default_rng()",
    ),
    bug(
        "the same batch at every step",
        "training",
        "np.random.default_rng([self.seed, n])",
        "np.random.default_rng(self.seed)",
    ),
    bug(
        "best weights overwritten by later steps",
        "training",
        "deepcopy(self.model.state_dict())",
        "self.model.state_dict()",
    ),
    bug("gradients add up", "training", "self.optimiser.zero_grad()", "pass"),
    bug(
        "dropout while scoring",
        "training",
        "self.model.eval()\n        self.history.scores",
        "self.history.scores",
    ),
    bug(
        "a checkpoint written in place",
        "training",
        'path.with_name(path.name + ".unfinished")',
        "path",
    ),
    bug(
        "the optimiser begins anew after resuming",
        "training",
        'self.optimiser.load_state_dict(state["optimiser"])',
        "pass",
    ),
    bug(
        "training on the test set",
        "experiments/encoder_decoder",
        "data.train[i] for i in chosen",
        "data.test[i % len(data.test)] for i in chosen",
    ),
    bug(
        "weights chosen on the test set",
        "experiments/translation_with_attention",
        "data.validation).predicted\n"
        "        return exact_match(predicted, data.validation)",
        "data.test).predicted\n        return exact_match(predicted, data.test)",
    ),
    bug(
        "padding in the loss",
        "experiments/encoder_decoder",
        ", ignore_index=PAD",
        "",
    ),
    bug(
        "characters of the test in the vocabulary",
        "experiments/translation_with_attention",
        "Vocabulary(example.text for example in train)",
        "Vocabulary(example.text for example in train + test)",
    ),
    bug(
        "imports of imports not hashed",
        "experiments/sources",
        "waiting += _direct_imports(name)",
        "pass",
    ),
    bug(
        "results overwritten in place",
        "experiments/results",
        'path.with_name(path.name + ".unfinished")',
        "path",
    ),
]
BUGS = [*DATA, *SCORES, *MODEL, *TRAINING]
