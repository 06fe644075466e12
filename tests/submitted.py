"""What a browser without JavaScript would submit from a page's main form."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Collects `fields` (name → value, or list of values) of the form with the id `form_id`, templates left out."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.fields = form_id, {}
        self.inside = self.select = self.area = None
        self.templates = 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        elif tag == "template":
            self.templates += 1
        elif self.inside and not self.templates and "disabled" not in attrs:
            getattr(self, f"start_{tag}", lambda attrs: None)(attrs)

    def start_input(self, attrs):
        kind = attrs.get("type", "text")
        if kind in ("checkbox", "radio") and "checked" not in attrs:
            return
        if kind not in ("submit", "button", "file") and attrs.get("name"):
            self.fields[attrs["name"]] = attrs.get("value", "on" if kind == "checkbox" else "")

    def start_textarea(self, attrs):
        self.area = attrs["name"]
        self.fields[self.area] = ""

    def start_select(self, attrs):
        self.select = attrs.get("name")
        self.fields[self.select] = [] if "multiple" in attrs else ""

    def start_option(self, attrs):
        value = self.fields.get(self.select)
        if "selected" in attrs and isinstance(value, list):
            value.append(attrs["value"])
        elif "selected" in attrs:
            self.fields[self.select] = attrs["value"]

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "template":
            self.templates -= 1
        elif tag == "textarea" and self.area:
            self.fields[self.area] = self.fields[self.area].removeprefix("\n")
            self.area = None


def fields(response, form_id="article_form"):
    """The fields of the form on a page, as a browser would send them back."""
    reader = FormReader(form_id)
    reader.feed(response.content.decode())
    return reader.fields
