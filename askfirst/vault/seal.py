"""Sealing and unsealing words and files. Only `casework.reading` may unseal, and each unsealing is a line in the trail.

Empty until the issue that brings it.
"""
