"""Signs that somebody may be hurt or may hurt themselves, and how needs are put together of them."""
