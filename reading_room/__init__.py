"""The reading room: full-text search, permalinks and side-by-side reading for competing accounts of one event."""
