"""Every address: pages at the root, the API under /api/v1/."""

from django.urls import include, path

from askfirst.config.health import health, ready

urlpatterns = [
    path("health", health),
    path("ready", ready),
    path("api/v1/", include("askfirst.api.urls")),
    path("", include("askfirst.web.urls")),
]

handler400 = "askfirst.web.errors.bad_request"
handler403 = "askfirst.web.errors.missing"
handler404 = "askfirst.web.errors.missing"
handler500 = "askfirst.web.errors.went_wrong"
