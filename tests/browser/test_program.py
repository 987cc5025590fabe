"""Chromium as a program: how it is started, and that nothing of it is left."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from inbox_guard.browser.gallery import MOST_OCTETS, MOST_PICTURES, Gallery
from inbox_guard.browser.program import Way, arguments, find, started
from inbox_guard.errors import NoBrowser
from tests.browser.street import Street, alive, chromium
from tests.servers.https import page

NOWHERE = Way("http://127.0.0.1:9", "none")


def _within(seconds: float, holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        os.sched_yield()
    return holds()


def _homes() -> set[str]:
    """The folders of browsers that run now, by their command lines."""
    words = " ".join(alive("inbox-guard-browser-")).replace("\0", " ").split()
    return {word.split("=")[1] for word in words if word.startswith("--user-data-dir=")}


def test_everything_goes_through_the_proxy_and_no_name_is_looked_up(tmp_path: Path) -> None:
    given = arguments(Way("http://127.0.0.1:4711", "abc="), tmp_path)
    assert "--proxy-server=http://127.0.0.1:4711" in given
    assert "--proxy-bypass-list=<-loopback>" in given
    assert "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1" in given
    assert "--disable-quic" in given
    assert "--force-webrtc-ip-handling-policy=disable_non_proxied_udp" in given
    assert not [one for one in given if "sandbox" in one or "remote-debugging-port" in one]


def test_the_sandbox_is_on_and_root_is_nobody() -> None:
    with started(chromium(), NOWHERE, 60) as pipe:
        target = pipe.call("Target.createTarget", within=45, url="about:blank")["targetId"]
        session = pipe.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        pipe.call("Page.enable", session)
        pipe.call("Page.navigate", session, url="chrome://sandbox")
        said = ""
        for _ in range(50):
            asked = "document.body?.innerText ?? ''"
            found = pipe.call("Runtime.evaluate", session, expression=asked, returnByValue=True)
            said = str(found["result"].get("value", ""))
            if "sandboxed" in said:
                break
            pipe.idle(0.1)
        home = next(iter(_homes()))
        assert Path(home).parent.stat().st_uid != 0
    assert "You are adequately sandboxed." in said


def test_nothing_is_left_of_a_visit(street: Street) -> None:
    street.server.on("shop.test/u", page("<p>Hello.</p><script>localStorage.x = 1</script>"))
    before = _homes()
    with street.door().visit("one") as visit:
        visit.open(street.server.url("shop.test", "/u"))
        (home,) = _homes() - before
        assert Path(home).exists()
    assert not Path(home).parent.exists()
    assert _within(5, lambda: not alive(home))


def test_nothing_is_left_when_the_owner_presses_ctrl_c(street: Street) -> None:
    before = _homes()
    home = ""
    with suppress(KeyboardInterrupt), street.door().visit("two"):
        (home,) = _homes() - before
        raise KeyboardInterrupt
    assert home
    assert not Path(home).parent.exists()
    assert _within(5, lambda: not alive(home))


def test_a_browser_ends_when_we_are_killed() -> None:
    code = """
        from pathlib import Path
        from inbox_guard.browser.program import Way, find, started
        with started(find(), Way("http://127.0.0.1:9", "none"), 60) as pipe:
            pipe.call("Browser.getVersion", within=45)
            print("up", flush=True)
            pipe.idle(60)
    """
    before = _homes()
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    ) as ours:
        assert ours.stdout is not None
        assert ours.stdout.readline() == b"up\n"
        (home,) = _homes() - before
        ours.send_signal(signal.SIGKILL)
        ours.wait()
    assert _within(20, lambda: not alive(home))
    shutil.rmtree(Path(home).parent, ignore_errors=True)


def test_what_is_no_chromium_is_no_browser(tmp_path: Path, street: Street) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    tmp_path.chmod(0o755)
    from inbox_guard.browser import ChromiumDoor

    door = ChromiumDoor(program, street.proxy, tmp_path / "pictures")
    with pytest.raises(NoBrowser), door.visit("x"):
        pass
    assert find(str(program)) == program
    assert find(str(tmp_path / "nothing")) is None


def test_pictures_are_the_owners_alone_and_the_oldest_go(tmp_path: Path) -> None:
    gallery = Gallery(tmp_path / "pictures")
    for number in range(MOST_PICTURES + 5):
        gallery.keep(f"attempt-{number}", b"x")
        os.utime(gallery.path(f"attempt-{number}"), ns=(number, number))
    kept = list((tmp_path / "pictures").iterdir())
    assert len(kept) == MOST_PICTURES
    assert not gallery.path("attempt-0").exists()
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}
    assert stat.S_IMODE((tmp_path / "pictures").stat().st_mode) == 0o700
    gallery.keep("large", b"x" * (MOST_OCTETS + 1))
    assert not gallery.path("large").exists()
    assert gallery.path("../../etc/passwd").parent == tmp_path / "pictures"
