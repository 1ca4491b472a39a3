"""Connections to a service, read as a client reads them."""

import contextlib
import socket


def taken(connection: socket.socket) -> bytes:
    """The bytes that come until the server closes the connection.

    Where it closes before it has read all that the client sent, the system tells the client by a reset.
    """
    came = bytearray()
    with connection, contextlib.suppress(ConnectionResetError):
        while piece := connection.recv(65_536):
            came += piece
    return bytes(came)
