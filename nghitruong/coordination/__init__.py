"""Coordination (phối hợp): conclusions of meetings, followed at each organ until the issuer accepts."""
