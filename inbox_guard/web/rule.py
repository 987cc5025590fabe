"""The names of the rules that refuse: what a ledger row, a log line and `NotPublic.rule` carry.

The strings are data (they are written down), so they are never renamed. Rules about a URL's shape
hold for every host; `url-port`, `host-single-label`, `host-special-use` and all `address-*` rules
are the ones that `GUARD_PRIVATE_HOSTS` lifts for the hosts named there.
"""

from enum import StrEnum


class Rule(StrEnum):
    """Every reason for which the door stays shut."""

    URL_LENGTH = "url-length"  # longer than any link needs to be
    URL_CHARACTERS = "url-characters"  # controls, spaces and what parsers disagree about
    URL_SCHEME = "url-scheme"  # neither https nor http
    URL_SHAPE = "url-shape"  # no "//", or nothing between it and the path
    URL_USERINFO = "url-userinfo"  # an "@" before the path
    URL_ESCAPED_HOST = "url-escaped-host"  # "%" before the path: hidden letters, IPv6 zones
    URL_PORT = "url-port"  # not a number, or neither 80 nor 443

    HOST_SYNTAX = "host-syntax"  # not a host name by RFC 1123, not a literal
    HOST_NUMBER = "host-number"  # a number in a spelling only inet_aton understands
    HOST_IDN = "host-idn"  # not a valid internationalised name
    HOST_SINGLE_LABEL = "host-single-label"  # would be completed by a search domain
    HOST_SPECIAL_USE = "host-special-use"  # .local, .internal, .onion …

    ADDRESS_UNREADABLE = "address-unreadable"  # the resolver's answer is no address
    ADDRESS_ZONE = "address-zone"  # an IPv6 address that names an interface
    ADDRESS_LOOPBACK = "address-loopback"  # this machine
    ADDRESS_PRIVATE = "address-private"  # the house: RFC 1918, RFC 4193
    ADDRESS_SHARED = "address-shared"  # carrier-grade NAT, overlay networks (RFC 6598)
    ADDRESS_LINK_LOCAL = "address-link-local"  # the wire, and most clouds' metadata
    ADDRESS_METADATA = "address-metadata"  # a cloud's own service on a public-looking number
    ADDRESS_MULTICAST = "address-multicast"  # many machines at once
    ADDRESS_TRANSITION = "address-transition"  # an IPv6 address that carries an IPv4 one
    ADDRESS_RESERVED = "address-reserved"  # not given to anybody on the public network
    ADDRESS_OWN = "address-own"  # public, but ours or on our own wire

    PEER_DIFFERS = "peer-differs"  # the socket is connected to another number than was judged
    PLAIN_POST = "plain-post"  # a POST without TLS

    REDIRECT_LIMIT = "redirect-limit"  # more hops than allowed, or a loop
    REDIRECT_DOWNGRADE = "redirect-downgrade"  # from https to http
    REDIRECT_AMBIGUOUS = "redirect-ambiguous"  # two Location fields that differ

    OTHER_SITE = "other-site"  # a script in the browser asks another organisation's server
    NOT_HTTP = "not-http"  # the browser wants to speak something else: a web socket, a tunnel
    TOO_MUCH = "too-much"  # the browser asks for more than any honest page
