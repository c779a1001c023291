"""Voter contact (tiếp xúc cử tri): rounds, points, who was there, and what voters said, one opinion at a time."""
