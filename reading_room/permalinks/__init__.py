"""Addresses of passages, and what keeps them true while articles change."""
