"""The pages in a browser: readable by day, by night, on a phone and by a machine."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from attnbook.grading.progress import SetProgress
from attnbook.grading.record import Student, TaskMark
from attnbook.grading.reports.pages import feedback_page, progress_page, summary_page
from attnbook.grading.roster import WHOSE
from tests.browser import browser_or_skip, visit

from ..records import XSS, record, task, ungraded

pytestmark = pytest.mark.chromium
LONG = "scaled_dot_product_attention_of_many_heads"
ADA = record(
    "ada",
    task(1, 0, hint="`add` x to itself", text=f"{LONG}([[1000, 2000]]) is off" * 3),
    task(0, name=LONG, hidden=True),
    TaskMark("s", "g", 3, 4, follow_through=3, unwritten=""),
    TaskMark("s", "h", 0, 4, unwritten="h is not written yet"),
    notes=(f"cell 3 raised {LONG}",),
    flags=("calls attention",),
    sandbox="unsandboxed",
)
EVE = record("eve", task(0, 0, text=XSS), student=Student("1", XSS), file=XSS)
BOB = ungraded("bob", XSS)
STRANGER = Student("1", XSS, listed=False)
TWIN = ungraded("t", WHOSE, status="missing", student=Student("2", LONG, listed=True))
SETS = [SetProgress("soft-lookup", "2-concepts", "Soft lookup", ADA.tasks)]
PAGES = {
    "feedback": feedback_page(ADA),
    "hostile": feedback_page(EVE),
    "no-mark": feedback_page(BOB),
    "summary": summary_page([ADA, EVE, BOB]),
    "class": summary_page([replace(EVE, student=STRANGER), TWIN]),
    "progress": progress_page(SETS),
}
# `alert` does nothing but leave a trace, should any text of a student ever run.
TRAP = "window.ran = false; window.alert = () => { window.ran = true; }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, page in PAGES.items():
        (folder / f"{name}.html").write_text(page, "utf-8")
    return folder


@pytest.fixture(
    params=[("light", 900), ("dark", 900), ("light", 320)],
    ids=("light", "dark", "phone"),
)
def look(request):
    scheme, width = request.param
    return {"color_scheme": scheme, "width": width}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_nothing_asks_nothing_fits_and_can_be_read(folder, look, name):
    with visit(browser_or_skip(), **look) as seen:
        seen.page.add_init_script(TRAP)
        seen.page.goto((folder / f"{name}.html").as_uri())
        assert seen.page.evaluate("window.ran") is False
        assert (seen.outside, seen.errors, seen.broken) == ([], [], [])
        wide = "document.documentElement.scrollWidth - innerWidth"
        assert seen.page.evaluate(wide) <= 0
        found = Axe().run(seen.page).response["violations"]
        assert [v["id"] for v in found] == []


def test_a_dark_page_is_dark_and_its_print_is_not(folder):
    ground = "getComputedStyle(document.body).backgroundColor"
    with visit(browser_or_skip(), color_scheme="dark") as seen:
        seen.page.goto((folder / "feedback.html").as_uri())
        assert seen.page.evaluate(ground) == "rgb(21, 24, 28)"
        seen.page.emulate_media(media="print")
        assert seen.page.evaluate(ground) == "rgb(255, 255, 255)"
