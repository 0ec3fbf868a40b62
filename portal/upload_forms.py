"""The forms of every picture and document in the admin: single, multiple and in the choosers."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.uploads import validate_document, validate_picture


class PictureField(WagtailImageField):
    """Wagtail's picture field, with our validator before any decoder of Wagtail sees the file."""

    def to_python(self, data):
        if data not in self.empty_values:
            validate_picture(data)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.__class__ = PictureField  # Wagtail makes the field itself, with its own label and widget


class DocumentForm(BaseDocumentForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            validate_document(file)
        return file
