"""Any gathering with a time, a place, people called and people present; sessions of the council among them."""
