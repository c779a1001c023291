"""Councils and their organs, terms, people, offices with dates; from these the acting person and their powers."""
