"""Bulk data for measuring: plausible in size and shape, written with as few statements as possible, always the same."""
