"""The journal: append-only, hash-chained, written in the transaction of the deed. The only event that others follow."""
