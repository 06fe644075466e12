from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from filmsite.demo import loading, signins

OWN_MACHINE = {"127.0.0.1", "localhost", "::1"}
KNOWN_TO_ALL = "its sign-ins are known to everybody, and SITE_URL ({}) does not name this machine alone"


class Command(BaseCommand):
    """Loads the demo into an empty site, all or nothing, and prints the demo sign-ins that work.

    On a site that holds an article, a film or a user it is refused, and on one that others reach (by SITE_URL), since
    everybody knows the demo's password; with --if-empty it leaves such a site as it is.
    """

    help = "Fill an empty site with the demo: two essays and their films, people, themes, authors, pictures, sign-ins."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing when the site holds anything already")

    def handle(self, *, if_empty, **options):
        if urlsplit(settings.SITE_URL).hostname not in OWN_MACHINE:
            return self.refuse(if_empty)
        if not loading.in_use():
            loading.load(self.say)
            self.say("The demo is loaded.")
        elif not if_empty:
            raise CommandError("This site is not empty, so the demo was not loaded. Nothing was changed.")
        return self.say_sign_ins()

    def refuse(self, if_empty):
        """Raises CommandError; with `if_empty` says on an empty site that it stays so."""
        why = KNOWN_TO_ALL.format(settings.SITE_URL)
        if not if_empty:
            raise CommandError(f"The demo was not loaded: {why}. Nothing was changed.")
        if not loading.in_use():
            self.say(f"No demo is loaded: {why}.")

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def say_sign_ins(self):
        """Name every demo sign-in whose password is still the one that everybody knows."""
        if working := signins.working():
            self.say(f"Sign in at {settings.SITE_URL}{reverse('admin:index')} with the password {signins.PASSWORD}:")
        for email, role in working:
            self.say(f"  {email}  ({role})")
