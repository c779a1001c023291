"""Voters' petitions from the sentence in the hall to a result that was checked and accepted."""
