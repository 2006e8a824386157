r"""Colour queries, keys and values in formulas, so that sources stay plain LaTeX.

The letters ``Q``, ``K``, ``V`` are coloured wherever they stand for a quantity, also in
``W_Q``; not inside words such as ``\text{Query}`` or ``\mathrm{KL}``.  The letters
``q``, ``k``, ``v`` are coloured outside subscripts and superscripts where they have
a subscript themselves (``k_j``), stand in bold (``\mathbf{k}``), or stand beside a
``q`` in the same formula: the ``k`` in ``d_k`` and in ``\sum_{k=1}^n`` is a count.
"""

import re
from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
# Commands whose argument is a word or a letter of another alphabet, not a quantity.
WORDS = re.compile(
    r"\\(text(bf|it|rm|tt|sf)?|math(rm|sf|tt|cal|bb|scr|frak)|operatorname\*?|mbox"
    r"|label|tag\*?|ref|eqref|begin|end|class|cssId|color|style|href|unicode)"
)
BOLD = re.compile(r"\\(mathbf|boldsymbol|bm|vec)")


@dataclass
class Token:
    """A piece of TeX, and whether it stands in a script, in a word, in bold."""

    text: str
    script: bool = False
    word: bool = False
    bold: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether it may stand for queries, keys or values."""
        return self.text in tuple("QKVqkv") and not self.word


def read(tex: str) -> list[Token]:
    """Cut TeX into tokens and say of each where it stands."""
    tokens, groups, before = [], [Token("")], ""
    for piece in TOKEN.findall(tex):
        token = _placed(piece, groups[-1], before)
        tokens.append(token)
        if piece == "{":
            groups.append(token)
        elif piece == "}" and len(groups) > 1:
            groups.pop()
        before = before if piece.isspace() else piece
    return tokens


def _placed(piece: str, group: Token, before: str) -> Token:
    return Token(
        piece,
        script=group.script or before in ("_", "^"),
        word=group.word or bool(WORDS.fullmatch(before)),
        bold=group.bold or bool(BOLD.fullmatch(before)),
    )


def colour(tex: str) -> str:
    r"""Wrap each query, key and value in a class that the style sheet colours.

    Example:
        >>> colour(r"W_Q x")
        'W_{\\class{att-q}{Q}} x'
    """
    tokens = read(tex)
    beside_query = tex.strip() == "v" or any(
        token.text == "q" and token.is_letter and not token.script for token in tokens
    )
    followers = _followers(tokens)
    return "".join(
        f"{{\\class{{att-{token.text.lower()}}}{{{token.text}}}}}"
        if _is_role(token, follower == "_" or beside_query)
        else token.text
        for token, follower in zip(tokens, followers, strict=True)
    )


def _is_role(token: Token, named: bool) -> bool:
    if not token.is_letter or token.text.isupper():
        return token.is_letter
    return not token.script and (named or token.bold)


def _followers(tokens: list[Token]) -> list[str]:
    """Return for each token the text of the next one that is not space."""
    followers, follower = [], ""
    for token in reversed(tokens):
        followers.append(follower)
        follower = follower if token.text.isspace() else token.text
    return followers[::-1]


class ColourFormulas(SphinxPostTransform):
    """Colour every formula of a page."""

    default_priority = 300
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Do it for the whole page."""
        for kind in (nodes.math, nodes.math_block):
            for node in self.document.findall(kind):
                tex = colour(node.astext())
                node.children = []
                node += nodes.Text(tex)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_post_transform(ColourFormulas)
