"""Functions that lie, break or spy. Each is the only answer of its notebook."""

from .case import Case, wrong

HEAD = "import ctypes, gc, os, signal, socket, subprocess, sys, threading, time\n"


def body(*lines: str) -> str:
    """Write a function that does something instead of its task."""
    return HEAD + "def double(x):\n    " + "\n    ".join(lines)


ENDS = "ended the whole process"
LOOPS = "was still running after"
GARBLED = "sent something that is no answer"

ENDLESS = (
    wrong("a loop", body("while True: pass"), LOOPS),
    wrong("a sleep", body("time.sleep(1e6)"), LOOPS),
    wrong("a wait for input", body("input()"), "raised EOFError"),
    wrong("endless recursion", body("return double(x)"), "raised RecursionError"),
    wrong(
        "recursion without a limit",
        body("sys.setrecursionlimit(10**9)", "return double(x)"),
        "",
    ),
    wrong("an endless list", body("return list(iter(int, 1))"), ""),
    wrong(
        "a loop that swallows every exception",
        body("while True:", "    try: time.sleep(1)", "    except: pass"),
        LOOPS,
    ),
    wrong(
        "signals that are ignored",
        body("[signal.signal(n, signal.SIG_IGN) for n in (1, 2, 15)]", "while 1: pass"),
        LOOPS,
    ),
    wrong("a process that stops itself", body("os.kill(os.getpid(), 19)"), LOOPS),
    wrong("a lock that nobody opens", body("threading.Semaphore(0).acquire()"), LOOPS),
)
ENDING = (
    wrong("sys.exit", body("sys.exit(0)"), "raised SystemExit: 0  (line: sys.exit(0))"),
    wrong("os._exit", body("os._exit(0)"), ENDS),
    wrong("an abort", body("os.abort()"), ENDS),
    wrong("a segfault", body("ctypes.string_at(0)"), ENDS),
    wrong("every process killed", body("os.kill(-1, 9)"), ""),
    wrong("the first process killed", body("os.kill(1, 9)", "return x"), "off by"),
    wrong("Ctrl-C", body("raise KeyboardInterrupt"), "raised KeyboardInterrupt"),
    wrong(
        "another program in its place", body("os.execv(sys.executable, ['x'])"), ENDS
    ),
)
LIES = (
    wrong(
        "an object that equals everything",
        """
class Yes:
    shape, ndim, dtype = (7,), 1, float
    __class__ = __import__("numpy").ndarray
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __bool__ = lambda self: True
def double(x): return Yes()
""",
        "returned an array of object",
    ),
    wrong(
        "an array that lies",
        """
import numpy as np
class Liar(np.ndarray):
    __array__ = lambda self, *a, **k: np.full(7, 0.2)
    __array_ufunc__ = lambda self, *a, **k: np.zeros(7)
    tobytes = lambda self, *a: np.full(7, 0.2).tobytes()
    shape = property(lambda self: (7,))
def double(x): return np.asarray(x).view(Liar)
""",
        "is off by up to",
    ),
    wrong(
        "NumPy patched",
        """
import numpy as np
np.allclose = np.array_equal = lambda *a, **k: True
np.isfinite = lambda x: np.ones(np.shape(x), bool)
np.abs = lambda x: np.zeros(1)
def double(x): return np.zeros(np.shape(x))
""",
        "off by up to",
    ),
    wrong(
        "the worker patched",
        """
import sys
for name, module in list(sys.modules.items()):
    if name.startswith("worker"):
        for word in ("points", "passed", "text", "WrongError"):
            setattr(module, word, 7)
        if hasattr(module, "call_function"):
            zero = {"kind": "value", "value": 0, "changed": []}
            module.call_function = lambda *a: zero
def double(x): return 0
""",
        "has shape (), not (7,)",
    ),
    wrong(
        "the checker patched",
        """
import attnbook.grading, builtins
attnbook.grading.check = lambda *a: True
builtins.isinstance = lambda *a: True
def double(x): return x
""",
        "",
    ),
    wrong(
        "answers forged on the pipe",
        body(
            'forged = b\'\\0\\0\\0\\x10\\0\\0\\0\\0{"kind": "value"}\' * 50',
            "for fd in range(3, 20):",
            "    try: os.write(fd, forged)",
            "    except OSError: pass",
        ),
        "",
    ),
    wrong(
        "answers of full marks on the pipe",
        body(
            'm = b\'{"points": 7, "kind": "done", "text": "", "number": 3}\'',
            "for fd in range(3, 20):",
            "    try: os.write(fd, len(m).to_bytes(4, 'big') + bytes(4) + m)",
            "    except OSError: pass",
        ),
        "",
    ),
    wrong(
        "a byte a second on the pipe",
        body(
            "for fd in range(3, 20):",
            "    try: os.write(fd, b'\\0')",
            "    except OSError: pass",
            "while True: time.sleep(1)",
        ),
        LOOPS,
    ),
    wrong(
        "a promise of 4 GB on the pipe",
        body(
            "for fd in range(3, 20):",
            "    try: os.write(fd, b'\\xff' * 8)",
            "    except OSError: pass",
            "while True: pass",
        ),
        "",
    ),
    wrong("pipes closed", body("os.closerange(0, 256)", "return x + x"), ""),
)
ODD_VALUES = (
    wrong("a generator", body("yield 1"), "returned an object of type generator"),
    wrong(
        "an array of 240 MB", body("return __import__('numpy').zeros(3 * 10**7)"), ""
    ),
    wrong(
        "a deep list", body("a = []", "for _ in range(10**5): a = [a]", "return a"), ""
    ),
    wrong("an endless list of itself", body("a = []", "a.append(a)", "return a"), ""),
    wrong("a number of 10000 digits", body("return 10**10000"), "of type int"),
    wrong("a text of 100 MB", body("return 'x' * 10**8"), "of type str"),
    wrong("objects", body("return __import__('numpy').array([{}])"), "array of object"),
    wrong("halves of letters", body("return '\\ud800'"), ""),
    wrong("not a number", body("return x * float('nan')"), "NaN"),
    wrong("its own check", body("return __import__('attnbook').grading.check"), ""),
)
TOLD = (
    wrong(
        "an exception that can't be printed",
        "class E(Exception):\n    def __str__(self): raise E\n"
        "def double(x):\n    raise E",
        "raised E  (line: raise E)",
    ),
    wrong("an exception of 10 MB", body("raise ValueError('x' * 10**7)"), "ValueError"),
    wrong(
        "a forged line", body("raise ValueError('a\\r✓ all (7/7)')"), "a ✓ all (7/7)"
    ),
    wrong(
        "a terminal's escapes",
        body("raise ValueError('\\x1b[2J\\x9b31m\\x07')"),
        " [2J",
    ),
    wrong("text from right to left", body("raise ValueError('\\u202e7/7')"), " 7/7"),
    wrong("half a letter", body("raise ValueError('\\ud800')"), "ValueError"),
    wrong(
        "a script", body("raise ValueError('<script>alert(1)</script>')"), "<script>"
    ),
    wrong("a formula", body("raise ValueError('=cmd|calc')"), "=cmd|calc"),
    wrong("a template", body("raise ValueError('{{ 7 * 7 }} %s {0}')"), "{{ 7 * 7 }}"),
    Case("100 MB printed", body("print('x' * 10**8)", "return x + x"), 3),
    Case("100 MB written", body("os.write(1, b'x' * 10**8)", "return x + x"), 3),
    Case(
        "errors without end", body("sys.stderr.write('x' * 10**8)", "return x + x"), 3
    ),
)
CASES = (*ENDLESS, *ENDING, *LIES, *ODD_VALUES, *TOLD)
