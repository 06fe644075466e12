"""Every test in this folder refuses a query that a template makes, whatever page it asks for."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.template.backends.django import Template

from articles.models import Article
from tests.pages import crowd


class TemplateQueried(AssertionError):
    """A public template asked the database."""


@pytest.fixture(autouse=True)
def templates_never_query(monkeypatch):
    render = Template.render

    def watched(template, context=None, request=None):
        asked = []

        def refuse(execute, sql, params, many, context):
            asked.append(sql)
            raise TemplateQueried(sql)

        with connection.execute_wrapper(refuse):
            html = render(template, context, request)
        if asked:  # an {% if %} with `or` swallows what is raised within it
            raise TemplateQueried(asked)
        return html

    monkeypatch.setattr(Template, "render", watched)


@pytest.fixture(params=[2, 50])
def many(request, db):
    """A site with 2, then with 50, of everything. What this process remembers for good is looked up beforehand."""
    ContentType.objects.get_for_model(Article)
    return crowd.site(request.param)
