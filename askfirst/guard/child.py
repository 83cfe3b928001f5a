"""A child process with limits: bytes nobody trusts are opened only here, with caps on memory, time, files and output, so that a hostile
file ends the child and never the server.

Empty until the issue that brings it.
"""
