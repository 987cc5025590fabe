"""What a refusal means for the person who must mend it, and where a secret may never be sent."""

from pathlib import Path

import pytest

from inbox_guard.errors import LoginRefused, SettingsError, Unreachable
from inbox_guard.mail.endpoint import Endpoint, Security, Service
from inbox_guard.mail.login import Auth, Login, refusal, usable, without_secret


def login(auth: Auth = Auth.PASSWORD, secret: str = "s3cret") -> Login:
    return Login("anna@mail.test", auth, lambda: secret, "GUARD_HOME_IMAP_PASSWORD_FILE")


REFUSED = {
    "dovecot": ("[AUTHENTICATIONFAILED] Authentication failed.", "GUARD_HOME_IMAP_PASSWORD_FILE"),
    "gmail": ("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", "app password"),
    "gmail app password": (
        "[ALERT] Application-specific password required: https://support.google.test (Failure)",
        "security page",
    ),
    "yahoo app password": ("[AUTHORIZATIONFAILED] use an app password", "security page"),
    "gmail web": ("[WEBALERT https://accounts.google.test/] Web login required.", "web page"),
    "gmail browser": ("[ALERT] Please log in via your web browser: https://x.test", "web page"),
    "gmail off": ("[ALERT] Your account is not enabled for IMAP use.", "switched off"),
    "imap off": ("IMAP access is disabled for your domain. Please contact", "switched off"),
    "outlook": ("LOGIN failed. Basic authentication is disabled.", "GUARD_IMAP_AUTH=xoauth2"),
    "m365": ('AUTHENTICATE failed. [Error="LogonFailed:BasicAuthBlocked-XY"]', "xoauth2"),
    "in the clear": ("[PRIVACYREQUIRED] Plaintext authentication disallowed", "tls or starttls"),
    "expired": ("[EXPIRED] That password is no longer valid.", "has expired"),
    "locked": ("[CONTACTADMIN] Account locked", "is locked"),
    "nothing said": ("", "GUARD_HOME_IMAP_PASSWORD_FILE"),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_tells_the_owner_what_to_do(text: str, words: str) -> None:
    error = refusal(text, login(), "imap.mail.test")
    assert isinstance(error, LoginRefused)
    assert words in str(error)
    assert "imap.mail.test" in str(error)
    assert text in str(error)


BUSY = {
    "dovecot": "[UNAVAILABLE] Temporary authentication failure. [mail:2026]",
    "limit": "[LIMIT] Maximum number of connections from user+IP exceeded",
    "gmail": "[ALERT] Too many simultaneous connections. (Failure)",
    "gmail quota": "[ALERT] Account exceeded command or bandwidth limits. (Failure)",
    "busy": "[INUSE] mailbox is locked by another session",
    "later": "Server too busy, please try again later",
}


@pytest.mark.parametrize("text", BUSY.values(), ids=BUSY)
def test_a_server_that_is_busy_is_tried_again_and_nobody_is_blamed(text: str) -> None:
    error = refusal(text, login(), "imap.mail.test")
    assert isinstance(error, Unreachable)
    assert "next sweep" in str(error)


def test_a_refused_token_points_at_the_command_that_fetches_one() -> None:
    error = refusal("[AUTHENTICATIONFAILED] Invalid credentials", login(Auth.XOAUTH2), "imap.test")
    assert isinstance(error, LoginRefused)
    assert "GUARD_IMAP_PASSWORD_COMMAND" in str(error)


def test_what_a_server_says_is_shown_on_one_line_without_the_secret() -> None:
    shown = without_secret("b'your s3cret\r\n\x1b]8;;x\x07 is wrong'" + "x" * 999, "s3cret")
    assert "s3cret" not in shown
    assert shown.isprintable()
    assert len(shown) <= 300
    assert without_secret("b'[X] no'", "") == "[X] no"


@pytest.mark.parametrize("secret", ["", "a\nb", "a\rb", "a\0b"])
def test_a_secret_that_is_not_one_line_is_refused_by_the_name_of_its_setting(secret: str) -> None:
    with pytest.raises(LoginRefused, match="GUARD_HOME_IMAP_PASSWORD_FILE"):
        usable(login(), secret)


PORTS = {
    "imap tls": (Service.IMAP, Security.TLS, 993),
    "imap starttls": (Service.IMAP, Security.STARTTLS, 143),
    "imap plain": (Service.IMAP, Security.NONE, 143),
    "smtp tls": (Service.SMTP, Security.TLS, 465),
    "smtp starttls": (Service.SMTP, Security.STARTTLS, 587),
    "smtp plain": (Service.SMTP, Security.NONE, 25),
}


@pytest.mark.parametrize(("service", "security", "port"), PORTS.values(), ids=PORTS)
def test_port_0_is_the_usual_port(service: Service, security: Security, port: int) -> None:
    assert Endpoint("localhost", 0, security).port_for(service) == port
    assert Endpoint("localhost", 1143, security).port_for(service) == 1143


@pytest.mark.parametrize(
    "host", ["mail.test", "192.168.1.2", "10.0.0.1", "localhost.mail.test", ""]
)
def test_plain_text_to_another_machine_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match=r"GUARD_IMAP_SECURITY.*GUARD_SMTP_SECURITY"):
        Endpoint(host, 0, Security.NONE)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1", "[::1]"]
)
def test_plain_text_to_this_machine_is_allowed(host: str) -> None:
    assert Endpoint(host, 0, Security.NONE).host == host


def test_one_context_serves_all_endpoints_of_the_same_authorities(tmp_path: Path) -> None:
    first, second = Endpoint("a.test", 0, Security.TLS), Endpoint("b.test", 0, Security.STARTTLS)
    assert first.context(Service.IMAP) is second.context(Service.SMTP)
    assert first.context(Service.IMAP).check_hostname


@pytest.mark.parametrize(
    "content", [None, b"", b"no certificate"], ids=["missing", "empty", "text"]
)
def test_a_ca_file_that_cannot_be_used_names_its_setting(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match="GUARD_SMTP_CA_FILE"):
        Endpoint("a.test", 0, Security.TLS, path).context(Service.SMTP)
