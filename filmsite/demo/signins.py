"""The people who can sign in to the demo, all with one password that everybody knows."""

from django.contrib.auth.hashers import check_password, make_password

from accounts import roles
from accounts.models import User

PASSWORD = "double-bill-demo"  # noqa: S105 (meant to be known)
#: E-mail → (name, role); a role of None may do everything
SIGN_INS = {
    "operator@doublebill.example": ("Olu, operator", None),
    "editor@doublebill.example": ("Ottoline Reyes", roles.EDITOR),
    "author@doublebill.example": ("Imre Halloway", roles.AUTHOR),
    "moderator@doublebill.example": ("Mo, moderator", roles.MODERATOR),
}


def make():
    """Create the sign-ins, each in the group of its role."""
    roles.set_up()
    hashed = make_password(PASSWORD)  # once: hashing is slow by design, and this password is no secret
    for email, (name, role) in SIGN_INS.items():
        user = User(email=email, password=hashed, display_name=name, is_staff=True, is_superuser=role is None)
        user.save()
        if role:
            user.groups.add(roles.group(role))


def working():
    """(e-mail, role in words) of the demo sign-ins that still work with the demo password."""
    users = User.objects.filter(email__in=SIGN_INS, is_active=True, is_staff=True)
    passwords = {user.email: user.password for user in users}
    known = {hashed for hashed in set(passwords.values()) if check_password(PASSWORD, hashed)}
    return [(email, role or "Operator") for email, (_, role) in SIGN_INS.items() if passwords.get(email) in known]
