"""Court papers from one case file: drafts for a lawyer to settle. Each statement in them names what it rests
on.
"""
