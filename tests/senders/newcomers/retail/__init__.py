"""Shops and what they send: recipe boxes, a department store, a bazaar, a pet club, a perfumery, fuel points."""
