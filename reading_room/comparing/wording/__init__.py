"""Compares how accounts word things: names, runs of words in common, copies, and who relays whom."""
