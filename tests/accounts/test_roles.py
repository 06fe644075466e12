"""What each role was given by the migration, and what it was not."""

import pytest
from django.contrib.auth.models import Group, Permission

from accounts import roles


def test_the_migration_has_made_the_three_roles(db):
    assert set(Group.objects.values_list("name", flat=True)) == {"Author", "Editor", "Moderator"}
    assert Group.objects.get(name="Author").permissions.filter(codename="add_article").exists()


def test_every_permission_of_the_table_exists_and_was_granted(db):
    for role, names in roles.PERMISSIONS.items():
        granted = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
        assert {".".join(pair) for pair in granted} == names


def test_setting_up_twice_changes_nothing(db):
    before = sorted(Group.permissions.through.objects.values_list("group__name", "permission_id"))
    roles.set_up()
    assert sorted(Group.permissions.through.objects.values_list("group__name", "permission_id")) == before


def test_setting_up_leaves_what_the_operator_gave(db):
    extra = Permission.objects.get(codename="view_logentry")
    roles.group(roles.AUTHOR).permissions.add(extra)
    roles.set_up()
    assert extra in roles.group(roles.AUTHOR).permissions.all()


@pytest.mark.django_db(transaction=True)
def test_the_roles_come_back_after_a_flush():
    Group.objects.all().delete()
    roles.set_up()
    assert roles.group(roles.EDITOR).permissions.filter(codename="publish_article").exists()


def test_an_author_adds_but_never_changes_what_others_made(ada):
    for thing in ("films.{}_film", "films.{}_person", "films.{}_theme", "images.{}_image", "articles.{}_faq"):
        assert ada.has_perm(thing.format("add")) and ada.has_perm(thing.format("view"))
        assert not ada.has_perm(thing.format("change")) and not ada.has_perm(thing.format("delete"))
    assert not ada.has_perm("articles.publish_article") and not ada.has_perm("articles.edit_any_article")


def test_an_editor_has_all_content_and_no_users(edith):
    assert edith.has_perms(["articles.publish_article", "articles.edit_any_article", "films.delete_film"])
    assert not any(edith.has_perm(f"{right}") for right in ("accounts.view_user", "auth.view_group"))


def test_a_moderator_touches_no_content(mona):
    assert mona.get_all_permissions() == set()
