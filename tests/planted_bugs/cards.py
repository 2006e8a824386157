"""Bugs in the hands of cards: their data, their scores, their model, their recipe."""

from tests.planted_bugs.bug import Bug


def bug(name: str, module: str, old: str, new: str) -> Bug:
    """Make a bug in a module, for the unit tests of that module to catch."""
    folder, _, stem = module.rpartition("/")
    test = f"tests/unit/{folder}/test_{stem}.py"
    return Bug(f"cards: {name}", f"{module}.py", old, new, (test,))


DATA = [
    bug(
        "a test image is learnt from too",
        "tasks/digit_cards",
        "[n_train, n_train + n_validation]",
        "[n_train + n_validation, n_train + n_validation]",
    ),
    bug(
        "images split without their digits",
        "tasks/digit_cards",
        "images.digits[part])",
        "images.digits[: len(part)])",
    ),
    bug(
        "symbols come twice",
        "tasks/digit_cards",
        "rng.permuted(np.tile(np.arange(len(SYMBOLS)), (len(asked), 1)), axis=1)",
        "rng.integers(len(SYMBOLS), size=(len(asked), len(SYMBOLS)))",
    ),
    bug(
        "two stars in a hand",
        "tasks/digit_cards",
        "symbols[hands, star] = symbols[hands, asked]",
        "pass",
    ),
    bug(
        "the first card is always asked for",
        "tasks/digit_cards",
        "asked = rng.integers(lengths)",
        "asked = 0 * rng.integers(lengths)",
    ),
    bug(
        "never as many cards as there may be",
        "tasks/digit_cards",
        "rng.integers(fewest, most + 1, n_hands)",
        "rng.integers(fewest, most, n_hands)",
    ),
    bug(
        "cards under the mask",
        "tasks/digit_cards",
        "cards * real[..., None]",
        "cards",
    ),
    bug(
        "the answer of another card",
        "tasks/digit_cards",
        "digits[hands, asked]",
        "digits[hands, 0 * asked]",
    ),
]
SCORES = [
    bug(
        "chance of a full hand",
        "tasks/card_scores",
        "_mean(1 / n_cards)",
        "1 / hands.mask.shape[-1]",
    ),
    bug(
        "the largest weight taken for that of the right card",
        "tasks/card_scores",
        "weights[:, 0].gather(1, hands.asked[:, None])[:, 0]",
        "weights[:, 0].amax(1)",
    ),
    bug(
        "padding counts as cards",
        "tasks/card_baselines",
        "(digits >= 0).sum(1)).mean()",
        "digits.shape[1]).mean()",
    ),
    bug(
        "of equally common digits all are right",
        "tasks/card_baselines",
        "commonest / commonest.sum(1, keepdim=True)",
        "commonest.float()",
    ),
]
MODEL = [
    bug(
        "padding in the mean",
        "models/card_reader",
        "softmax(cards.new_zeros(mask.shape), mask=mask)",
        "softmax(cards.new_zeros(mask.shape))",
    ),
    bug(
        "padding in the maximum",
        "models/card_reader",
        "cards.masked_fill(~mask.mT, -torch.inf).amax",
        "cards.masked_fill(~mask.mT, 0.0).amax",
    ),
    bug(
        "the question ignored",
        "models/card_reader",
        "bilinear_scores(query.unsqueeze(-2)",
        "bilinear_scores(torch.ones_like(query).unsqueeze(-2)",
    ),
    bug(
        "the question on one card only",
        "models/card_reader",
        "on_each = query.unsqueeze(-2).expand(-1, cards.shape[-2], -1)",
        "on_each = nn.functional.pad(query[:, None], (0, 0, 0, cards.shape[1] - 1))",
    ),
    bug(
        "hidden layers without a nonlinearity",
        "models/card_reader",
        "(nn.Linear(d, d_next), nn.ReLU())",
        "(nn.Linear(d, d_next), nn.Identity())",
    ),
    bug(
        "padding attended to by the additive score",
        "models/card_reader",
        "self.attend(q, cards, cards, mask=mask, return_weights=True)",
        "self.attend(q, cards, cards, return_weights=True)",
    ),
    bug(
        "padding attended to by the learned score",
        "models/card_reader",
        "self.attend(cards, mask=mask, return_weights=True)",
        "self.attend(cards, return_weights=True)",
    ),
    bug(
        "the wrong question chooses the score vector",
        "models/card_reader",
        "bilinear_scores(query.unsqueeze(-2)",
        "bilinear_scores(query.flip(-1).unsqueeze(-2)",
    ),
]
RECIPE = [
    bug(
        "trained on the test hands",
        "experiments/attention_pooling",
        "hands = data.train[:n_hands]",
        "hands = data.test[:n_hands]",
    ),
    bug(
        "fewer hands asked for, all given",
        "experiments/attention_pooling",
        "hands = data.train[:n_hands]",
        "hands = data.train",
    ),
    bug(
        "weights chosen on the test set",
        "experiments/attention_pooling",
        'evaluate(model, data.validation)["accuracy"]',
        'evaluate(model, data.test)["accuracy"]',
    ),
    bug(
        "validation dealt from training images",
        "experiments/attention_pooling",
        '"validation": (images.validation,',
        '"validation": (images.train,',
    ),
    bug(
        "the star asked for in both tasks",
        "experiments/attention_pooling",
        'any_symbol=task == "asked"',
        'any_symbol=task == "any"',
    ),
    bug(
        "all cards left to whoever should have one",
        "experiments/attention_pooling",
        "given.only_the_right_card() if name == THE_RIGHT_CARD else given",
        "given",
    ),
]

BUGS: list[Bug] = [*DATA, *SCORES, *MODEL, *RECIPE]
