"""What happened, as rows: who, when, which step, references and digests; no words and no foreign keys.

Empty until the issue that brings it.
"""
