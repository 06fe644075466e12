"""The site map."""

from django.contrib import admin
from django.urls import include, path

from filmsite.pages.article import article
from filmsite.pages.articles import articles
from filmsite.pages.author import author
from filmsite.pages.film import film
from filmsite.pages.health import health
from filmsite.pages.home import home
from filmsite.pages.on_site import on_site
from filmsite.pages.person import person
from filmsite.pages.preview import preview
from filmsite.pages.theme import theme
from images import serving

handler404 = "filmsite.pages.missing.missing"

urlpatterns = [
    path("", home, name="home"),
    path("articles/", articles, name="articles"),
    path("articles/<slug:slug>/", article, name="article"),
    path("films/<slug:slug>/", film, name="film"),
    path("themes/<slug:slug>/", theme, name="theme"),
    path("people/<slug:slug>/", person, name="person"),
    path("authors/<slug:slug>/", author, name="author"),
    path("health/", health, name="health"),
    path("admin/articles/article/preview/", admin.site.admin_view(preview), name="article_preview"),
    path("admin/articles/article/<int:object_id>/preview/", admin.site.admin_view(preview), name="article_preview"),
    path("admin/r/<path:content_type_id>/<path:object_id>/", admin.site.admin_view(on_site)),
    path("admin/password_reset/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("media/<path:path>", serving.serve, name="media"),
]
