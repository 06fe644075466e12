"""Text areas for people who write Markdown, and fields that never cut what is pasted into them."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe


class Prose(AdminTextareaWidget):
    """A text area whose line ends are the same whether a browser or a file wrote them; it cuts nothing."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        attrs = super().build_attrs(*args, **kwargs)
        attrs.pop("maxlength", None)
        return attrs


class Dialect(Prose):
    """A Prose area with the site's Markdown explained beside it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        area = super().render(name, value, attrs, renderer)
        return mark_safe(f'<div class="dialect">{area}{render_to_string("admin/_dialect.html")}</div>')


class Uncut(BaseModelAdmin):  # type: ignore[type-arg]
    """A mixin for admins and inlines: a browser silently cuts at `maxlength`; the server says what is too long."""

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(*args, **kwargs)
        if field:
            field.widget.attrs.pop("maxlength", None)
        return field
