"""The libraries that only the demo needs: pymap, aiosmtpd and trustme, the `demo` extra."""

from importlib.util import find_spec

from inbox_guard.errors import SettingsError

NEEDED = ("pymap", "aiosmtpd", "trustme")


def require_extra(modules: tuple[str, ...] = NEEDED) -> None:
    """Raise `SettingsError`, with the command to type, unless every one of `modules` is installed."""
    if any(find_spec(module) is None for module in modules):
        raise SettingsError("the demo needs the extra: pip install 'inbox-guard[demo]'")
