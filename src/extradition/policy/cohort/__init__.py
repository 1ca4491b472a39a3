"""Cohorts: a table of offences decided under several laws at once, in columns."""
