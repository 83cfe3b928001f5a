"""Who belongs to the school: the roll, names however they are written, titles, and how people write where they work."""
