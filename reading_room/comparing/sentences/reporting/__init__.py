"""Reads in a sentence who is given as saying what, from its words alone."""
