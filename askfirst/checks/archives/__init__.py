"""What a stranger could put together from somebody's own posts: readers of the archives that services give, clues in single posts, and the
facts that several of them give away together. Pure; it runs in the child, and only the facts leave it. Source: SNS-1, SNS-2, SNS-3, PRI-4.
"""
