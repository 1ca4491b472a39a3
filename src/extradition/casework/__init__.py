"""For the lawyer: the interview, the request for further information, the replay of a determination, the
reading of a warrant's own file.
"""
