"""Senders by authors who had not seen the page engine, nor its words; one file a sender, a folder a batch."""

import sys

from tests.senders.collected import senders_in

ALL = senders_in(sys.modules[__name__])
