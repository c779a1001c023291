"""The ledger: who owes whom what by when, until the one it is owed to accepts the result."""
