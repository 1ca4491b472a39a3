"""Drawings of the path of a hearing, and of the flow of outcomes from law to law."""
