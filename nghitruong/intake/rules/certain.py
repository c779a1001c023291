"""Kinds of items that need nobody named and nothing dated: those without doubt may be accepted together."""

from nghitruong.intake.enums import ProposalKind

CERTAIN = frozenset({ProposalKind.FIGURE, ProposalKind.LIMITATION, ProposalKind.CITED, ProposalKind.UPWARD})
