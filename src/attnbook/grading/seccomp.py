"""A filter of system calls: memory that no limit counts can't be had in the sandbox.

Files in memory and System V's shared memory count for no limit of a process; the other
calls are of no use to an exercise and of some to who attacks a kernel. The filter is a
program in the kernel's own little language, which bubblewrap passes on.
"""

import errno
import platform
import struct

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_NUMBER, _ARCHITECTURE = 0, 4  # where the kernel shows these of a call
_X32 = 0x40000000  # another set of numbers for the same calls, on x86-64
# The kernel's name of a processor, and the numbers of its calls.
_REFUSED = {
    "x86_64": (
        0xC000003E,
        {
            "shmget": 29,
            "ptrace": 101,
            "add_key": 248,
            "request_key": 249,
            "keyctl": 250,
            "perf_event_open": 298,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "memfd_create": 319,
            "bpf": 321,
            "userfaultfd": 323,
            "io_uring_setup": 425,
            "memfd_secret": 447,
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "ptrace": 117,
            "shmget": 194,
            "add_key": 217,
            "request_key": 218,
            "keyctl": 219,
            "perf_event_open": 241,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "memfd_create": 279,
            "bpf": 280,
            "userfaultfd": 282,
            "io_uring_setup": 425,
            "memfd_secret": 447,
        },
    ),
}


def call_filter(machine: str | None = None) -> bytes:
    """Return the filter for a processor; empty for one that nobody has looked up."""
    machine = machine or platform.machine()
    if machine not in _REFUSED:
        return b""
    architecture, calls = _REFUSED[machine]
    numbers = sorted(calls.values())
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, len(numbers) + 1, 0, _X32),
        *((_EQUAL, len(numbers) - at, 0, call) for at, call in enumerate(numbers)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in program)
