"""Saved web pages, feeds and whole blogs inside the child: what a reader sees of them, what is there and not seen, and why."""
