"""Chromium as a program: where it is, how it is started, and that nothing is left of it.

It gets an environment with nothing of ours in it, a home that is deleted at the end, and a process group that is
killed at the end. Its sandbox is never switched off: as root, Chromium (which refuses to be sandboxed as root)
is started as the user *nobody*. Should we be killed ourselves, it sees its pipe close and ends.
"""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from inbox_guard.browser.pipe import Pipe
from inbox_guard.errors import NoBrowser

log = logging.getLogger(__name__)

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_NOBODY = 65_534
_LAUNCH = Path(__file__).with_name("launch.py")
_PATIENCE = 5.0

# What Chromium does by itself and nobody asked for, and what no page is given here.
_WITHOUT_FEATURES = (
    *(
        "AsyncDns",
        "DnsOverHttps",
        "NetworkPrediction",
        "Prerender2",
        "SpeculationRulesPrefetchFuture",
    ),
    *("OptimizationHints", "OptimizationGuideModelDownloading", "OptimizationTargetPrediction"),
    *("MediaRouter", "DialMediaRouteProvider", "Translate", "AutofillServerCommunication"),
    *("CertificateTransparencyComponentUpdater", "InterestFeedContentSuggestions", "WebOTP"),
    *("AutofillEnableAccountWalletStorage", "SafeBrowsing", "PrivacySandboxSettings4"),
    *("BackgroundFetch", "WebUSB", "WebBluetooth", "ServiceWorkerAutoPreload", "DirectSockets"),
)
_FLAGS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-startup-window",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--no-service-autorun",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-field-trial-config",
    "--disable-file-system",
    "--disable-gpu",
    "--disable-notifications",
    "--disable-quic",
    "--disable-remote-fonts",
    "--disable-search-engine-choice-screen",
    "--disable-speech-api",
    "--disable-sync",
    "--disable-variations-seed-fetch",
    "--deny-permission-prompts",
    "--dns-prefetch-disable",
    "--block-new-web-contents",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--metrics-recording-only",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
    "--js-flags=--max-old-space-size=256",
    "--window-size=1280,1600",
    "--lang=en-US",
)


@dataclass(frozen=True, slots=True)
class Way:
    """The only way out: the proxy's address (``http://127.0.0.1:port``), and the hash of its certificate's key."""

    proxy: str
    pin: str


def find(wanted: str = "") -> Path | None:
    """Return Chromium: a path as given, else the first of `NAMES` on the PATH; None when there is none."""
    if wanted:
        path = Path(wanted).expanduser()
        return path if path.is_file() and os.access(path, os.X_OK) else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


@contextmanager
def started(program: Path, way: Way, seconds: float) -> Iterator[Pipe]:
    """Run Chromium for a while; yields the pipe to it. Raises `NoBrowser`.

    After `seconds` every wait at the pipe ends with `TimeoutError`. At the end, whatever ended it, the whole
    process group is killed and the home deleted.
    """
    home = Path(tempfile.mkdtemp(prefix="inbox-guard-browser-"))
    uid = _NOBODY if os.geteuid() == 0 else -1
    try:
        if uid != -1:
            os.chown(home, uid, uid)
        with _process(program, way, home, uid) as (process, reading, writing):
            try:
                yield Pipe(reading, writing, seconds)
            finally:
                _end(process)
    finally:
        _delete(home)


@contextmanager
def _process(
    program: Path, way: Way, home: Path, uid: int
) -> Iterator[tuple[subprocess.Popen[bytes], int, int]]:
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    try:
        process = subprocess.Popen(  # noqa: S603 — no shell, and nothing of a stranger's
            [
                *(sys.executable, "-I", "-S", str(_LAUNCH)),
                *map(str, (theirs_in, theirs_out, uid, uid, program)),
                *arguments(way, home),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs_in, theirs_out),
            env=_environment(home),
            cwd=home,
            start_new_session=True,  # Ctrl-C on our terminal is ours to hear
        )
    except OSError as error:
        os.close(ours_in)
        os.close(ours_out)
        raise NoBrowser(f"{program} could not be started: {error.strerror or error}") from error
    finally:
        os.close(theirs_in)
        os.close(theirs_out)
    try:
        yield process, ours_in, ours_out
    finally:
        os.close(ours_in)
        os.close(ours_out)


def arguments(way: Way, home: Path) -> tuple[str, ...]:
    """Return how Chromium is started: everything through the proxy, loopback too, and no name looked up."""
    return (
        *_FLAGS,
        f"--disable-features={','.join(_WITHOUT_FEATURES)}",
        f"--user-data-dir={home / 'profile'}",
        f"--disk-cache-dir={home / 'cache'}",
        f"--proxy-server={way.proxy}",
        "--proxy-bypass-list=<-loopback>",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        f"--ignore-certificate-errors-spki-list={way.pin}",
    )


def _environment(home: Path) -> dict[str, str]:
    """No proxy, no token, no display, no bus: nothing of ours."""
    return {
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the group; what had left it (the crash handler) ends with its pipe."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)


def _delete(home: Path) -> None:
    """Delete the home; processes that were just killed may write a moment longer."""
    until = time.monotonic() + _PATIENCE
    while home.exists() and time.monotonic() < until:
        shutil.rmtree(home, ignore_errors=True)
        if home.exists():
            time.sleep(0.05)
    if home.exists():
        log.warning("the browser's folder could not be deleted path=%s", home)
