"""Key files: made once, for one user alone, never written over."""

import pytest
from django.conf import settings

from askfirst.trail.keyfile import NoKey, folder, key, make_missing, put


def test_the_first_start_makes_its_keys_and_the_second_none(tmp_path):
    place = tmp_path / "keys"
    assert make_missing(place) == ["trail.key", "trust.key", "secret.key", "second-step.key", "family.key", "mailbox.key", "register.key"]
    assert place.stat().st_mode & 0o777 == 0o700
    kept = {path.name: path.read_bytes() for path in place.iterdir()}
    assert sorted(kept) == ["family.key", "mailbox.key", "register.key", "second-step.key", "secret.key", "trail.key", "trust.key"]
    assert {len(raw) for raw in kept.values()} == {32}
    assert len(set(kept.values())) == 7
    assert {path.stat().st_mode & 0o777 for path in place.iterdir()} == {0o600}
    (place / "trust.key").unlink()
    assert make_missing(place) == ["trust.key"]
    assert (place / "trail.key").read_bytes() == kept["trail.key"]
    assert put(place, "trail.key", bytes(32)) is False
    assert (place / "trail.key").read_bytes() == kept["trail.key"]


def test_a_missing_key_says_which_and_what_next():
    with pytest.raises(NoKey) as missing:
        key("nowhere.key")
    assert str(missing.value.sentence) == "The key file nowhere.key is missing. Put it back from its copy in the safe, or run set-up."


def test_a_key_of_another_length_is_no_key(tmp_path):
    assert folder() == settings.ASKFIRST.data / "keys"
    (folder() / "short.key").write_bytes(b"short")
    with pytest.raises(NoKey, match=r"short\.key is not 32 bytes long"):
        key("short.key")
    with pytest.raises(NoKey, match="32 bytes"):
        put(tmp_path, "short.key", b"short")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_changed_is_read_again():
    assert put(folder(), "turning.key", b"a" * 32)
    assert key("turning.key") == b"a" * 32
    (folder() / "turning.key").unlink()
    assert put(folder(), "turning.key", b"b" * 32)
    assert key("turning.key") == b"b" * 32
