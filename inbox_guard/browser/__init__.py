"""Chromium for pages that are nothing without their script. It has no way out but the proxy it is given.

* `program`  where Chromium is, how it is started (`launch`), and that nothing is left of it
* `pipe`     the DevTools protocol over two pipes, every wait with an end
* `visit`    one page: open, press, read what it shows (`reading.js`)
* `gallery`  pictures of the last pages
* `door`     implements `core.ports.Browser`
"""

from inbox_guard.browser.door import ChromiumDoor, Proxy
from inbox_guard.browser.program import find

__all__ = ["ChromiumDoor", "Proxy", "find"]
