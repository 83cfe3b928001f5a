"""A forwarded address is believed from named proxies only."""

from dataclasses import replace

import pytest

from askfirst.config.environment import BadSettings, read_environment
from askfirst.config.proxies import NamedProxies, comes_from

PROXIES = read_environment({"ASKFIRST_PROXIES": "127.0.0.1, 10.0.0.0/8,::1"}).proxies


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.1.2.3", "198.51.100.7, 10.9.9.9", "198.51.100.7"),
        ("10.1.2.3", "192.0.2.1, 198.51.100.7", "198.51.100.7"),  # what a stranger wrote before our own proxy's line is not believed
        ("198.51.100.9", "192.0.2.1", "198.51.100.9"),  # no proxy of ours: anybody can write the header
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "nonsense, 198.51.100.7", "198.51.100.7"),
        ("::1", "2001:db8::5", "2001:db8::5"),
        ("", "198.51.100.7", ""),
    ],
)
def test_whom_a_request_comes_from(peer, forwarded, expected):
    assert comes_from(peer, forwarded, PROXIES) == expected


@pytest.mark.parametrize("named", ["somewhere", "10.0.0.1/8", "10.0.0.0/99", "10.0.0.0;127.0.0.1"])
def test_a_slip_in_the_setting_is_one_sentence(named):
    with pytest.raises(BadSettings, match="ASKFIRST_PROXIES holds no address we can read"):
        read_environment({"ASKFIRST_PROXIES": named})


@pytest.mark.parametrize(("proxies", "expected"), [(PROXIES, "198.51.100.7"), ((), "127.0.0.1")])
def test_what_comes_after_sees_one_address(rf, settings, proxies, expected):
    settings.ASKFIRST = replace(settings.ASKFIRST, proxies=proxies)
    request = rf.get("/", headers={"x-forwarded-for": "198.51.100.7"})
    assert NamedProxies(lambda request: request.META["REMOTE_ADDR"])(request) == expected
