"""The one door out: every byte to a host that a stranger chose leaves through `client.GuardedWeb`.

A request walks `url` (strict parsing) → `guard` (resolve once, judge every answer by `addresses`,
dial the judged number) → `client` (TLS, the exact request, limits, the hop loop) → `wire` (reading
what comes back). Why something was refused is one of the names in `rule`.
"""
