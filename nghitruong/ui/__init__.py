"""The looks: frame, menu, tags, style, vendored files. Knows no record."""
