"""A hasher that is quick and counts its work, so that tests measure work and not time."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher

__all__ = ["WORK", "Counting"]

WORK: list[int] = []


class Counting(PBKDF2PasswordHasher):
    """Django's own hasher with few rounds; each hash leaves its rounds in WORK."""

    iterations = 10

    def encode(self, password, salt, iterations=None):
        WORK.append(iterations or self.iterations)
        return super().encode(password, salt, iterations)
