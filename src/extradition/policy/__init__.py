"""Tools for the policy team: the comparison of laws, the check against decided cases, and the tests of
law.
"""
