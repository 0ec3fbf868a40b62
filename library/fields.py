"""Model fields of the library. The classes must never move: migrations import them."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SeveralChoicesField(models.CharField):
    """A few values out of ``choices``, as a list in Python and ``,one,two,`` in the column.

    Filtered on both engines with ``<field>__contains=",one,"``, without a table of its own.
    """

    def __init__(self, *args, **options):
        options.setdefault("max_length", 200)
        options.setdefault("default", list)
        super().__init__(*args, **options)

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            return [part for part in value.split(",") if part]
        return list(value or [])

    def get_prep_value(self, value):
        if isinstance(value, str):  # the pattern of a lookup
            return value
        return f",{','.join(value)}," if value else ""

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value, model_instance):
        unknown = set(value) - {key for key, _label in self.choices}
        if unknown:
            raise ValidationError(_("Unknown choice: %(values)s."), params={"values": ", ".join(sorted(unknown))})
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def clean(self, value, model_instance):
        value = self.to_python(value)
        self.validate(value, model_instance)
        return value

    def formfield(self, **options):
        return forms.MultipleChoiceField(
            choices=self.choices,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def get_choices(self, *args, **options):
        return list(self.choices)
