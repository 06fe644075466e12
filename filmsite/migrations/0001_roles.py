from django.contrib.auth.management import create_permissions
from django.db import migrations

from accounts import roles


def grant(apps, schema_editor):
    """Roles with their permissions. Django makes permissions after the last migration only, so they are made here."""
    for config in apps.get_app_configs():
        config.models_module = True  # else create_permissions passes over a historical app
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = None
    roles.set_up(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("images", "0001_initial"),
        ("films", "0001_initial"),
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0001_initial"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop, elidable=False)]
