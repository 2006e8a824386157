import struct

import pytest

from attnbook.grading.seccomp import _REFUSED, call_filter

ALLOW, REFUSE = 0x7FFF0000, 0x00050001


def verdict(program: bytes, architecture: int, number: int) -> int:
    """Run a filter as the kernel does."""
    lines = list(struct.iter_unpack("HBBI", program))
    held, at = 0, 0
    while True:
        code, if_so, if_not, value = lines[at]
        if code == 0x06:
            return value
        if code == 0x20:
            held = {0: number, 4: architecture}[value]
            at += 1
            continue
        is_so = held == value if code == 0x15 else held >= value
        at += 1 + (if_so if is_so else if_not)


@pytest.mark.parametrize("machine", _REFUSED)
def test_the_calls_of_the_list_are_refused_and_no_others(machine):
    architecture, calls = _REFUSED[machine]
    program = call_filter(machine)
    for number in range(600):
        wanted = REFUSE if number in calls.values() else ALLOW
        assert verdict(program, architecture, number) == wanted


@pytest.mark.parametrize("machine", _REFUSED)
def test_other_numbers_for_the_same_calls_are_refused(machine):
    architecture, _ = _REFUSED[machine]
    program = call_filter(machine)
    assert verdict(program, architecture, 0x40000000 + 319) == REFUSE
    assert verdict(program, architecture, 0xFFFFFFFF) == REFUSE
    assert verdict(program, 0x40000003, 1) == REFUSE  # a program of 32 bits


def test_of_an_unknown_processor_nothing_is_filtered():
    assert call_filter("vax") == b""
