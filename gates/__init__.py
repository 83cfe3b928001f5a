"""The gates of `make check`: each looks at one promise and says what is wrong and what to do. Never part of the product."""
