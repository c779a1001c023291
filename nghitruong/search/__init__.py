"""One index of folded words over all records; only what the reader may see; saved filters."""
