"""What a picture carries beside the picture: read from its bytes alone, group by group, without decoding a single dot.

Runs in the child. Each kind of file has its walker, each kind of note its reader; both give short plain facts (`found`).
"""
