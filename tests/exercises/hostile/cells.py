"""Cells that break what comes after them, and functions that reach out of the sandbox.

``{canary}`` stands for a file outside, ``{port}`` for a port of this machine at which
somebody listens, ``{token}`` for a word that marks what is left running.
"""

from tests.exercises.small import DOUBLE

from .case import Case, wrong
from .functions import HEAD, body

RIGHT = "\n" + DOUBLE
CELLS = (
    Case("a cell that stops", "1 / 0" + RIGHT, 3, "raised ZeroDivisionError"),
    Case("a cell that exits", "import sys\nsys.exit()" + RIGHT, 3, "raised SystemExit"),
    Case("a cell that ends it", "import os\nos._exit(1)" + RIGHT, 3, "ended the whole"),
    Case("a cell that loops", "while True: pass" + RIGHT, 3, "was still running"),
    Case(
        "a cell of syntax errors", ("def double(x:\n  return", DOUBLE), 3, "SyntaxError"
    ),
    Case("a cell of a null byte", ("x = '\0'", DOUBLE), 3, ""),
    Case("a cell of 10000 brackets", ("(" * 10_000, DOUBLE), 3, "code cell 1 raised"),
    Case("cells that print", ("print('x' * 10**8)", DOUBLE), 3),
    Case("IPython's own lines", "%matplotlib inline\n!ls" + RIGHT, 3),
    Case(
        "a plot on the way",
        "from attnbook.plotting import plot_weights\nplot_weights([1])" + RIGHT,
        3,
    ),
    Case(
        "a thread that never ends",
        HEAD + "threading.Thread(target=time.sleep, args=(99,)).start()" + RIGHT,
        3,
    ),
    Case("no standard output", "import sys\nsys.stdout = sys.stdin = None" + RIGHT, 3),
    Case(
        "an exit that hangs",
        "import atexit, time\natexit.register(time.sleep, 99)" + RIGHT,
        3,
    ),
    Case("many cells", (*["x = 1"] * 300, DOUBLE), 3),
    wrong("names all gone", (DOUBLE, "globals().clear()"), "no function called double"),
    Case(
        "builtins all gone",
        (DOUBLE, "import builtins\nbuiltins.__dict__.clear()"),
        3,
        "code cell 2 ended the whole process",
    ),
    wrong("a class of its name", ("class double:\n    pass", 'check("double")'), ""),
    wrong(
        "40 endless cells",
        (*["while True: pass"] * 40, DOUBLE),
        "came too late: the notebook used up all",
    ),
    wrong(
        "a name that answers to everything",
        "class M(type):\n    def __getattr__(c, n): return c\n"
        "    def __call__(c, *a): return c\nclass double(metaclass=M): pass\n"
        'check("double")',
        "",
    ),
)
SPIES = (
    wrong(
        "the book's own answers",
        """
try:
    import attnbook.reference as r
except ImportError:
    r = None
def double(x): return r.softmax(x)
""",
        "'NoneType' object has no attribute",
    ),
    wrong(
        "a search for checks and answers",
        """
import os
def double(x):
    found = []
    for place, folders, files in os.walk("/"):
        python = ("dev", "lib", "lib64", "proc", "usr")
        folders[:] = [folder for folder in folders if folder not in python]
        found += [f for f in files if f in ("double.py", "solution.ipynb", "tasks.py")]
    raise ValueError(f"found {len(found)} files")
""",
        "found 0 files",
    ),
    wrong(
        "a search for answers in memory",
        """
import gc, sys
def double(x):
    words = ("is_close", "looks_like", "WrongError", "expected")
    found = [o for o in gc.get_objects() if getattr(o, "__name__", "") in words]
    frame, names = sys._getframe(), []
    while frame:
        names += [n for n in frame.f_locals if n in words]
        frame = frame.f_back
    raise ValueError(f"found {len(found) + len(names)} things")
""",
        "found 0 things",
    ),
    wrong(
        "a file outside",
        body("raise ValueError(open('{canary}').read())"),
        "No such file",
    ),
    wrong("a file outside deleted", body("os.remove('{canary}')"), "No such file"),
    wrong(
        "the environment",
        body("raise ValueError(sorted(os.environ))"),
        "['HOME', 'LANG'",
    ),
    wrong(
        "a connection",
        body("socket.create_connection(('127.0.0.1', {port}), 1)"),
        "Errno",
    ),
    wrong(
        "a socket that listens",
        body("socket.create_server(('0.0.0.0', {port})).accept()"),
        "was still",
    ),
    wrong(
        "a shell",
        body("subprocess.run(['/bin/sh', '-c', 'true'])"),
        "FileNotFoundError",
    ),
    wrong(
        "a link to the outside",
        body("os.symlink('{canary}', 'l')", "raise ValueError(open('l').read())"),
        "",
    ),
    wrong("root", body("os.setuid(0)"), "line: os.setuid(0)"),
    wrong(
        "a sandbox of its own",
        body("raise ValueError(ctypes.CDLL(None).unshare(0x10000000))"),
        "ValueError: -1",
    ),
    wrong(
        "a mount",
        body(
            "raise ValueError(ctypes.CDLL(None).mount(b'x', b'/tmp', b'tmpfs', 0, 0))"
        ),
        "ValueError: -1",
    ),
    wrong("another's memory", body("open('/proc/1/mem', 'rb').read(1)"), "Error"),
    wrong(
        "limits raised",
        body("import resource", "resource.setrlimit(resource.RLIMIT_AS, (-1, -1))"),
        "ValueError",
    ),
    wrong(
        "an answer left for the next",
        body(
            "open('/tmp/answer', 'w').write('7')",
            "open('/dev/shm/answer', 'w').write('7')",
        ),
        "returned None",
    ),
    wrong(
        "an answer left by another",
        body(
            "found = os.listdir('/tmp') + os.listdir('/dev/shm')",
            "own = sys.prefix.split('/')  # of a book that is kept below /tmp",
            "raise ValueError([name for name in found if name not in own])",
        ),
        "ValueError: []",
    ),
)
GREEDY = (
    wrong("10 GB", body("x = bytearray(10**10)"), "raised MemoryError"),
    wrong(
        "memory piece by piece",
        body("a = []", "while True: a.append(bytearray(10**8))"),
        "",
    ),
    Case(
        "300 forks",
        body(
            "try:",
            "    for _ in range(300):",
            "        if os.fork() == 0:",
            "            time.sleep(60)",
            "            os._exit(0)",
            "except OSError: pass",
            "return x + x",
        ),
        3,
    ),
    wrong(
        "forks that fork",
        body("while True:", "    try: os.fork()", "    except OSError: pass"),
        "",
    ),
    wrong(
        "threads without end",
        body("while True: threading.Thread(target=time.sleep, args=(99,)).start()"),
        "RuntimeError",
    ),
    wrong(
        "a disk that fills",
        body("f = open('/tmp/x', 'wb')", "while True: f.write(bytes(10**6))"),
        "Errno",
    ),
    wrong("devices that fill", body("f = open('/dev/x', 'wb')"), "Read-only"),
    wrong(
        "shared memory that fills",
        body("f = open('/dev/shm/x', 'wb')", "while True: f.write(bytes(10**5))"),
        "Errno",
    ),
    wrong(
        "files without end",
        body("a = []", "while True: a.append(open('/dev/null'))"),
        "Too many open files",
    ),
    wrong(
        "a file in memory",
        body("f = os.memfd_create('x')", "while True: os.write(f, bytes(10**6))"),
        "PermissionError",
    ),
    wrong(
        "memory that nobody owns",
        body("raise ValueError(ctypes.CDLL(None).shmget(0, 2**30, 0o1600))"),
        "ValueError: -1",
    ),
    wrong(
        "a look into another process",
        body("raise ValueError(ctypes.CDLL(None).ptrace(16, 1, 0, 0))"),
        "ValueError: -1",
    ),
    Case(
        "a process that stays",
        HEAD
        + """
def double(x):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 256)
            os.execv(sys.executable, ["{token}", "-c", "import time; time.sleep(99)"])
        os._exit(0)
    return x + x
""",
        3,
    ),
    wrong(
        "a process that stays with a loop",
        body(
            "subprocess.Popen([sys.executable, '-c', 'while 1: pass', '{token}'])",
            "while True: pass",
        ),
        "was still running",
    ),
)
CASES = (*CELLS, *SPIES, *GREEDY)
