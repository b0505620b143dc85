"""Lays accounts side by side: the rows of the keeper and of the machine, and what is in their cells."""
