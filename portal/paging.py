"""Lists shown page by page."""


class Counted:
    """A queryset whose length is already known, for ``Paginator``."""

    def __init__(self, rows, number):
        self.rows, self.number = rows, number

    def __len__(self):
        return self.number

    def __getitem__(self, rows):
        return self.rows[rows]
