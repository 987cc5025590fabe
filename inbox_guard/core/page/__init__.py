"""The page engine: reads what an unsubscribe page shows and proposes one next request, or an outcome.

Pure: (answer, what was done so far) → `Press` or `Result`. It is judged by what it must never press.
Page text is data and changes no policy. Where it is not sure, the owner decides.

* `words`    the word table and how stems are found in a text
* `claims`   what a text says: done, pending, refused …, minding negations, questions and conditions
* `sight`    what a page shows: its prose, forms and links; `markup` reads it off HTML
* `forms`    one form filled in the way a careful person would
* `choice`   the one form or link worth pressing, or why there is none
* `reading`  an answer → `Press` or `Result`; the order of the questions
* `replies`  answers in JSON
* `one_click` the answer to a one-click POST
"""

from inbox_guard.core.page.one_click import one_click_result
from inbox_guard.core.page.reading import read, says_done
from inbox_guard.core.page.steps import Press, SoFar

__all__ = ["Press", "SoFar", "one_click_result", "read", "says_done"]
