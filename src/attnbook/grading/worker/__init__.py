"""The process that runs a learner's cells; it can import nothing else of the package.

Neither checks nor expected answers are in here: this folder is all that a sandbox has
to show it.
"""
