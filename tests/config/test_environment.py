"""Settings come from the environment; a slip is one clear sentence."""

import pytest

from askfirst.config.environment import BadSettings, read_environment
from askfirst.trail.keyfile import make_missing


def test_nothing_set_is_the_demo_on_this_machine_only():
    settings = read_environment({})
    assert (settings.mode, settings.hosts) == ("demo", ("localhost", "127.0.0.1"))


def test_secrets_are_never_shown():
    settings = read_environment({})
    assert settings.secret_key not in str(settings.shown())


PRODUCTION = {"ASKFIRST_MODE": "production", "ASKFIRST_HOSTS": "ask.ret.example", "ASKFIRST_ADDRESS": "https://ask.ret.example/"}


def test_production_is_set_by_three_names():
    settings = read_environment(PRODUCTION)
    assert (settings.address, settings.mail_from, settings.mail_host) == ("https://ask.ret.example", "askfirst@ask.ret.example", "")


@pytest.mark.parametrize(
    ("environ", "tls", "port"),
    [
        ({}, "none", 25),
        ({"ASKFIRST_MAIL_HOST": "localhost"}, "none", 25),
        ({"ASKFIRST_MAIL_HOST": "mail.ret.example"}, "starttls", 587),
        ({"ASKFIRST_MAIL_HOST": "mail.ret.example", "ASKFIRST_MAIL_TLS": "tls"}, "tls", 465),
        ({"ASKFIRST_MAIL_HOST": "mail.ret.example", "ASKFIRST_MAIL_PORT": "2525"}, "starttls", 2525),
    ],
)
def test_mail_to_another_machine_is_never_in_the_open_unless_asked(environ, tls, port):
    settings = read_environment(environ)
    assert (settings.mail_tls, settings.mail_port) == (tls, port)


def test_a_password_may_stand_in_a_file_and_is_never_shown(tmp_path):
    (tmp_path / "password").write_text("pass word\n")
    settings = read_environment({"ASKFIRST_MAIL_PASSWORD_FILE": str(tmp_path / "password")})
    assert settings.mail_password == "pass word"
    assert "pass word" not in repr(settings) + str(settings.shown())


def test_a_key_that_is_kept_outlives_a_restart_and_another_is_drawn_without_one(tmp_path):
    environ = {"ASKFIRST_DATA": str(tmp_path)}
    assert read_environment(environ).secret_key != read_environment(environ).secret_key
    make_missing(tmp_path / "keys")
    assert read_environment(environ).secret_key == read_environment(environ).secret_key
    assert read_environment(environ).secret_key == (tmp_path / "keys" / "secret.key").read_bytes().hex()


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"ASKFIRST_MOOD": "calm"}, "ASKFIRST_MOOD"),
        ({"ASKFIRST_MODE": "fast"}, "demo nor production"),
        ({"ASKFIRST_MODE": "production"}, "ASKFIRST_HOSTS"),
        ({**PRODUCTION, "ASKFIRST_ADDRESS": ""}, "ASKFIRST_ADDRESS is empty"),
        ({**PRODUCTION, "ASKFIRST_ADDRESS": "http://ask.ret.example"}, "https://"),
        ({"ASKFIRST_ADDRESS": "ask.ret.example"}, "not an address"),
        ({"ASKFIRST_ADDRESS": "https://ask.ret.example/x?y"}, "not an address"),
        ({"ASKFIRST_MAIL_PORT": "smtp"}, "ASKFIRST_MAIL_PORT"),
        ({"ASKFIRST_MAIL_PORT": "0"}, "ASKFIRST_MAIL_PORT"),
        ({"ASKFIRST_MAIL_PORT": "99999999999999"}, "ASKFIRST_MAIL_PORT"),
        ({"ASKFIRST_MAIL_TLS": "ssl"}, "ASKFIRST_MAIL_TLS"),
        ({**PRODUCTION, "ASKFIRST_MAIL_HOST": "mail.ret.example", "ASKFIRST_MAIL_TLS": "none"}, "on another machine"),
        ({"ASKFIRST_MAIL_FROM": "nobody"}, "ASKFIRST_MAIL_FROM"),
        ({"ASKFIRST_MAIL_FROM": "a@b.example\nBcc: c@d.example"}, "ASKFIRST_MAIL_FROM"),
        ({"ASKFIRST_MAIL_PASSWORD_FILE": "/no/such/file"}, "cannot be read"),
        ({"ASKFIRST_MAIL_PASSWORD_FILE": "x", "ASKFIRST_MAIL_PASSWORD": "y"}, "both set"),
    ],
)
def test_a_slip_is_one_sentence(environ, says):
    with pytest.raises(BadSettings, match=says):
        read_environment(environ)
