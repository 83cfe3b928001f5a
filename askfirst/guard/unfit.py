"""What a reader in the child says of bytes that cannot be taken: a key, whose sentence the parent knows. Pure."""

__all__ = ["Unfit"]


class Unfit(ValueError):
    """What was sent cannot be taken; `why` is a key of the sentences in `files` or `text.look`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
