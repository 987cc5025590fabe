"""The senders' village: stateful HTTPS senders on loopback, each with the flow of one that is known.

A sender keeps its own book; what stands in it afterwards is the truth, and not what anybody claims.
"""
