"""One file a sender; every class with a name is a house."""

import sys

from tests.senders.collected import senders_in

ALL = senders_in(sys.modules[__name__])
