"""Servers that the tests start on loopback: real ones where there are any, scripted ones where honesty ends."""
