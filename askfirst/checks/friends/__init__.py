"""A person's own list of friends: who on it might be a student here, a former one, or a colleague (SNS-6, SNS-9, SNS-10, SNS-11)."""
