"""A page drawn by a browser that is installed here, set apart from everything: whether a reader sees some words in the real layout."""
