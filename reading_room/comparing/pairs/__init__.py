"""Pairs sentences of two accounts that tell of the same, each pair with how sure it is."""
