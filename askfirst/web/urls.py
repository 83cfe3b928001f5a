"""Pages at the root."""

from django.urls import path

from askfirst.web.check import check
from askfirst.web.home import cookies, get_help, page

urlpatterns = [
    path("", page("web/home.html"), name="home"),
    path("check/", check, name="check"),
    path("put-it-right/", page("web/pages/put-it-right.html"), name="put-it-right"),
    path("what-we-keep/", page("web/pages/what-we-keep.html"), name="what-we-keep"),
    path("get-help/", page("web/pages/get-help.html", get_help), name="get-help"),
    path("accessibility/", page("web/pages/accessibility.html"), name="accessibility"),
    path("cookies/", page("web/pages/cookies.html", cookies), name="cookies"),
]
