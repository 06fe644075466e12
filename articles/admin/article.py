"""The form in which an article is written, previewed and published."""

from django.contrib import admin, messages
from django.forms import Script
from django.utils.html import format_html_join

from articles import publishing
from articles.admin.access import OwnWork, may_publish
from articles.admin.bin import Bin, who_links_to
from articles.admin.form import ArticleForm
from articles.admin.grid import chosen
from articles.admin.inlines import INLINES
from articles.admin.lists import ArticleList, BinFilter, StateFilter, state
from articles.document import to_document
from articles.models import Article
from films.models import Film, Theme
from lib.admin import VersionedAdmin

SHOWN_WARNINGS = 20


class Previewed(Exception):
    """Rolls a preview's save back and carries what it would have saved."""

    def __init__(self, document):
        super().__init__("previewed")
        self.document = document


@admin.register(Article)
class ArticleAdmin(OwnWork, Bin, VersionedAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    inlines = INLINES  # type: ignore[assignment]
    autocomplete_fields = ["cover"]
    fieldsets = [
        ("Writing", {"fields": ["title", "dek", "body", "tags"]}),
        ("Picture", {"fields": ["cover"]}),
        ("Publishing", {"fields": ["status", "publish_at", "expire_at", "updated_on", "comments_open", "owner"]}),
        ("Search engines and address", {"fields": ["seo_title", "seo_description", "slug"], "classes": ["collapse"]}),
    ]
    list_display = ["title", "state", "film_titles", "author_names", "modified"]
    list_filter = [StateFilter, BinFilter, ("themes", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 50
    search_fields = ["title", "slug", "dek", "films__title"]
    date_hierarchy = "publish_at"
    ordering = ["-modified", "-id"]

    class Media:
        css = {"all": ["css/admin/article.css"]}
        js = [Script("js/admin/takes-grid.js", type="module")]

    # The list

    def get_changelist(self, request, **kwargs):
        return ArticleList

    @admin.display(description="state", ordering="publish_at")
    def state(self, article):
        return state(article)

    @admin.display(description="films")
    def film_titles(self, article):
        return ", ".join(str(row.film) for row in article.article_films.all())

    @admin.display(description="authors")
    def author_names(self, article):
        return ", ".join(str(row.author) for row in article.bylines.all())

    # The form

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not may_publish(request):
            return fieldsets
        return [
            (name, {**options, "fields": [*options["fields"], "linked_from"]} if name == "Publishing" else options)
            for name, options in fieldsets
        ]

    @admin.display(description="linked from")
    def linked_from(self, article):
        """Who would lose a link if this were unpublished, expired or thrown away."""
        names = who_links_to([article]) if article.pk else []
        return format_html_join("", "<p>{}</p>", ((name,) for name in names)) or "Nothing links here."

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "owner":
            kwargs["queryset"] = db_field.remote_field.model.objects.filter(is_staff=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.complaints = getattr(request, "complaints", ())
        form.check_version = not getattr(request, "is_preview", False)
        return form

    def view_on_site(self, article):
        """The page as readers find it now: a refused form has already changed the row in hand, its address too."""
        stored = Article.objects.published().filter(pk=article.pk).only("slug").first()
        return stored.get_absolute_url() if stored else None

    def differences(self, form, formsets):
        yield from super().differences(form, formsets)
        yield from form.grid.differences()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        inlines = {inline.formset.prefix: inline.formset for inline in context["inline_admin_formsets"]}
        films = chosen(inlines["article_films"], "film", Film)
        themes = chosen(inlines["article_themes"], "theme", Theme)
        grid = context["adminform"].form.grid
        context |= {
            "grid": grid,
            "grid_films": films,
            "grid_rows": grid.rows(themes, films),
            "grid_orphans": grid.orphans(themes, films),
            "grid_is_open": self.has_change_permission(request, obj) if change else True,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The stock view, one transaction per POST. What publishing refuses is undone, and the form says why."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except publishing.Refused as refused:
            request.complaints = refused.complaints
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.grid.save(form.instance)
        if getattr(request, "is_preview", False):
            raise Previewed(to_document(form.instance))
        for complaint in publishing.render(form.instance)[:SHOWN_WARNINGS]:
            place = "" if complaint.place else f"{complaint.field.capitalize()}: "
            self.message_user(request, f"To mend before publishing. {place}{complaint}", messages.WARNING)

    def document_from(self, request, object_id=None, form_url="", complaints=()):
        """What the submitted form would save, as a document (a dict); the form's page (a response) when it is wrong.

        `complaints` are what turned out to be wrong with its document; the page then says so. Saves nothing. Raises
        PermissionDenied when the user may not save this form; shows no other article than the user may see.
        """
        request.is_preview, request.complaints = True, complaints
        try:
            return self.changeform_view(request, object_id, form_url)
        except Previewed as previewed:
            return previewed.document
