"""The staff's face: what I owe, what is owed to me, what is overdue or new, and the council's dashboard."""
