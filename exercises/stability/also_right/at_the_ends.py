"""Scores at the ends of what float16 takes in."""


def break_float16():
    return {
        "power": [11.1],
        "sum": [11.08, 9.0, -3.0],
        "digits": [65490.0, 65504.0],
    }
