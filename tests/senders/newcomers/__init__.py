"""Senders whose pages nobody tuned on; every class with a name is one."""

from importlib import import_module
from pkgutil import iter_modules

from tests.senders.sender import Sender


def _built() -> tuple[type[Sender], ...]:
    found: dict[str, type[Sender]] = {}
    for module in iter_modules(__path__):
        house = import_module(f"{__name__}.{module.name}")
        for value in vars(house).values():
            if isinstance(value, type) and issubclass(value, Sender) and value.name:
                assert found.setdefault(value.name, value) is value, f"two newcomers {value.name}"
    return tuple(found.values())


ALL = _built()
