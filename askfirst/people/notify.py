"""Telling a person by mail: the only place besides the guard that opens a connection.

Empty until the issue that brings it.
"""
