"""Settings come from the environment; a slip is one clear sentence."""

import pytest

from askfirst.config.environment import BadSettings, read_environment


def test_nothing_set_is_the_demo_on_this_machine_only():
    settings = read_environment({})
    assert (settings.mode, settings.hosts) == ("demo", ("localhost", "127.0.0.1"))


def test_secrets_are_never_shown():
    settings = read_environment({})
    assert settings.secret_key not in str(settings.shown())


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"ASKFIRST_MOOD": "calm"}, "ASKFIRST_MOOD"),
        ({"ASKFIRST_MODE": "fast"}, "demo nor production"),
        ({"ASKFIRST_MODE": "production"}, "ASKFIRST_HOSTS"),
    ],
)
def test_a_slip_is_one_sentence(environ, says):
    with pytest.raises(BadSettings, match=says):
        read_environment(environ)
