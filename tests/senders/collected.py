"""Every sender of a package: each class with a name is one."""

from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from tests.senders.sender import Sender


def senders_in(package: ModuleType) -> tuple[type[Sender], ...]:
    """Return the senders of a package and of all packages in it; no two may have one name."""
    found: dict[str, type[Sender]] = {}
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Sender) and value.name:
                assert found.setdefault(value.name, value) is value, f"two senders {value.name}"
    return tuple(found.values())
