from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from filmsite.demo import loading, signins


class Command(BaseCommand):
    """Loads the demo into an empty site, all or nothing, and prints the demo sign-ins that work.

    On a site that holds an article, a film or a user it is refused; with --if-empty it leaves such a site as it is.
    """

    help = "Fill an empty site with the demo: two essays and their films, people, themes, authors, pictures, sign-ins."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing when the site holds anything already")

    def handle(self, *, if_empty, **options):
        if not loading.in_use():
            loading.load(self.say)
            self.say("The demo is loaded.")
        elif not if_empty:
            raise CommandError("This site is not empty, so the demo was not loaded. Nothing was changed.")
        self.say_sign_ins()

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def say_sign_ins(self):
        """Name every demo sign-in whose password is still the one that everybody knows."""
        if working := signins.working():
            self.say(f"Sign in at {settings.SITE_URL}{reverse('admin:index')} with the password {signins.PASSWORD}:")
        for email, role in working:
            self.say(f"  {email}  ({role})")
