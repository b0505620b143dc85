"""Parts of `search.py`: passages and questions, the engines, and the processes that they run in."""
