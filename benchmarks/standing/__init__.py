"""How well standings are judged: generated mailboxes with known stories, through the whole path.

`texts` holds the words, `post` makes letters of them, `stories` tells who is owed what, `mailbox` puts
three years together, `shared` plants cohorts, `measure` reads a mailbox as the program does and compares.
"""
