"""A page of one's own looked over as its readers see it."""
