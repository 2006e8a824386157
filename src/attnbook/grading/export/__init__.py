"""Bring marks to where they are kept: a table, Gradescope, Canvas or Moodle."""
