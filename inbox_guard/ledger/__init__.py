"""What is known, as facts that are only ever added; and the questions asked of them."""
