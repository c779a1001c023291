"""Nghị Trường: the working platform of Vietnam's People's Councils."""

__version__ = "0.1.0"
