"""The forms of every picture and document in the admin: single, multiple and in the choosers."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.uploads import validate_document, validate_picture


class PictureField(WagtailImageField):
    """Our validator reads the file before any decoder of Wagtail, which fails on a damaged one."""

    def to_python(self, data):
        if data not in self.empty_values:
            validate_picture(data)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if made := self.fields.get("file"):
            self.fields["file"] = PictureField(label=made.label, required=made.required, widget=made.widget)


class DocumentForm(BaseDocumentForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            validate_document(file)
        return file

    def _post_clean(self):
        """Wagtail's model looks at the extension of a file refused above, finds none and complains again."""
        refused = self.errors.get("file")
        super()._post_clean()
        if refused:
            self.errors["file"] = self.error_class(refused.as_data()[:1], error_class="errorlist")
