"""The explorer: a table of offences decided under several laws, looked at from every side in a browser."""
