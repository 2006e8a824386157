"""Bugs in what grades: marks given away, learners misled, answers lost."""

from tests.planted_bugs.bug import Bug

UNIT = "tests/unit/grading"


def grading_bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug in the grading, for a file of its unit tests to catch."""
    return Bug(f"grading: {name}", f"grading/{file}.py", old, new, (f"{UNIT}/{test}",))


BUGS = [
    grading_bug(
        "a crash gets a hint",
        "run",
        "return Outcome(check, clean(error))",
        "return Outcome(check, clean(error), check.hint)",
        "test_run.py",
    ),
    grading_bug(
        "control characters in the report",
        "run",
        '_CONTROL.sub(" ", str(text))',
        "str(text)",
        "test_run.py",
    ),
    grading_bug(
        "any error counts as a refusal",
        "declare",
        'if error not in answer["raised"]:',
        "if False:",
        "test_run.py",
    ),
    grading_bug(
        "an error by accident counts as a refusal",
        "declare",
        'if _BY_ACCIDENT in answer["text"]:',
        "if False:",
        "test_run.py",
    ),
    grading_bug(
        "an error that says nothing counts as a refusal",
        "declare",
        'if answer["text"] == error:',
        "if False:",
        "test_run.py",
    ),
    grading_bug(
        "every check that fails shows its hint",
        "run",
        'return [o.hint if o is first else "" for o in outcomes]',
        "return [o.hint for o in outcomes]",
        "test_run.py",
    ),
    grading_bug(
        "what calls an unwritten function is unwritten",
        "worker/calling",
        'if other is getattr(function, "__code__", other):',
        "if True:",
        "worker/test_calling.py",
    ),
    grading_bug(
        "an endless loop runs again for each check",
        "learners",
        "self._endless.add(name)",
        "pass",
        "test_run.py",
    ),
    grading_bug(
        "every seed draws the same",
        "declare",
        "default_rng([seed, named])",
        "default_rng([0, named])",
        "test_run.py",
    ),
    grading_bug(
        "arguments not copied",
        "worker/calling",
        "copies, named = plain(arguments), plain(keywords)",
        "copies, named = arguments, keywords",
        "worker/test_calling.py",
    ),
    grading_bug(
        "sys.exit gets out",
        "worker/calling",
        "except BaseException as error:",
        "except Exception as error:",
        "worker/test_calling.py",
    ),
    grading_bug(
        "arrays arrive read-only",
        "worker/wire",
        '.reshape(value["shape"]).copy()',
        '.reshape(value["shape"])',
        "worker/test_wire.py",
    ),
    grading_bug(
        "a lying subclass is asked",
        "worker/wire",
        "array = np.array(value, subok=False)",
        "array = np.array(value.__array__())",
        "worker/test_wire.py",
    ),
    grading_bug(
        "a cell goes on after an error",
        "worker/serve",
        "            careful = True\n",
        "",
        "worker/test_serve.py",
    ),
    grading_bug(
        "other shapes are stretched",
        "answers",
        "self.has_shape(*expected.shape).is_finite()",
        "self.is_finite()",
        "test_answers.py",
    ),
    grading_bug(
        "the right number is told",
        "answers",
        'raise WrongError(f"{self.said} is not {number:.8g}")',
        'raise WrongError(f"{self.said} is not {number:.8g} but {expected}")',
        "test_answers.py",
    ),
    grading_bug(
        "answers of a learner are overwritten",
        "generate",
        "        _spare_answers(target, stored, fresh)\n",
        "",
        "test_generate.py",
    ),
    grading_bug(
        "a marker stays",
        "generate",
        "for marker in (BEGIN, END):",
        "for marker in ():",
        "test_generate.py",
    ),
]
