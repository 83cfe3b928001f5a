"""What hurts one person: whom it is aimed at, what is said, and when it does no harm."""
