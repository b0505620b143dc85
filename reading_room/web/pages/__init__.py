"""What each page shows, ready for its template: texts cut into runs, dates in words, addresses made.

A template decides nothing but how it looks. Addresses are paths within the room unless a name says absolute.
"""
