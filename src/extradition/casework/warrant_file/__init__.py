"""The reading of a warrant's own file, Word or PDF: the entries of a case file, each with its source.

It never guesses: an unclear mark or value is listed as not read.
"""
