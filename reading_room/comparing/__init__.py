"""Lays accounts of one event side by side, in their own words."""
