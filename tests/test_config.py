"""Settings: where they come from, which wins, and what is said when one is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inbox_guard.config import Settings, ledger_of, load
from inbox_guard.core.vocabulary import Mechanism, Mode
from inbox_guard.errors import SettingsError

BASE = {
    "GUARD_IMAP_HOST": "imap.home.test",
    "GUARD_IMAP_USER": "ada@home.test",
    "GUARD_IMAP_PASSWORD": "open sesame",
    "XDG_CONFIG_HOME": "/nonexistent",
}


def loaded(env_file: Path | None = None, **more: str) -> Settings:
    return load(BASE | more, env_file)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, mode: int = 0o600) -> Path:
        path = tmp_path / "settings.env"
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        return path

    return write


def test_one_account_called_main_stands_without_any_being_named() -> None:
    settings = loaded()
    assert [account.name for account in settings.accounts] == ["main"]
    account = settings.accounts[0]
    assert account.mode is Mode.ASK
    assert (account.reach, account.max_per_run, account.min_age) == (365, 50, 10)
    assert account.owner.addresses == ("ada@home.test",)
    assert account.login.secret() == "open sesame"


def test_an_account_takes_its_own_setting_and_falls_back_to_the_unnamed_one() -> None:
    settings = loaded(
        GUARD_ACCOUNTS="home,work",
        GUARD_WORK_IMAP_HOST="imap.work.test",
        GUARD_WORK_IMAP_PASSWORD="other",
        GUARD_WORK_MODE="auto",
        GUARD_REACH="90",
    )
    home, work = settings.accounts
    assert (home.imap.host, work.imap.host) == ("imap.home.test", "imap.work.test")
    assert (home.login.secret(), work.login.secret()) == ("open sesame", "other")
    assert (home.mode, work.mode) == (Mode.ASK, Mode.AUTO)
    assert home.reach == work.reach == 90


def test_ways_out_are_tried_in_the_order_that_was_set() -> None:
    order = loaded(GUARD_ORDER="Page, one-click").accounts[0].order
    assert order == (Mechanism.PAGE, Mechanism.ONE_CLICK)
    assert loaded().accounts[0].order == (Mechanism.ONE_CLICK, Mechanism.MAILTO, Mechanism.PAGE)


def test_the_environment_outranks_the_file(written: Callable[..., Path]) -> None:
    path = written("GUARD_IMAP_HOST=imap.file.test\nGUARD_REACH=30\n")
    settings = loaded(path)
    assert settings.accounts[0].imap.host == "imap.home.test"
    assert settings.accounts[0].reach == 30


def test_the_usual_file_is_read_from_the_config_home(tmp_path: Path) -> None:
    (tmp_path / "inbox-guard").mkdir()
    (tmp_path / "inbox-guard" / ".env").write_text("GUARD_REACH=77\n")
    assert loaded(XDG_CONFIG_HOME=str(tmp_path)).accounts[0].reach == 77


def test_a_dollar_in_a_password_stays_a_dollar(written: Callable[..., Path]) -> None:
    path = written("GUARD_IMAP_PASSWORD='a$b${HOME}'\n")
    environ = {key: text for key, text in BASE.items() if key != "GUARD_IMAP_PASSWORD"}
    assert load(environ, path).accounts[0].login.secret() == "a$b${HOME}"


def test_a_file_with_a_password_that_others_may_read_is_refused(
    written: Callable[..., Path],
) -> None:
    path = written("GUARD_IMAP_PASSWORD=x\n", mode=0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        loaded(path)


def test_a_password_file_that_others_may_read_is_refused(written: Callable[..., Path]) -> None:
    path = written("secret\nnot this\n", mode=0o640)
    environ = {key: text for key, text in BASE.items() if key != "GUARD_IMAP_PASSWORD"}
    account = load(environ | {"GUARD_IMAP_PASSWORD_FILE": str(path)}, None).accounts[0]
    with pytest.raises(SettingsError, match=r"GUARD_IMAP_PASSWORD_FILE: others may read"):
        account.login.secret()
    path.chmod(0o600)
    assert account.login.secret() == "secret"


def test_a_password_command_gives_its_first_line() -> None:
    environ = {key: text for key, text in BASE.items() if key != "GUARD_IMAP_PASSWORD"}
    command = environ | {"GUARD_IMAP_PASSWORD_COMMAND": "printf 'one\\ntwo\\n'"}
    assert load(command, None).accounts[0].login.secret() == "one"


def test_a_password_command_that_fails_says_so() -> None:
    environ = {key: text for key, text in BASE.items() if key != "GUARD_IMAP_PASSWORD"}
    account = load(environ | {"GUARD_IMAP_PASSWORD_COMMAND": "false"}, None).accounts[0]
    with pytest.raises(SettingsError, match=r"GUARD_IMAP_PASSWORD_COMMAND.*exit status 1"):
        account.login.secret()


WRONG = {
    "unknown key, with a suggestion": ({"GUARD_IMAP_HOTS": "x"}, "did you mean GUARD_IMAP_HOST"),
    "unknown account prefix": ({"GUARD_HOME_IMAP_HOST": "x"}, "GUARD_HOME_IMAP_HOST.*no setting"),
    "no number": ({"GUARD_REACH": "a year"}, "GUARD_REACH.*whole number"),
    "negative number": ({"GUARD_POLL": "-1"}, "GUARD_POLL"),
    "unknown mode, with a suggestion": ({"GUARD_MODE": "atuo"}, "did you mean auto"),
    "no time zone": ({"GUARD_TIMEZONE": "Mars/Olympus"}, "GUARD_TIMEZONE.*time zone"),
    "no country": ({"GUARD_COUNTRY": "Germany"}, "GUARD_COUNTRY.*two letters"),
    "an order with a way that is none": ({"GUARD_ORDER": "page,fax"}, "GUARD_ORDER.*'fax'"),
    "an order that names one twice": ({"GUARD_ORDER": "page,page"}, "GUARD_ORDER.*twice"),
    "missing CA file": ({"GUARD_IMAP_CA_FILE": "/nonexistent"}, "GUARD_IMAP_CA_FILE.*no file"),
    "two passwords": ({"GUARD_IMAP_PASSWORD_FILE": "x"}, "both set"),
    "plain text abroad": ({"GUARD_IMAP_SECURITY": "none"}, "GUARD_IMAP_SECURITY"),
    "no address": ({"GUARD_ADDRESSES": "ada"}, "GUARD_ADDRESSES.*no address"),
    "account twice": ({"GUARD_ACCOUNTS": "a,A"}, "twice"),
    "account with a space": ({"GUARD_ACCOUNTS": "my home"}, "letters and digits"),
}


@pytest.mark.parametrize(("more", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_is_named_with_what_to_do(more: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        loaded(**more)


def test_an_error_in_a_file_names_its_line(written: Callable[..., Path]) -> None:
    path = written("# mine\n\nGUARD_REACH=soon\n")
    with pytest.raises(SettingsError, match="line 3"):
        loaded(path)


def test_a_line_that_is_no_setting_is_named(written: Callable[..., Path]) -> None:
    path = written("GUARD_REACH=3\n=oops\n")
    with pytest.raises(SettingsError, match=r"line 2: this line is not KEY=value"):
        loaded(path)


def test_a_missing_host_says_where_to_set_it() -> None:
    with pytest.raises(SettingsError, match="GUARD_IMAP_HOST is not set"):
        load({"XDG_CONFIG_HOME": "/nonexistent"}, None)


def test_the_ledger_lies_in_the_state_directory_of_the_unit() -> None:
    environ = {"STATE_DIRECTORY": "/var/lib/inbox-guard", "XDG_CONFIG_HOME": "/nonexistent"}
    assert ledger_of(environ, None) == "/var/lib/inbox-guard/ledger.sqlite"


def test_a_ledger_by_url_is_taken_as_it_is() -> None:
    url = "postgresql+psycopg://guard@/guard"
    assert ledger_of({"GUARD_LEDGER": url, "XDG_CONFIG_HOME": "/nonexistent"}, None) == url


def test_every_setting_stands_in_the_example_and_the_example_is_valid() -> None:
    from inbox_guard.config import HOUSEHOLD, PER_ACCOUNT, PREFIX

    example = (Path(__file__).parent.parent / "config.example.env").read_text(encoding="utf-8")
    shown = {
        line.lstrip("# ").partition("=")[0]
        for line in example.splitlines()
        if line.lstrip("# ").startswith(PREFIX)
    }
    settings = {PREFIX + name for name in (*PER_ACCOUNT, *HOUSEHOLD)}
    assert settings <= shown


def test_the_example_shows_the_defaults() -> None:
    from dataclasses import replace

    from inbox_guard.config import PREFIX

    example = (Path(__file__).parent.parent / "config.example.env").read_text(encoding="utf-8")
    shown = dict(
        line.removeprefix("#").split("=", 1)
        for line in example.splitlines()
        if line.startswith("#" + PREFIX)
    )
    examples_only = {"ADDRESSES", "TIMEZONE", "ACCOUNTS", "IMAP_PASSWORD_COMMAND"}
    defaults = {
        key: text
        for key, text in shown.items()
        if text and key.removeprefix(PREFIX) not in examples_only
    }
    assert len(defaults) >= 12
    shown_settings, own = loaded(**defaults), loaded()
    same_login = replace(shown_settings.accounts[0], login=own.accounts[0].login)
    assert replace(shown_settings, found=(), accounts=(same_login,)) == replace(own, found=())
