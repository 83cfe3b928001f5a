"""What differs between two editions, clause by clause. Empty until a Trust makes its second edition."""
