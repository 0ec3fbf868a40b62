"""Model fields shared by every page type. The classes must never move: migrations import them."""

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField whose blocks can be renamed, moved and added without a migration.

    The column is JSON whatever the blocks are, so the migration only needs to
    know that the field exists. The price: a data migration sees raw JSON, not blocks.
    """

    def __init__(self, block_types=(), **options):
        super().__init__(block_types, **options)

    def deconstruct(self):
        name, path, _args, options = super().deconstruct()
        return name, path, [], {key: value for key, value in options.items() if key != "block_lookup"}
