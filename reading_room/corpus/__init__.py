"""Reads what people wrote in the corpus folder, and keeps every version of it."""
