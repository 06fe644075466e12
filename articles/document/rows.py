"""Writing rows so that what says the same stays the same row, and an unchanged one is not written at all."""

from django.core.exceptions import ValidationError

from articles.document.schema import Fault

STEP = 10


def plain(text):
    """`text` with the line ends a document has."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_empty(mapping):
    return {key: value for key, value in mapping.items() if value}


def differs(row, values):
    """The names of those `values` that `row` does not have."""
    here = {name: getattr(row, name) for name in values}
    return [name for name, was in here.items() if (plain(was) if isinstance(was, str) else was) != values[name]]


def unseen(row):
    """The fields of a row that nobody edits, so that their emptiness is no fault."""
    return {field.name for field in row._meta.fields if not field.editable}


def save(row, values, path, faults, relations=("article", "theme", "film")):
    """Save `row` with `values`; gives the row, or None where they are at fault (noted in `faults`)."""
    for name, value in values.items():
        setattr(row, name, value)
    try:
        row.clean_fields(exclude={*relations, *unseen(row)})
    except ValidationError as error:
        faults += [Fault((*path, name), " ".join(said)) for name, said in error.message_dict.items()]
        return None
    row.save()
    return row


def arrange(rows, column, wanted):
    """Make an ordered list hold exactly `wanted`, in this order; what stands there already keeps its row.

    Gives whether anything had to change: the numbers of positions do not count, their order does.
    """
    here = {getattr(row, f"{column}_id"): row for row in rows.order_by("position", "id")}
    keys = [thing.pk for thing in wanted]
    if list(here) == keys:
        return False
    for key in here.keys() - keys:
        here[key].delete()
    for position, thing in enumerate(wanted, start=1):
        row = here.get(thing.pk) or rows.model(article=rows.instance, **{column: thing})
        if row.pk is None or row.position != position * STEP:
            row.position = position * STEP
            row.save()
    return True


def arrange_texts(rows, texts, path, faults):
    """Likewise for an ordered list of texts: one that says the same keeps its row."""
    here = list(rows.order_by("position", "id"))
    if [plain(row.text) for row in here] == texts:
        return False
    for position, text in enumerate(texts, start=1):
        same = next((row for row in here if plain(row.text) == text), None)
        here = [row for row in here if row is not same]
        row = same or rows.model(article=rows.instance)
        save(row, {"text": text, "position": position * STEP}, (*path, position - 1), faults)
    for row in here:
        row.delete()
    return True
