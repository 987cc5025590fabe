"""The verbs: read, judge, act, watch, move, report. Written against `core.ports`, run by the doors above."""
