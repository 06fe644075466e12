"""Who may do what: three roles as groups, for users who may sign in to the admin.

Author: creates; sees, changes and previews own unpublished articles (the row rules stand in the article's admin); adds
films, people, themes, images and FAQs, never changes others'. Editor: all content, no users. Moderator: comments only.
Permissions are strings here: this floor knows none of the floors that own them. `filmsite` grants them in a migration,
when every floor's tables stand.
"""

from django.apps import apps as live

AUTHOR, EDITOR, MODERATOR = "Author", "Editor", "Moderator"

CATALOGUE = "films.film films.credit films.filmexternalid films.person films.personexternalid films.theme films.genre"
ARTICLE_PARTS = (
    "articles.byline articles.articlefilm articles.articletheme articles.articlefaq articles.take articles.prompt"
)
EVERYTHING = "add view change delete"


def grant(actions, models):
    """grant("add view", "films.film") → {"films.add_film", "films.view_film"}."""
    names = [name.split(".") for name in models.split()]
    return {f"{app}.{action}_{model}" for app, model in names for action in actions.split()}


PERMISSIONS = {
    AUTHOR: grant("add view", f"images.image articles.faq {CATALOGUE}")
    | grant("view", "articles.author taggit.tag")
    | grant("add view change", "articles.article")
    | grant(EVERYTHING, ARTICLE_PARTS),
    EDITOR: grant(EVERYTHING, f"images.image taggit.tag {CATALOGUE}")
    | grant(EVERYTHING, f"articles.article articles.author articles.faq {ARTICLE_PARTS}")
    | {"articles.publish_article", "articles.edit_any_article"},
    MODERATOR: set(),
}


def group(role):
    """The group of a role, made when it is missing."""
    return live.get_model("auth.Group").objects.get_or_create(name=role)[0]


def set_up(apps=live):
    """Make the groups and give each its permissions; may run any number of times, takes nothing away.

    `apps` are the historical models in a migration. A permission that is not there yet is passed over: its own floor's
    migration calls this again.
    """
    permissions = apps.get_model("auth", "Permission").objects.select_related("content_type")
    existing = {f"{row.content_type.app_label}.{row.codename}": row for row in permissions}
    for role, names in PERMISSIONS.items():
        group = apps.get_model("auth", "Group").objects.get_or_create(name=role)[0]
        group.permissions.add(*(existing[name] for name in names & existing.keys()))
