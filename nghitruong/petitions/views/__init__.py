"""Pages of petitions: the list and the matter, and one view a deed."""
