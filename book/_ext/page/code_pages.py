"""Lead from a formula to the function, its tests and its exercises, in one click each.

Under the first formula of a section stand the functions of the package that the section
uses. Their code and their tests become pages of the book; a name of a function in the
text leads there too.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from page.code_index import Definition, find_definitions

EXERCISES = "book/exercises"
_MOST = 2  # functions under one formula
_WORD = re.compile(r"\b[A-Za-z_]\w+\b")
_SECTION = re.compile(r"^## \[(.+?)\]\(\.\./(chapters/[^)]+)\.ipynb\)", re.MULTILINE)


def exercise_links(root: Path) -> dict[str, str]:
    """Return where the exercises of each chapter are listed."""
    listed = root / f"{EXERCISES}.md"
    text = listed.read_text("utf-8") if listed.is_file() else ""
    return {
        chapter: f"{EXERCISES}.html#{nodes.make_id(title)}"
        for title, chapter in _SECTION.findall(text)
    }


def read_package(app: Sphinx) -> None:
    """Read, once a build, what there is to lead to."""
    root = Path(app.srcdir)
    app.env.att_code = find_definitions(root)
    app.env.att_exercises = exercise_links(root)


class LinkCode(SphinxPostTransform):
    """Write the links of a chapter."""

    default_priority = 290  # before formulas get their colours
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Do it for the whole page."""
        if not self.env.docname.startswith("chapters/"):
            return
        for literal in list(self.document.findall(nodes.literal)):
            known = self.env.att_code.get(literal.astext().removesuffix("()"))
            if known and not isinstance(literal.parent, nodes.reference | nodes.title):
                literal.replace_self(self._link(f"{known.page}.html", known, literal))
        for section in list(self.document.findall(nodes.section)):
            self._under_formula(section)

    def _under_formula(self, section: nodes.section) -> None:
        own = [node for node in section.children if not isinstance(node, nodes.section)]
        formula = next((n for n in own if isinstance(n, nodes.math_block)), None)
        used = sorted(self._used(own), key=self._is_at_home_elsewhere)[:_MOST]
        if formula is None or not used:
            return
        links = [self._with_tests(known) for known in used]
        exercises = self.env.att_exercises.get(self.env.docname)
        if exercises:
            links.append([self._link(exercises, None, nodes.Text("exercises"))])
        row = nodes.paragraph("", "In code: ", classes=["att-code-links"])
        for n, link in enumerate(links):
            row += nodes.Text(" · " if n else "")
            row += link
        section.insert(section.index(formula) + 1, row)

    def _is_at_home_elsewhere(self, known: Definition) -> bool:
        """Put what this page derives before what it borrows."""
        return f"chapters/{known.chapter}" != self.env.docname

    def _with_tests(self, known: Definition) -> list[nodes.Node]:
        name = nodes.literal("", known.name)
        return [
            self._link(f"{known.page}.html", known, name),
            nodes.Text(" ("),
            self._link(f"{known.test_page}.html", None, nodes.Text("tests")),
            nodes.Text(")"),
        ]

    def _used(self, parts: list[nodes.Node]) -> Iterator[Definition]:
        """Yield the functions of the package that a section names, in order."""
        seen = set()
        for part in parts:
            for word in _WORD.findall(part.astext()):
                if word in self.env.att_code and word not in seen:
                    seen.add(word)
                    yield self.env.att_code[word]

    def _link(
        self, target: str, known: Definition | None, text: nodes.Node
    ) -> nodes.reference:
        up = "../" * self.env.docname.count("/")
        anchor = f"#{known.name}" if known else ""
        return nodes.reference("", "", text.deepcopy(), refuri=f"{up}{target}{anchor}")


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict, str]]:
    """Yield a page for each module, and one for its tests."""
    modules: dict[str, list[Definition]] = {}
    for known in app.env.att_code.values():
        modules.setdefault(known.module, []).append(known)
    for module, definitions in modules.items():
        folder, name = module.split("/")
        body = "\n".join(_shown(app, known) for known in definitions)
        yield definitions[0].page, _context(f"The code of {name}", body), "page.html"
        tests = Path(app.srcdir, "tests/unit", folder, f"test_{name}.py")
        text = tests.read_text("utf-8") if tests.is_file() else "# no file of its own"
        body = f"<p><code>tests/unit/{folder}/test_{name}.py</code></p>" + _code(
            app, text
        )
        page = definitions[0].test_page
        yield page, _context(f"The tests of {name}", body), "page.html"


def _context(title: str, body: str) -> dict[str, str]:
    return {"title": title, "body": f"<h1>{html.escape(title)}</h1>\n{body}"}


def _shown(app: Sphinx, known: Definition) -> str:
    links = [f'<a href="../tests/{known.module}.html">its tests</a>']
    chapter = f"chapters/{known.chapter}"
    if chapter in app.env.found_docs:
        links.insert(0, f'<a href="../../{chapter}.html">its chapter</a>')
    if chapter in app.env.att_exercises:
        links.append(f'<a href="../../{app.env.att_exercises[chapter]}">exercises</a>')
    twin = ""
    if known.twin:
        fold = f"<summary>The same for PyTorch</summary>{_code(app, known.twin)}"
        twin = f"<details>{fold}</details>"
    return (
        f'<section id="{known.name}"><h2><code>{known.name}</code></h2>'
        f"<p>{', '.join(links)}</p>{_code(app, known.source)}{twin}</section>"
    )


def _code(app: Sphinx, source: str) -> str:
    block = app.builder.highlighter.highlight_block(source, "python")
    return block.replace("<pre>", '<pre tabindex="0">')  # long lines scroll by keyboard


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("env-updated", lambda app, _env: read_package(app))
    app.connect("html-collect-pages", collect_pages)
    app.add_post_transform(LinkCode)
