"""What hurts a whole group: where people are named by their sort, and what is said of them, done to them, owed to them or told."""
