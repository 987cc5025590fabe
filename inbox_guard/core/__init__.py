"""Facts and judgement. Nothing here reads a file, a clock, a setting or the network."""
