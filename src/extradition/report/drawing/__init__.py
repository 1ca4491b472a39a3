"""Drawings: the path of a hearing, and the flow of outcomes from law to law."""
