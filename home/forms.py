from django import forms


class PageForm(forms.Form):
    """``?page=``: read by the paginator, which takes anything."""

    page = forms.CharField(required=False)

    @classmethod
    def number(cls, query):
        form = cls(query)
        form.is_valid()
        return form.cleaned_data.get("page", "")
