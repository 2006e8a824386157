"""Small changes to a function, one at a time, as a slip of a pen would make them."""

import ast
import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
NAMES = {
    "all": ("any",),
    "any": ("all",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "argsort": ("array",),
    "ceil": ("floor", "round"),
    "cos": ("sin",),
    "exp": ("exp2", "expm1"),
    "floor": ("ceil", "round"),
    "hstack": ("vstack",),
    "log": ("log2", "log1p"),
    "log1p": ("log", "expm1"),
    "max": ("min", "mean", "sum"),
    "maximum": ("minimum",),
    "mean": ("sum", "max"),
    "min": ("max",),
    "minimum": ("maximum",),
    "ones": ("zeros",),
    "ones_like": ("zeros_like",),
    "sin": ("cos",),
    "sqrt": ("square", "abs"),
    "sum": ("mean", "max"),
    "tanh": ("arctan",),
    "tri": ("ones",),
    "vstack": ("hstack",),
    "zeros": ("ones",),
}
_DROPPED = ast.Assign | ast.AugAssign | ast.Expr | ast.If | ast.For | ast.With


@dataclass(frozen=True)
class Mutant:
    """A function with one small change.

    Attributes:
        source: The whole function.
        lines: The lines that are new, as its author would have written them.
    """

    source: str
    lines: str


def mutants(source: str) -> Iterator[Mutant]:
    """Give each function that one small change makes of another one.

    What the function says, in its docstring and in its errors, stays as it is.

    Example:
        >>> [mutant.lines for mutant in mutants("def f(x): return x + x")]
        ['def f(x): return x - x', 'def f(x): return x']
    """
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    words = {id(node) for node in _words(tree)}
    for old in ast.walk(tree):
        if id(old) in words:
            continue
        for new in _instead(old):
            # A copy in which the one is what the other was.
            text = ast.unparse(copy.deepcopy(tree, {id(old): new}))
            if text not in seen:
                seen.add(text)
                yield Mutant(text, _new_lines(source, old, new))


def _new_lines(source: str, old: ast.AST, new: ast.AST) -> str:
    """Write the lines in which the one piece of code takes the place of the other."""
    lines = [line.encode() for line in source.splitlines()]
    first, last = old.lineno - 1, old.end_lineno - 1
    before, after = lines[first][: old.col_offset], lines[last][old.end_col_offset :]
    text = ast.unparse(new)
    if after.startswith(b".") and isinstance(new, ast.BinOp | ast.Compare):
        text = f"({text})"
    changed = b"".join((before, text.encode(), after)).decode()
    code = (line.partition("  #")[0].strip() for line in changed.splitlines())
    return " ".join(code)


def _words(tree: ast.AST) -> Iterator[ast.AST]:
    """Find docstrings, and what an error says."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node
            yield node.value
        elif isinstance(node, ast.Raise | ast.JoinedStr):
            yield from list(ast.walk(node))[1:]


def _instead(node: ast.AST) -> Iterator[ast.AST]:
    """Give what a slip of the pen puts in the place of a piece of code."""
    match node:
        case ast.BinOp(op=op, left=left, right=right):
            yield from (_changed(node, op=o()) for o in OPERATORS.get(type(op), ()))
            yield from (left, right)
        case ast.Compare(ops=[op]):
            yield from (_changed(node, ops=[o()]) for o in OPERATORS.get(type(op), ()))
        case ast.BoolOp(op=op, values=values):
            yield from (_changed(node, op=o()) for o in OPERATORS[type(op)])
            yield from values
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(value=str() as value):
            yield ast.Constant(f"{value}?")
        case ast.Attribute(attr=name):
            yield from (_changed(node, attr=other) for other in NAMES.get(name, ()))
        case ast.Call():
            yield from _calls(node)
        case ast.Tuple(elts=[_, _, *_] as parts):
            yield _changed(node, elts=parts[::-1])
        case ast.Dict(keys=keys, values=values):
            for keys_left, left in zip(_less(keys), _less(values), strict=True):
                yield _changed(node, keys=keys_left, values=left)
        case ast.Raise():
            yield ast.Pass()
        case ast.stmt():
            yield from _statements(node)


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    """Forget a keyword, swap the arguments, or forget the call."""
    for left in _less(node.keywords):
        yield _changed(node, keywords=left)
    if len(node.args) > 1:
        yield _changed(node, args=node.args[::-1])
    yield from node.args
    if isinstance(node.func, ast.Attribute):
        yield node.func.value


def _statements(node: ast.stmt) -> Iterator[ast.AST]:
    """Forget a statement, or what it depends on."""
    if isinstance(node, _DROPPED):
        yield ast.Pass()
    if isinstance(node, ast.If):
        yield from (_changed(node, test=ast.Constant(value)) for value in (True, False))


def _less(items: Sequence) -> Iterator[list]:
    """Leave out each item in turn."""
    for n in range(len(items)):
        yield [*items[:n], *items[n + 1 :]]


def _changed(node: ast.AST, **fields: object) -> ast.AST:
    """Make a node like another one, but for some fields."""
    return type(node)(**{**dict(ast.iter_fields(node)), **fields})
