"""Somebody in front of a browser without JavaScript: opens pages, follows links, fills in the forms that pages show."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from django.test import Client

VOID = {"input", "img", "br", "meta", "link", "hr", "use", "path", "circle"}


@dataclass
class Form:
    action: str
    method: str
    fields: list = field(default_factory=list)
    words: str = ""


class Page(HTMLParser):
    """The text, the links and the forms of an HTML page."""

    def __init__(self, html):
        super().__init__()
        self.links, self.forms, self._open, self._area, self.said = [], [], [], None, []
        self.feed(html)
        self.text = _tidy(" ".join(self.said))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" and given.get("href"):
            self.links.append([given["href"], ""])
        elif tag == "form":
            self.forms.append(Form(given.get("action") or "", given.get("method", "get").lower()))
        elif self.forms and tag in ("input", "textarea", "select", "button") and given.get("name"):
            if tag != "button" and not (given.get("type") in ("checkbox", "radio") and "checked" not in given):
                self.forms[-1].fields.append([given["name"], given.get("value", "")])
            self._area = self.forms[-1].fields[-1] if tag == "textarea" else None
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = None
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if self._area is not None:
            self._area[1] += data
        if "script" in self._open or "style" in self._open:
            return
        self.said.append(data)
        if "a" in self._open and self.links:
            self.links[-1][1] += data
        if "form" in self._open:
            self.forms[-1].words += data


class Reader:
    """``open``, ``follow`` and ``send`` move on; ``sees`` asks what the page says. Forgery protection is on."""

    def __init__(self, language="fr"):
        self.client = Client(enforce_csrf_checks=True, headers={"Accept-Language": language})
        self.path, self.page, self.status = "/", None, 0

    def open(self, path):
        self._read(self.client.get(urldefrag(path).url, follow=True))
        assert self.status == 200, f"{path} answered {self.status}"
        return self

    def follow(self, words):
        """Follow the first link that says ``words``."""
        links = [href for href, said in self.page.links if words in _tidy(said)]
        assert links, f"no link “{words}” on {self.path}: {[_tidy(said) for _href, said in self.page.links]}"
        return self.open(urljoin(self.path, links[0]))

    def send(self, words, **typed):
        """Send the form in which ``words`` stands, with what it already held and what is ``typed``."""
        form = next((form for form in self.page.forms if words in _tidy(form.words)), None)
        assert form, f"no form “{words}” on {self.path}: {[_tidy(form.words) for form in self.page.forms]}"
        data = dict(form.fields) | typed
        address = urldefrag(urljoin(self.path, form.action or self.path)).url
        asked = self.client.post if form.method == "post" else self.client.get
        self._read(asked(address, data, follow=True, headers={"Referer": f"http://testserver{self.path}"}))
        return self

    def sees(self, *words):
        """Assert that the page says all of these."""
        missing = [word for word in words if word not in self.page.text]
        assert not missing, f"{missing} not on {self.path}: {self.page.text[:3000]}"

    def _read(self, answer):
        self.path = answer.request["PATH_INFO"] + (f"?{query}" if (query := answer.request.get("QUERY_STRING")) else "")
        self.status, self.page = answer.status_code, Page(answer.content.decode())


def _tidy(text):
    return " ".join(text.replace("\u00a0", " ").split())
