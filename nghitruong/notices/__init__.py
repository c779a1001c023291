"""Short messages to the people of an organ, each sent once."""
