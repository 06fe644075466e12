"""A forgotten password, below /admin/password_reset/. The names are those that the admin's sign-in page links to."""

from django.conf import settings
from django.contrib.auth import views
from django.urls import path

from accounts.forms import PasswordResetForm

look = {"extra_context": {"site_header": settings.SITE_NAME}}
ask = views.PasswordResetView.as_view(
    form_class=PasswordResetForm,
    subject_template_name="registration/password_reset_subject.txt",
    email_template_name="registration/password_reset_email.txt",
    **look,
)

urlpatterns = [
    path("", ask, name="admin_password_reset"),
    path("sent/", views.PasswordResetDoneView.as_view(**look), name="password_reset_done"),
    path("complete/", views.PasswordResetCompleteView.as_view(**look), name="password_reset_complete"),
    path("<uidb64>/<token>/", views.PasswordResetConfirmView.as_view(**look), name="password_reset_confirm"),
]
