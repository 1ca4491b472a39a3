"""Two readings of a version of a question, by durable rules and in plain Python.

A reading counts only if both agree.
"""
