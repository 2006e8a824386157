"""What a learner's notebook finds as ``attnbook`` while it is graded: no formulas."""
