"""Who signed in: accounts, sessions, second factors, the number of each form sent. Knows no office and no council."""
