"""For the lawyer: the interview, the request for further information, the replay of a determination."""
