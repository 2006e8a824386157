"""Submissions that try to outwit, to break or to spy on the grader."""
