"""Pages at the root."""

from django.urls import path

from askfirst.web.home import page

urlpatterns = [
    path("", page("web/home.html"), name="home"),
]
