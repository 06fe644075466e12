from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.models import Group

from accounts.forms import NewUserForm, SignInForm, UserForm
from accounts.models import User
from lib.lists import SteadyAdmin

admin.site.login_form = SignInForm
admin.site.unregister(Group)


class SuperusersOnly:
    """Nobody else sees or touches these rows, whatever permissions a group was given."""

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser


@admin.register(User)
class UserAdmin(SuperusersOnly, SteadyAdmin, StockUserAdmin):
    """People who sign in."""

    form = UserForm
    add_form = NewUserForm
    fieldsets = [
        (None, {"fields": ["email", "display_name", "password"]}),
        ("May", {"fields": ["is_active", "is_staff", "groups", "is_superuser"]}),
        ("When", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "display_name", "password1", "password2"]})]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = ()
    list_display = ["email", "display_name", "roles", "is_staff", "is_active", "last_login"]
    search_fields = ["email", "display_name"]
    ordering = ["email"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="roles")
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class GroupAdmin(SuperusersOnly, SteadyAdmin, StockGroupAdmin):
    """The roles. Their permissions are granted by accounts.roles; more can be given here."""
