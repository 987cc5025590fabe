"""The page engine: reads what an unsubscribe page shows and proposes one next request, or an outcome.

Pure: (answer, what was done so far) → `Press` or `Result`. It is judged by what it must never press.
Page text is data and changes no policy. Where it is not sure, the owner decides.

* `words`    the word table and how stems are found in a text
* `claims`   what a text says: done, pending, refused …, minding negations, questions and conditions
* `sight`    what a page shows: its prose, forms and links; `markup` reads it off HTML with the help of
  `controls` (kinds and values), `called` (labels), `hidden` (what no person sees), `scripts` (what scripts
  plainly do) and `tags`
* `labels`   what the words on a button, link or heading mean
* `switches` what can be switched on and off in a form, and what each switch stands for
* `ballot`   tick boxes, radio buttons and selects: which of them leave, and how; `survey` the question why
* `codes`    what the values in a form give away where its words are not understood
* `alias`    where the owner's address is asked for, and whether it is hers that is meant
* `forms`    one form filled in the way a careful person would
* `confirming` what a button that only says "Confirm" would confirm
* `targets`  where a request would go, and what objects to it
* `candidates` what could be pressed, and what speaks for each
* `choice`   the one form or link worth pressing, or why there is none; of several lists `lists` tells ours
* `reading`  an answer → `Press` or `Result`; the order of the questions; `octets` its bytes as text
* `aftermath` what a page looks like once its link has acted, where its words say nothing
* `replies`  answers in JSON
* `foot`     the way out that stands only in a letter's text
* `one_click` the answer to a one-click POST
* `demanded` what a mail demands that comes after: a link to open, or an answer (double opt-out)
* `steps`    what was done so far, and the next step
"""

from inbox_guard.core.page.foot import way_at_the_foot
from inbox_guard.core.page.one_click import one_click_result
from inbox_guard.core.page.reading import read, says_done
from inbox_guard.core.page.steps import Deed, Press, SoFar
from inbox_guard.core.page.targets import same_site

__all__ = [
    "Deed",
    "Press",
    "SoFar",
    "one_click_result",
    "read",
    "same_site",
    "says_done",
    "way_at_the_foot",
]
