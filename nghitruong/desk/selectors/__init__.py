"""Reads of the desk and of the dashboard."""

from nghitruong.desk.selectors.desk import Desk, desk

__all__ = ["Desk", "desk"]
