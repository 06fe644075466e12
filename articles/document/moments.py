"""Dates and moments as a document writes them: 2025-12-06, or an ISO time with its offset."""

from datetime import UTC, date, datetime, time

from django.utils import timezone


def to_text(moment):
    """The shortest text that means this moment: a date alone when it is midnight in the site's time zone."""
    if moment is None:
        return ""
    local = moment.astimezone(timezone.get_default_timezone())
    shortened = local.date().isoformat()
    return shortened if from_text(shortened) == moment else local.isoformat()


def from_text(text):
    """The moment that `text` means; None when empty. Raises ValueError with what to write."""
    if not text:
        return None
    try:
        moment = datetime.combine(date.fromisoformat(text), time.min)
    except ValueError:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise ValueError(f"“{text}” is no date; write 2025-12-06 or 2025-12-06T18:30:00+01:00.") from None
    try:
        zone = timezone.get_default_timezone()
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError:
        raise ValueError(f"“{text}” lies outside the years 1 to 9999.") from None


def day_from_text(text):
    """The day that `text` means; None when empty. Raises ValueError with what to write."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"“{text}” is no date; write 2025-12-06.") from None
