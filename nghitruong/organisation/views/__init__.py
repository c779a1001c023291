"""Pages about organs, terms, people and their offices."""
