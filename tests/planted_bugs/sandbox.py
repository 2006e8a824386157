"""Bugs in what grades a class: holes in the sandbox, marks that are lost or given."""

from tests.planted_bugs.bug import Bug

EXERCISES = "tests/exercises"


def bug(name: str, file: str, old: str, new: str, test: str) -> Bug:
    """Make a bug in the grader, for a test of the exercises to catch."""
    return Bug(
        f"grader: {name}", f"grading/{file}.py", old, new, (f"{EXERCISES}/{test}",)
    )


DOCTOR = "test_sandbox.py::test_this_machine_grades_safely"
OPTIONS = "test_options.py"
BUGS = [
    bug(
        "students have a network",
        "sandbox",
        '"--unshare-all", "--unshare-user"',
        '"--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-user"',
        DOCTOR,
    ),
    bug(
        "a sandbox in the sandbox",
        "sandbox",
        '"--unshare-user", "--disable-userns"',
        '"--unshare-user",',
        DOCTOR,
    ),
    bug(
        "devices fill",
        "sandbox",
        '"/dev/shm", "--remount-ro", "/dev"',
        '"/dev/shm"',
        DOCTOR,
    ),
    bug("memory that does not count", "sandbox", '("--seccomp", FILTER)', "()", DOCTOR),
    bug("the root fills", "sandbox", '"--remount-ro", "/", ', "", DOCTOR),
    bug("scratch without a limit", "sandbox", '"--size", str(SCRATCH), ', "", DOCTOR),
    bug(
        "the project is shown",
        "sandbox",
        "prefixes = {Path(sys.prefix),",
        "prefixes = {Path.cwd(), Path(sys.prefix),",
        DOCTOR,
    ),
    bug("processes without end", "sandbox", ', "--bounded"', "", DOCTOR),
    bug(
        "an installed package is shown",
        "sandbox",
        "for copy in _copies_of_the_package(path):",
        "for copy in ():",
        "test_sandbox.py::test_a_package_that_is_installed_is_hidden",
    ),
    bug(
        "secrets within Python's folders",
        "sandbox",
        "if secret.resolve().is_relative_to(folder):",
        "if False:",
        "test_batch.py::test_folders_that_students_code_could_read_are_refused",
    ),
    bug(
        "checks of students are run",
        "session",
        "if found.resolve().is_relative_to(self.submissions.resolve()):",
        "if False:",
        "test_batch.py::test_exercises_that_were_handed_in_are_never_run",
    ),
    bug(
        "a sandbox that fails costs marks",
        "learners",
        'raise NotStartedError(f"the process for the notebook {error}") from None',
        "raise",
        "test_grade.py::test_a_sandbox_that_does_not_start_costs_no_mark",
    ),
    bug(
        "a process that takes all memory",
        "process",
        "> _MOST_MEMORY",
        "< 0",
        "test_batch.py::test_processes_that_take_too_much_together_are_ended",
    ),
    bug(
        "Ctrl-C waits",
        "executors",
        "        Process.stop_all()\n",
        "",
        "test_batch.py::test_ctrl_c_ends_at_once_and_keeps_what_is_done",
    ),
    bug(
        "links are followed",
        "submissions",
        "if path.is_symlink():",
        "if False:",
        "test_submissions.py::test_a_link_is_not_followed",
    ),
    bug(
        "links in a zip are files",
        "submissions",
        "if stat.S_ISLNK(member.external_attr >> 16):",
        "if False:",
        "test_submissions.py::test_a_link_in_a_zip_is_not_followed",
    ),
    bug(
        "huge files are read",
        "submissions",
        "if len(content) > LARGEST:",
        "if False:",
        "test_submissions.py::test_a_bomb_does_not_go_off",
    ),
    bug(
        "who handed in no notebook is lost",
        "submissions",
        "        elif owner not in owners | without and",
        "        elif False and",
        "test_submissions.py::test_whoever_handed_in_no_notebook_is_not_lost",
    ),
    bug(
        "hidden checks before public ones",
        "grade",
        """    public = [run(name, one.exercises.checks) for one, name in tasks]
    hidden = [run(name, one.hidden) for one, name in tasks]
""",
        """    hidden = [run(name, one.hidden) for one, name in tasks]
    public = [run(name, one.exercises.checks) for one, name in tasks]
""",
        "test_grade.py::test_a_public_check_cannot_tell_what_a_hidden_one_asked",
    ),
    bug(
        "hidden checks are told",
        "record",
        'replace(c, text="", hint="") if c.hidden',
        "c if c.hidden",
        "test_grade.py::test_hidden_checks_count_and_tell_a_student_nothing",
    ),
    bug(
        "no marks for following through",
        "grade",
        "better = again.points >= mark.points and not again.unwritten",
        "better = False",
        "test_grade.py::test_a_wrong_function_does_not_cost_what_uses_it",
    ),
    bug(
        "the second grading counts even if it is worse",
        "grade",
        "better = again.points >= mark.points and not again.unwritten",
        "better = True",
        "test_grade.py::test_the_better_mark_counts",
    ),
    bug(
        "a hidden check that the solution fails is used",
        "trial",
        "if one.solution and (told := _told(check, solution, seed)):",
        "if told := '':",
        "test_options.py::test_a_hidden_check_is_tried_before_anybody_is_graded",
    ),
    bug(
        "a hidden check that asks nothing is used",
        "trial",
        "elif not _told(check, nothing, seed):",
        "elif False:",
        "test_options.py::test_a_hidden_check_is_tried_before_anybody_is_graded",
    ),
    bug(
        "answers within reach",
        "assignment",
        "others = [name for name in self._tasks if name not in used]",
        "others = []",
        "test_grade.py::test_the_answer_to_a_task_is_not_in_the_process_that_grades_it_again",
    ),
    bug(
        "another seed, the same key",
        "grade",
        "self.assignment.digest, self.seed, ",
        "self.assignment.digest, ",
        "test_grade.py::test_whatever_decides_a_mark_is_in_the_key",
    ),
    bug(
        "an error of the grader stays",
        "batch",
        ' or old.status == "grader_error"',
        "",
        "test_batch.py::test_an_error_of_the_grader_is_tried_again",
    ),
    bug(
        "all are read at once",
        "batch",
        "if len(waiting) >= workers * _AHEAD:",
        "if False:",
        "test_batch.py::test_many_submissions_take_no_more_memory_than_a_few",
    ),
    bug(
        "an operator is taken for a magic",
        "worker/serve",
        "        return ast.parse(source, name).body\n",
        "        return ast.parse(without_magics(source), name).body\n",
        "test_grade.py::test_a_notebook_is_graded_whatever_wrote_it",
    ),
    bug(
        "given cells are needed",
        "grade",
        'given="\\n".join(one.given for one in sets)',
        'given=""',
        "test_grade.py::test_a_notebook_is_graded_whatever_wrote_it",
    ),
    bug(
        "a notebook of another week gets 0",
        "grade",
        "    if assignment.required and not found:\n",
        "    if assignment.required:\n        return list(sets)\n    if not sets:\n",
        "test_grade.py",
    ),
    bug(
        "results are written among submissions",
        "session",
        "if there == results and any(there.iterdir())",
        "if there == results and not any(there.iterdir())",
        OPTIONS,
    ),
    bug(
        "a mistake in a hidden check has no line",
        "sets",
        "lines = [error.lineno]",
        "lines = []",
        OPTIONS,
    ),
    bug(
        "hidden checks of another set are left out in silence",
        "assignment",
        "    if not files:\n",
        "    if False:\n",
        OPTIONS,
    ),
    bug(
        "a student reads in which hidden check the grader failed",
        "record",
        "reason=_OUR_FAULT if failed else self.reason",
        "reason=self.reason",
        OPTIONS,
    ),
]
