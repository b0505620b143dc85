"""Reads sentences: the times they speak of, their quantities, and who says them."""
