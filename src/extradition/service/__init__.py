"""The service: the page, and what programs ask for."""
